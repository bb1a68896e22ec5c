using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Answers;

/// <summary>Finds articles by what was typed: accents and case do not matter, a word may be only begun, and what stands in a title comes first.</summary>
/// <remarks>The words are folded in C# and stand in a table, so that both engines find the same; an index in the order of the letters serves beginnings.</remarks>
public sealed class ArticleSearch
{
    /// <summary>Words of one search; what comes after them is not looked at.</summary>
    private const int MostWords = 12;

    /// <summary>A shorter beginning is the beginning of half the dictionary, unless it is what is just being typed.</summary>
    private const int LeastBegun = 3;

    /// <summary>Above every letter, in the order of both engines.</summary>
    private const string End = "\U0010FFFF";

    /// <returns>Numbers, the best first: those that have all the words, or when none has, as many as possible. Null: there is no word in the text.</returns>
    public async Task<IReadOnlyList<int>?> FindAsync(DeskDb db, string? text, ArticleFilter filter, CancellationToken cancel)
    {
        var words = SearchedWords.Split(text).Distinct().Take(MostWords).ToList();
        if (words.Count == 0) return null;
        var found = new Dictionary<int, (int Words, long Weight)>();
        for (var at = 0; at < words.Count; at++)
        {
            foreach (var (article, weight) in await WithAsync(db, words[at], begun: words[at].Length >= LeastBegun || at == words.Count - 1, filter, cancel))
            {
                var (known, sum) = found.GetValueOrDefault(article);
                found[article] = (known + 1, sum + weight);
            }
        }

        var most = found.Count == 0 ? 0 : found.Values.Max(each => each.Words);
        return [.. found.Where(each => each.Value.Words == most).OrderByDescending(each => each.Value.Weight).ThenByDescending(each => each.Key).Select(each => each.Key)];
    }

    private static async Task<List<(int Article, int Weight)>> WithAsync(DeskDb db, string word, bool begun, ArticleFilter filter, CancellationToken cancel)
    {
        var end = word + End;
#pragma warning disable CA1307, CA1309, CA1310 // The store compares, byte by byte.
        var rows = begun
            ? db.ArticleWords.Where(each => string.Compare(each.Word, word) >= 0 && string.Compare(each.Word, end) < 0)
            : db.ArticleWords.Where(each => each.Word == word);
#pragma warning restore CA1307, CA1309, CA1310

        // The whole word counts twice what it only begins.
        var found = await rows.Join(db.Articles.That(filter), each => each.ArticleId, article => article.Id, (each, _) => each)
            .GroupBy(each => each.ArticleId)
            .Select(group => new { group.Key, Weight = group.Max(each => each.Word == word ? 2 * each.Weight : each.Weight) })
            .ToListAsync(cancel);
        return found.ConvertAll(each => (each.Key, each.Weight));
    }
}
