using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Infrastructure.Answers;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Knowledge;

/// <summary>What somebody looks for in the knowledge base. It lives in the address.</summary>
/// <param name="TopicId">With its subtopics.</param>
public sealed record ArticleQuery(string? Text = null, int? TopicId = null, string? Language = null, ArticleVisibility? Visibility = null, ArticleState? State = null)
{
    public bool Narrows => TopicId is not null || Language is not null || Visibility is not null || State is not null;
}

/// <summary>An article in a list.</summary>
/// <param name="Topic">As tickets carry it.</param>
/// <param name="Proposed">There is a newer text than the one that is read.</param>
/// <param name="Uses">Answers that drew on it.</param>
public sealed record ArticleLine(
    int Id, string Title, string? Topic, string Language, ArticleVisibility Visibility, ArticleState State, bool Proposed, string Author, DateTimeOffset ChangedAt, int Uses, int Useful, int NotUseful);

/// <param name="More">There are others behind them.</param>
public sealed record ArticleList(IReadOnlyList<ArticleLine> Lines, bool More);

/// <summary>Looks through the knowledge base.</summary>
public sealed class ReadArticles(IDbContextFactory<DeskDb> desk, ArticleSearch search)
{
    /// <summary>Of one page.</summary>
    public const int Most = 50;

    /// <summary>Found by words, more than anybody looks through.</summary>
    private const int MostFound = 500;

    /// <param name="pages">So many pages, from the first.</param>
    public async Task<ArticleList> RunAsync(ArticleQuery query, int pages, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var filter = new ArticleFilter(await TopicsAsync(db, query.TopicId, cancel), query.Language, query.Visibility, query.State);
        var wanted = Most * Math.Clamp(pages, 1, MostFound / Most);
        if (await search.FindAsync(db, query.Text, filter, cancel) is { } found)
        {
            var shown = found.Take(wanted).ToArray();
            var lines = await Lines(db, db.Articles.Where(article => shown.Contains(article.Id))).ToDictionaryAsync(line => line.Id, cancel);
            return new([.. shown.Where(lines.ContainsKey).Select(id => lines[id])], found.Count > wanted && wanted < MostFound);
        }

        var newest = await Lines(db, db.Articles.That(filter).OrderByDescending(article => article.ChangedAt).ThenByDescending(article => article.Id).Take(wanted + 1)).ToListAsync(cancel);
        return new([.. newest.OrderByDescending(line => line.ChangedAt).ThenByDescending(line => line.Id).Take(wanted)], newest.Count > wanted && wanted < MostFound);
    }

    private static IQueryable<ArticleLine> Lines(DeskDb db, IQueryable<Article> articles) =>
        from article in articles
        join topic in db.Topics on article.TopicId equals topic.Id into topics
        from topic in topics.DefaultIfEmpty()
        select new ArticleLine(
            article.Id, article.Title, topic == null ? null : topic.Parent == null ? topic.Name : topic.Parent.Name + Topic.Between + topic.Name, article.Language, article.Visibility,
            article.RetiredAt != null ? ArticleState.Retired : article.Published == null ? ArticleState.Draft : ArticleState.Published,
            article.Published != null && article.Latest > article.Published, article.Author, article.ChangedAt,
            db.ArticleUses.Count(use => use.ArticleId == article.Id), article.Useful, article.NotUseful);

    private static async Task<IReadOnlyList<int>?> TopicsAsync(DeskDb db, int? topicId, CancellationToken cancel) =>
        topicId is { } id ? [id, .. await db.Topics.Where(topic => topic.ParentId == id).Select(topic => topic.Id).ToListAsync(cancel)] : null;
}
