using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Macros;
using PqrsDesk.Infrastructure.Answers;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework;

/// <summary>Finds what helps to answer a case: articles and templates of its topic, or with its words.</summary>
/// <remarks>Read when the page is there already: nobody waits for it to open a case or to write.</remarks>
public sealed class SuggestAnswers(IDbContextFactory<DeskDb> desk, ClassificationShelf classification)
{
    public const int Most = 5;

    /// <summary>Of one source, while the other has some too.</summary>
    private const int MostOfOne = 3;

    /// <summary>Words of the case that are looked for: those of the subject, then the first of the text.</summary>
    private const int MostWords = 30;
    private const int WordsOfText = 60;
    private const int MostOfTopic = 200;
    private static readonly ArticleFilter Read = new(State: ArticleState.Published);

    public async Task<IReadOnlyList<AnswerOffer>> RunAsync(string radicado, AnswersReader reader, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var found = await db.Tickets.Where(t => t.Number == radicado)
            .Select(t => new { t.Subject, t.Kind, t.Topic, t.Language, First = db.Events.Where(line => line.TicketId == t.Id && line.Sequence == 1).Select(line => line.Event).FirstOrDefault() }).SingleOrDefaultAsync(cancel);
        if (found is null) return [];
        var about = new About(
            found.Kind, ReadMacros.TopicsOf(found.Topic, await classification.BookAsync()), found.Language ?? Article.Spanish,
            [.. SearchedWords.Split(found.Subject).Concat(SearchedWords.Split(found.First is null ? null : SearchedWords.TextOf(found.First)).Take(WordsOfText)).Where(word => !CommonWords.Contains(word)).Distinct().Take(MostWords)]);
        var (articles, templates) = (await ArticlesAsync(db, about, cancel), await TemplatesAsync(db, about, reader, cancel));
        var first = articles.Take(MostOfOne).Concat(templates.Take(Most - Math.Min(MostOfOne, articles.Count))).ToList();
        return [.. first.Concat(articles.Skip(MostOfOne)).Take(Most)];
    }

    private static async Task<IReadOnlyList<AnswerOffer>> ArticlesAsync(DeskDb db, About about, CancellationToken cancel)
    {
        var wanted = about.Words.ToArray();
        var rows = await db.ArticleWords.Where(each => wanted.Contains(each.Word) && each.Weight >= ArticleWord.OfTag)
            .Join(db.Articles.That(Read), each => each.ArticleId, article => article.Id, (each, _) => new { each.ArticleId, each.Word, each.Weight }).ToListAsync(cancel);
        var topics = about.Topics.ToArray();
        var ofTopic = topics.Length == 0 ? [] : (await db.Articles.That(Read with { TopicIds = topics }).OrderByDescending(article => article.Id).Select(article => new { article.Id, article.TopicId }).Take(MostOfTopic).ToListAsync(cancel))
            .ToDictionary(each => each.Id, each => each.TopicId == topics[0] ? 5.0 : 2.5);

        // A word that many articles have says little.
        var weight = rows.GroupBy(row => row.Word).ToDictionary(group => group.Key, group => 1 / (1 + Math.Log(group.Count())));
        var scores = new Dictionary<int, double>(ofTopic);
        foreach (var row in rows) scores[row.ArticleId] = scores.GetValueOrDefault(row.ArticleId) + weight[row.Word] * (row.Weight >= ArticleWord.OfTitle ? 3 : 2);
        var best = scores.OrderByDescending(each => each.Value).ThenByDescending(each => each.Key).Take(Most * 4).Select(each => each.Key).ToArray();
        if (best.Length == 0) return [];
        var articles = await db.Articles.Where(article => best.Contains(article.Id))
            .Select(article => new { article.Id, article.Title, article.Language, article.Published, article.Visibility, article.Slug, article.Family }).ToListAsync(cancel);
        return
        [
            .. articles.OrderByDescending(article => scores[article.Id] + (article.Language == about.Language ? 2 : 0)).ThenByDescending(article => article.Id)

                // Of an article and its translation, the one that the petitioner reads.
                .DistinctBy(article => article.Family)
                .Take(Most)
                .Select(article => new AnswerOffer(
                    AnswerSource.Article, article.Id, article.Published!.Value, article.Title, article.Language, ofTopic.ContainsKey(article.Id),
                    [.. rows.Where(row => row.ArticleId == article.Id).Select(row => row.Word).Distinct().Take(3)], article.Visibility == ArticleVisibility.Public ? article.Slug : null)),
        ];
    }

    private static async Task<IReadOnlyList<AnswerOffer>> TemplatesAsync(DeskDb db, About about, AnswersReader reader, CancellationToken cancel)
    {
        var me = reader.StaffId;
        var templates = await db.ReplyTemplates.AsNoTracking().Where(template => template.Active && (template.Sharing != Sharing.Private || template.OwnerId == me)).ToListAsync(cancel);
        return
        [
            .. from template in templates
               where template.MayBeUsedBy(reader)
               where (template.Kind is null || template.Kind == about.Kind) && (template.TopicId is null || about.Topics.Contains(template.TopicId.Value))
               let words = SearchedWords.Split(template.Name).Where(about.Words.Contains).ToList()
               let score = (template.TopicId is null ? 0 : 4) + (template.Kind is null ? 0 : 3) + (2 * words.Count)
               where score > 0
               orderby score descending, template.Name
               select new AnswerOffer(AnswerSource.Template, template.Id, 0, template.Name, template.SpeaksEnglish(about.Language) ? Article.English : Article.Spanish, template.TopicId is not null, words, null),
        ];
    }

    /// <param name="Topics">Numbers of the case's topic and of the one above it.</param>
    private sealed record About(TicketKind Kind, IReadOnlyList<int> Topics, string Language, IReadOnlyList<string> Words);
}
