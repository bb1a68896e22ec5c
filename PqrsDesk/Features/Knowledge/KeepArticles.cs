using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Answers;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Knowledge;

/// <param name="Id">Of the article; null when it was not saved.</param>
public sealed record SavedArticle(int? Id, AnswersFault? Fault);

/// <summary>Writes articles down. All of the staff propose; what is read is for leads to decide.</summary>
public sealed class KeepArticles(DeskWriter writer, TimeProvider clock)
{
    /// <param name="publish">Whether it is read from now on: for leads.</param>
    public async Task<SavedArticle> SaveAsync(ArticleForm form, bool publish, Actor by, CancellationToken cancel)
    {
        if (!by.Is(publish ? Role.Lead : Role.Agent)) return new(null, AnswersProblem.NotAllowed);
        if (!Article.IsLanguage(form.Language)) return new(null, AnswersProblem.LanguageUnknown);
        var text = form.Text;
        if (text.Refuse() is { } wrong) return new(null, wrong);
        return await TryAsync(db => SaveAsync(db, form, text, publish, by, cancel), cancel);
    }

    /// <returns>Null when it was done.</returns>
    public async Task<AnswersFault?> PublishAsync(int id, int version, Actor by, CancellationToken cancel) => !by.Is(Role.Lead) ? AnswersProblem.NotAllowed : (await TryAsync(
        async db =>
        {
            if (await db.Articles.SingleOrDefaultAsync(each => each.Id == id, cancel) is not { } article) return new(null, AnswersProblem.Gone);
            if (await VersionAsync(db, id, version, cancel) is not { } wanted) return new(null, AnswersProblem.VersionUnknown);
            await PublishAsync(db, article, wanted, by, cancel);
            return new(id, null);
        },
        cancel)).Fault;

    /// <summary>It is shown no more; it comes back by publishing it again.</summary>
    public async Task<AnswersFault?> RetireAsync(int id, Actor by, CancellationToken cancel) => !by.Is(Role.Lead) ? AnswersProblem.NotAllowed : (await TryAsync(
        async db =>
        {
            if (await db.Articles.SingleOrDefaultAsync(each => each.Id == id, cancel) is not { } article) return new(null, AnswersProblem.Gone);
            if (article.RetiredAt is null) article.Retire(clock.GetUtcNow());
            return new(id, null);
        },
        cancel)).Fault;

    /// <summary>Brings an older text back, as the newest version.</summary>
    /// <param name="seen">As of a form.</param>
    public async Task<AnswersFault?> RestoreAsync(int id, int version, int seen, Actor by, CancellationToken cancel) => !by.Is(Role.Agent) ? AnswersProblem.NotAllowed : (await TryAsync(
        async db =>
        {
            if (await db.Articles.SingleOrDefaultAsync(each => each.Id == id, cancel) is not { } article) return new(null, AnswersProblem.Gone);
            if (article.RetiredAt is not null) return new(null, AnswersProblem.Retired);
            if (await VersionAsync(db, id, version, cancel) is not { } old) return new(null, AnswersProblem.VersionUnknown);
            if (await VersionAsync(db, id, article.Latest, cancel) is { } latest && (article.Latest != seen || latest.Text.Says(old.Text)))
                return new(null, article.Latest != seen ? new AnswersFault(AnswersProblem.ChangedMeanwhile, latest.ByName) : AnswersProblem.NothingChanged);
            article.Write(await KnownAsync(db, old.Text, cancel), by, clock.GetUtcNow(), version);
            if (article.Published is null) await db.KeepWordsAsync(article, old.Text, cancel);
            return new(id, null);
        },
        cancel)).Fault;

