using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Infrastructure.Answers;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Portal;

/// <summary>An article in the list of the help.</summary>
public sealed record HelpLine(string Slug, string Title, string Language, string? Topic);

/// <summary>An article as everybody may read it.</summary>
/// <param name="OtherSlug">Of the same in another language, where that is open to all too.</param>
public sealed record HelpArticle(int Id, string Slug, string Language, string Title, string Body, string? Topic, DateTimeOffset ChangedAt, string? OtherSlug, string? OtherLanguage);

/// <summary>What citizens may read of the knowledge base: what is published, public and not retired, and nothing else.</summary>
public sealed class ReadHelp(IDbContextFactory<DeskDb> desk, ArticleSearch search)
{
    /// <summary>More than anybody reads through; the rest is found by words.</summary>
    public const int Most = 100;

    /// <param name="language">Of the reader: those come first, and alone where nothing is looked for.</param>
    public async Task<IReadOnlyList<HelpLine>> RunAsync(string? text, string language, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        if (await search.FindAsync(db, text, ArticleFilter.Open, cancel) is { } found)
        {
            var wanted = found.Take(Most).ToArray();
            var lines = await Lines(db, db.Articles.OpenToAll().Where(article => wanted.Contains(article.Id))).ToDictionaryAsync(each => each.Id, each => each.Line, cancel);
            return [.. wanted.Where(lines.ContainsKey).Select(id => lines[id]).OrderByDescending(line => line.Language == language)];
        }

        var all = await Lines(db, db.Articles.OpenToAll().Where(article => article.Language == language).OrderByDescending(article => article.Useful).ThenByDescending(article => article.Id).Take(Most)).ToListAsync(cancel);
        return [.. all.Select(each => each.Line).OrderBy(line => line.Title, StringComparer.CurrentCulture)];
    }

    /// <returns>Null when nobody but staff may read it, or there is none.</returns>
    public async Task<HelpArticle?> ArticleAsync(string slug, CancellationToken cancel)
    {
        if (slug.Length > Article.SlugLimit || slug.Any(char.IsControl)) return null;
        await using var db = await desk.CreateDbContextAsync(cancel);
        if (await db.Articles.AsNoTracking().OpenToAll().SingleOrDefaultAsync(each => each.Slug == slug, cancel) is not { } article) return null;
        var text = await db.ArticleVersions.AsNoTracking().SingleAsync(each => each.ArticleId == article.Id && each.Number == article.Published, cancel);
        var topic = await db.Topics.AsNoTracking().Include(each => each.Parent).SingleOrDefaultAsync(each => each.Id == article.TopicId, cancel);
        var other = await db.Articles.OpenToAll().Where(each => each.Family == article.Family && each.Id != article.Id).Select(each => new { each.Slug, each.Language }).FirstOrDefaultAsync(cancel);
        return new(article.Id, article.Slug, article.Language, text.Title, text.Body, topic?.Path, article.ChangedAt, other?.Slug, other?.Language);
    }

    private static IQueryable<Found> Lines(DeskDb db, IQueryable<Article> articles) =>
        from article in articles
        join topic in db.Topics on article.TopicId equals topic.Id into topics
        from topic in topics.DefaultIfEmpty()
        select new Found
        {
            Id = article.Id,
            Line = new HelpLine(article.Slug, article.Title, article.Language, topic == null ? null : topic.Parent == null ? topic.Name : topic.Parent.Name + Topic.Between + topic.Name),
        };

    private sealed class Found
    {
        public required int Id { get; init; }
        public required HelpLine Line { get; init; }
    }
}
