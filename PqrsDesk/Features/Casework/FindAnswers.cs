using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure;
using PqrsDesk.Infrastructure.Answers;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Casework;

/// <summary>Looks for what to put into a reply, and gives its text.</summary>
public sealed class FindAnswers(IDbContextFactory<DeskDb> desk, SuggestAnswers suggest, ArticleSearch search, DeskSettings settings)
{
    private const int MostTemplates = 8;
    private const int MostArticles = 8;

    /// <summary>Templates whose name has all the words, then articles; without a word what is suggested, and all templates behind it.</summary>
    public async Task<IReadOnlyList<AnswerOffer>> RunAsync(string radicado, string? text, AnswersReader reader, CancellationToken cancel)
    {
        var words = SearchedWords.Split(text).ToList();
        var suggested = words.Count == 0 ? await suggest.RunAsync(radicado, reader, cancel) : [];
        await using var db = await desk.CreateDbContextAsync(cancel);
        var me = reader.StaffId;
        var templates = await db.ReplyTemplates.AsNoTracking().Where(template => template.Active && (template.Sharing != Sharing.Private || template.OwnerId == me)).ToListAsync(cancel);
        var named = templates.Where(template => template.MayBeUsedBy(reader) && Has(template.Name, words)).OrderBy(template => Ticket.Fold(template.Name), StringComparer.Ordinal)
            .Select(template => new AnswerOffer(AnswerSource.Template, template.Id, 0, template.Name, Article.Spanish, false, [], null)).Take(MostTemplates + suggested.Count);
        return [.. suggested.Concat(named).Concat(await ArticlesAsync(db, text, cancel)).DistinctBy(offer => (offer.Source, offer.Id)).Take(MostTemplates + MostArticles)];
    }

    /// <summary>What an article says, as it is read now.</summary>
    /// <param name="link">Rather where everybody can read it.</param>
    /// <returns>Null when it is not there any more.</returns>
    public async Task<InsertedAnswer?> ArticleAsync(int id, bool link, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        if (await db.Articles.AsNoTracking().That(new(State: ArticleState.Published)).SingleOrDefaultAsync(each => each.Id == id, cancel) is not { } article) return null;
        var used = new UsedArticle(id, article.Shown, article.Title);
        if (link) return article.Visibility == ArticleVisibility.Public && AddressOf(article.Slug) is { } address ? new($"{article.Title}: {address}", used) : null;
        return await db.ArticleVersions.AsNoTracking().SingleOrDefaultAsync(each => each.ArticleId == id && each.Number == article.Shown, cancel) is { } version ? new(version.Body, used) : null;
    }

    /// <summary>Whether a link can be sent at all: the house has said where it is reached.</summary>
    public bool HasAddress => settings.PublicAddress is not null;

    private string? AddressOf(string slug) => settings.PublicAddress is { } address ? address + DeskUrls.HelpArticleOf(slug) : null;

    private async Task<IEnumerable<AnswerOffer>> ArticlesAsync(DeskDb db, string? text, CancellationToken cancel)
    {
        if (await search.FindAsync(db, text, new(State: ArticleState.Published), cancel) is not { Count: > 0 } found) return [];
        var wanted = found.Take(MostArticles).ToArray();
        var articles = await db.Articles.AsNoTracking().Where(article => wanted.Contains(article.Id)).ToDictionaryAsync(article => article.Id, cancel);
        return wanted.Where(articles.ContainsKey).Select(id => articles[id])
            .Select(article => new AnswerOffer(AnswerSource.Article, article.Id, article.Shown, article.Title, article.Language, false, [], article.Visibility == ArticleVisibility.Public ? article.Slug : null));
    }

    private static bool Has(string name, List<string> words)
    {
        var own = SearchedWords.Split(name).ToList();
        return words.TrueForAll(word => own.Exists(each => each.StartsWith(word, StringComparison.Ordinal)));
    }
}
