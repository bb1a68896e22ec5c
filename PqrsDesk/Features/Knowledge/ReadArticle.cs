using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Knowledge;

/// <summary>A case whose answer drew on the article.</summary>
public sealed record ArticleCase(string Number, string Subject, TicketStatus Status, int Version, DateTimeOffset At);

/// <summary>The same in another language.</summary>
public sealed record Translation(int Id, string Language, string Title, ArticleState State);

/// <summary>An article on its page.</summary>
/// <param name="Text">Of the version that is shown.</param>
/// <param name="Uses">Answers that drew on it, of which <paramref name="Cases"/> are the newest.</param>
public sealed record ArticleSight(
    int Id, string Slug, string Language, ArticleState State, int Latest, int? Published, string Author, DateTimeOffset ChangedAt, int Useful, int NotUseful, ArticleText Text, string? Topic,
    IReadOnlyList<Translation> Translations, int Uses, IReadOnlyList<ArticleCase> Cases)
{
    public int Shown => Published ?? Latest;
    public bool Proposed => Published is { } published && Latest > published;
    public bool IsOpenToAll => State == ArticleState.Published && Text.Visibility == ArticleVisibility.Public;
}

/// <summary>A version in the list of them.</summary>
public sealed record VersionLine(int Number, string Title, string ByName, DateTimeOffset At, int? RestoredFrom, string? PublishedBy, DateTimeOffset? PublishedAt);

public sealed class ReadArticle(IDbContextFactory<DeskDb> desk)
{
    private const int CasesShown = 10;

    /// <param name="version">Null: the one that is shown.</param>
    /// <returns>Null when there is none.</returns>
    public async Task<ArticleSight?> RunAsync(int id, Reader reader, CancellationToken cancel, int? version = null)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        if (await db.Articles.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancel) is not { } article) return null;
        var number = version ?? article.Shown;
        if (await db.ArticleVersions.AsNoTracking().SingleOrDefaultAsync(each => each.ArticleId == id && each.Number == number, cancel) is not { } shown) return null;
        var topic = await db.Topics.AsNoTracking().Include(each => each.Parent).SingleOrDefaultAsync(each => each.Id == shown.TopicId, cancel);
        var translations = await db.Articles.Where(each => each.Family == article.Family && each.Id != id).OrderBy(each => each.Language)
            .Select(each => new { each.Id, each.Language, each.Title, each.RetiredAt, each.Published }).ToListAsync(cancel);
        var cases = await db.ArticleUses.Where(use => use.ArticleId == id).Join(db.Tickets.VisibleTo(reader), use => use.TicketId, ticket => ticket.Id, (use, ticket) => new { use, ticket })
            .OrderByDescending(each => each.use.At).Take(CasesShown)
            .Select(each => new ArticleCase(each.ticket.Number, each.ticket.Subject, each.ticket.Status, each.use.Version, each.use.At)).ToListAsync(cancel);
        return new(
            id, article.Slug, article.Language, article.State, article.Latest, article.Published, article.Author, article.ChangedAt, article.Useful, article.NotUseful, shown.Text, topic?.Path,
            translations.ConvertAll(each => new Translation(each.Id, each.Language, each.Title, Article.StateOf(each.RetiredAt, each.Published))),
            await db.ArticleUses.CountAsync(use => use.ArticleId == id, cancel), cases);
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<VersionLine>> VersionsAsync(int id, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.ArticleVersions.Where(each => each.ArticleId == id).OrderByDescending(each => each.Number)
            .Select(each => new VersionLine(each.Number, each.Title, each.ByName, each.At, each.RestoredFrom, each.PublishedBy, each.PublishedAt)).ToListAsync(cancel);
    }

    public async Task<ArticleText?> TextAsync(int id, int number, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return (await db.ArticleVersions.AsNoTracking().SingleOrDefaultAsync(each => each.ArticleId == id && each.Number == number, cancel))?.Text;
    }
}
