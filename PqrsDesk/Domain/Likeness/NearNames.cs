using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Likeness;

/// <summary>Names that may be one and the same, written twice.</summary>
public static class NearNames
{
    private const int LeastNames = 2;

    /// <summary>Every name of the one with fewer is one of the other's, or nearly: a second surname may be left out, and misspelt.</summary>
    public static bool Are(string? one, string? other)
    {
        var (few, many) = (SearchedWords.Split(one).ToList(), SearchedWords.Split(other).ToList());
        if (few.Count > many.Count) (few, many) = (many, few);
        if (few.Count < LeastNames) return false;
        foreach (var word in few)
        {
            // Whole words: NearWords also takes one that is only begun.
            var at = many.FindIndex(each => Math.Abs(each.Length - word.Length) <= 1 && NearWords.Distance(word, each) is not null);
            if (at < 0) return false;
            many.RemoveAt(at);
        }

        return true;
    }
}
