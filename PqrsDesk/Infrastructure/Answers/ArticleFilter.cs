using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Answers;

/// <summary>Which articles somebody looks through. It lives in the address of the page.</summary>
/// <param name="TopicIds">Any of them; null: whatever they are about.</param>
/// <param name="State">Null: all but the retired ones.</param>
public sealed record ArticleFilter(IReadOnlyList<int>? TopicIds = null, string? Language = null, ArticleVisibility? Visibility = null, ArticleState? State = null)
{
    /// <summary>What citizens may read.</summary>
    public static ArticleFilter Open { get; } = new(Visibility: ArticleVisibility.Public, State: ArticleState.Published);
}

public static class ArticleFilters
{
    /// <summary>Published, and neither retired nor for staff alone.</summary>
    public static IQueryable<Article> OpenToAll(this IQueryable<Article> articles) => articles.That(ArticleFilter.Open);

    public static IQueryable<Article> That(this IQueryable<Article> articles, ArticleFilter filter)
    {
        if (filter.TopicIds is { } topics) articles = articles.Where(article => article.TopicId != null && topics.Contains(article.TopicId.Value));
        if (filter.Language is { } language) articles = articles.Where(article => article.Language == language);
        if (filter.Visibility is { } visibility) articles = articles.Where(article => article.Visibility == visibility);
        return filter.State switch
        {
            null => articles.Where(article => article.RetiredAt == null),
            ArticleState.Retired => articles.Where(article => article.RetiredAt != null),
            ArticleState.Published => articles.Where(article => article.RetiredAt == null && article.Published != null),
            _ => articles.Where(article => article.RetiredAt == null && article.Published == null),
        };
    }

    /// <summary>Keeps the words that an article is found by, of the text that is shown.</summary>
    public static async Task KeepWordsAsync(this DeskDb db, Article article, ArticleText shown, CancellationToken cancel)
    {
        var words = ArticleWords.Of(shown);
        var known = await db.ArticleWords.Where(word => word.ArticleId == article.Id).ToDictionaryAsync(word => word.Word, cancel);
        foreach (var (word, row) in known)
            if (words.GetValueOrDefault(word) != row.Weight) db.ArticleWords.Remove(row);
        await db.SaveChangesAsync(cancel);
        db.ArticleWords.AddRange(words.Where(word => known.GetValueOrDefault(word.Key)?.Weight != word.Value).Select(word => new ArticleWord { ArticleId = article.Id, Word = word.Key, Weight = word.Value }));
    }
}