    private async Task<SavedArticle> SaveAsync(DeskDb db, ArticleForm form, ArticleText text, bool publish, Actor by, CancellationToken cancel)
    {
        if (text.TopicId is { } topic && !await db.Topics.AnyAsync(each => each.Id == topic, cancel)) return new(null, AnswersProblem.TopicUnknown);
        if (form.Id is null) return await BeginAsync(db, form, text, publish, by, cancel);
        if (await db.Articles.SingleOrDefaultAsync(each => each.Id == form.Id, cancel) is not { } article) return new(null, AnswersProblem.Gone);
        if (article.RetiredAt is not null && !publish) return new(null, AnswersProblem.Retired);
        var latest = (await VersionAsync(db, article.Id, article.Latest, cancel))!;
        if (article.Latest != form.Seen) return new(null, new AnswersFault(AnswersProblem.ChangedMeanwhile, latest.ByName));
        var same = latest.Text.Says(text);
        if (same && (!publish || (article.Published == article.Latest && article.RetiredAt is null))) return new(null, AnswersProblem.NothingChanged);
        var version = same ? latest : article.Write(text, by, clock.GetUtcNow());
        if (publish) await PublishAsync(db, article, version, by, cancel);
        else if (article.Published is null) await db.KeepWordsAsync(article, text, cancel);
        return new(article.Id, null);
    }

    private async Task<SavedArticle> BeginAsync(DeskDb db, ArticleForm form, ArticleText text, bool publish, Actor by, CancellationToken cancel)
    {
        Guid? family = null;
        if (form.Translates is { } other)
        {
            family = await db.Articles.Where(each => each.Id == other).Select(each => (Guid?)each.Family).SingleOrDefaultAsync(cancel);
            if (family is null) return new(null, AnswersProblem.Gone);
            if (await db.Articles.AnyAsync(each => each.Family == family && each.Language == form.Language, cancel)) return new(null, AnswersProblem.TranslationTaken);
        }

        var article = Article.Begin(text, form.Language, await FreeSlugAsync(db, text.Title, cancel), family, by, clock.GetUtcNow());
        db.Articles.Add(article);
        await db.SaveChangesAsync(cancel);
        if (publish) await PublishAsync(db, article, article.Versions[0], by, cancel);
        else await db.KeepWordsAsync(article, text, cancel);
        return new(article.Id, null);
    }

    private async Task PublishAsync(DeskDb db, Article article, ArticleVersion version, Actor by, CancellationToken cancel)
    {
        article.Publish(version, by, clock.GetUtcNow());
        await ForgetTopicAsync(db, article, cancel);
        await db.KeepWordsAsync(article, version.Text, cancel);
    }

    /// <summary>An old version may name a topic that was deleted since.</summary>
    private static async Task ForgetTopicAsync(DeskDb db, Article article, CancellationToken cancel)
    {
        if (article.TopicId is { } topic && !await db.Topics.AnyAsync(each => each.Id == topic, cancel)) db.Entry(article).Property(each => each.TopicId).CurrentValue = null;
    }

    private static async Task<ArticleText> KnownAsync(DeskDb db, ArticleText text, CancellationToken cancel) =>
        text.TopicId is { } topic && !await db.Topics.AnyAsync(each => each.Id == topic, cancel) ? text with { TopicId = null } : text;

    private static Task<ArticleVersion?> VersionAsync(DeskDb db, int id, int number, CancellationToken cancel) =>
        db.ArticleVersions.SingleOrDefaultAsync(each => each.ArticleId == id && each.Number == number, cancel);

    /// <summary>Of two that are called alike the second has a number behind it.</summary>
    private static async Task<string> FreeSlugAsync(DeskDb db, string title, CancellationToken cancel)
    {
        var slug = Article.SlugOf(title);
        var taken = (await db.Articles.Where(each => each.Slug.StartsWith(slug)).Select(each => each.Slug).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        if (!taken.Contains(slug)) return slug;
        var number = 2;
        while (taken.Contains($"{slug}-{number}")) number++;
        return $"{slug}-{number}";
    }

    /// <summary>Of two who save at once the second is told: nothing is overwritten.</summary>
    private async Task<SavedArticle> TryAsync(Func<DeskDb, Task<SavedArticle>> change, CancellationToken cancel)
    {
        try
        {
            return await writer.RunAsync(change, cancel, saved => saved.Fault is null);
        }
        catch (DbUpdateException lost) when (lost is DbUpdateConcurrencyException || DeskWriter.MayTryAgain(lost))
        {
            return new(null, AnswersProblem.ChangedMeanwhile);
        }
    }
}
