using PqrsDesk.Domain.Answers;

namespace PqrsDesk.Features.Casework;

/// <summary>An article put into a reply, with what was put in.</summary>
public sealed record PutArticle(UsedArticle Article, string Text);

/// <summary>Which of the articles that were put into a reply it still draws on when it is sent.</summary>
public static class UsedArticles
{
    /// <summary>A shorter line may stand in any text.</summary>
    private const int Telling = 12;

    /// <summary>Whoever keeps one telling line of an article, or its address, uses it; who took all of it out does not.</summary>
    public static IReadOnlyList<UsedArticle> In(string text, IEnumerable<PutArticle> put) =>
        [.. put.Where(each => Lines(each.Text).Any(line => text.Contains(line, StringComparison.Ordinal))).Select(each => each.Article).Distinct()];

    private static IEnumerable<string> Lines(string text)
    {
        var lines = text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        return lines.Exists(line => line.Length >= Telling) ? lines.Where(line => line.Length >= Telling) : lines;
    }
}
