using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Customers;

/// <summary>One thing that was typed of a person.</summary>
/// <param name="Readings">Their words begin with one of these.</param>
/// <param name="Letters">It is of a name: it may be a slip. A number that is not quite theirs is somebody else's.</param>
public sealed record SoughtWord(IReadOnlyList<string> Readings, bool Letters);

/// <summary>What somebody typed to find a person: pieces of the name, a document, a telephone, a mail address, in any order.</summary>
public sealed record ContactQuery(IReadOnlyList<SoughtWord> Words)
{
    public const int LeastLetters = 2;
    private const int TextLimit = 200;

    /// <summary>Beyond it nobody looks for one person.</summary>
    private const int MostWords = 8;

    public static ContactQuery Read(string? text)
    {
        var words = new List<SoughtWord>();
        var (digits, sign) = ("", "");
        foreach (var part in Texts.Cut(text ?? "", TextLimit).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))
        {
            // 300 123 45 67 is one number, as is +57 (300) 123-4567.
            if (!part.Any(char.IsLetter)) digits += ContactWords.DigitsOf(part);
            else
            {
                End();
                var bare = string.Concat(Ticket.Fold(part).Where(char.IsLetterOrDigit));
                if (IdentityDocuments.Signs.Contains(bare)) sign = bare;
                else if (part.Contains('@', StringComparison.Ordinal)) words.Add(new([Ticket.Fold(part)], Letters: false));
                else words.AddRange(SearchedWords.Split(part).Select(word => new SoughtWord([word], word.All(char.IsLetter))));
            }
        }

        End();
        var few = words.Take(MostWords).ToList();
        return new(few.Sum(word => word.Readings[0].Length) < LeastLetters ? [] : few);

        void End()
        {
            // The kind of document in front of its number is not kept: half the country has the same.
            if (digits.Length > 0) words.Add(new(ContactWords.Readings(digits), Letters: false));
            else if (sign.Length > 0) words.Add(new([sign], Letters: true));
            (digits, sign) = ("", "");
        }
    }
}
