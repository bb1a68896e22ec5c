using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Answers;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.DemoDesks;

/// <summary>What the demo desk knows and writes often: articles, templates and macros of its own stories.</summary>
internal static class DemoKnowledge
{
    /// <param name="staff">Those of <see cref="DemoPeople"/>.</param>
    public static async Task AddAsync(DeskDb db, IReadOnlyList<StaffMember> staff, DateTimeOffset now, CancellationToken cancel)
    {
        var topics = (await db.Topics.AsNoTracking().ToListAsync(cancel)).ToDictionary(topic => topic.Name, topic => topic.Id);
        var (lead, agent) = (staff.First(member => member.Role == Role.Lead), staff.First(member => member.Role == Role.Agent));
        var at = now.AddDays(-90);
        var articles = new Dictionary<string, Article>();
        foreach (var told in DemoArticles.All)
        {
            at = at.AddDays(5);
            var text = new ArticleText(told.Title, told.Body, told.Topic is { } topic ? topics[topic] : null, told.Visibility, told.Tags).Tidy();
            var family = told.Translates is { } other ? articles[other].Family : (Guid?)null;
            var article = articles[told.Title] = Article.Begin(text, told.Language, Article.SlugOf(told.Title), family, Actor.Staff(agent), at);
            db.Articles.Add(article);
            if (!told.Draft) article.Publish(article.Versions[0], Actor.Staff(lead), at.AddHours(3));
        }

        await db.SaveChangesAsync(cancel);
        db.ArticleWords.AddRange(articles.Values.SelectMany(article => ArticleWords.Of(article.Versions[0].Text).Select(word => new ArticleWord { ArticleId = article.Id, Word = word.Key, Weight = word.Value })));
        var templates = DemoArticles.Templates.Select(told => new ReplyTemplate
        {
            Name = told.Name,
            Spanish = told.Spanish,
            English = told.English,
            Kind = told.Kind,
            TopicId = told.Topic is { } topic ? topics[topic] : null,
            Sharing = Sharing.Everyone,
            OwnerId = lead.Id,
            ChangedAt = at,
            ChangedBy = lead.Name,
        }).ToList();
        db.ReplyTemplates.AddRange(templates);
        await db.SaveChangesAsync(cancel);
        var cause = await db.PauseCauses.OrderBy(each => each.Id).Select(each => each.Id).FirstAsync(cancel);
        db.Macros.AddRange(Macros(templates.ToDictionary(template => template.Name, template => template.Id), topics, cause).Select(macro =>
        {
            (macro.OwnerId, macro.ChangedAt, macro.ChangedBy) = (lead.Id, at, lead.Name);
            return macro;
        }));
    }

    private static Macro[] Macros(Dictionary<string, int> templates, Dictionary<string, int> topics, int cause) =>
    [
        Macro("Tomar y acusar recibo", [new MacroStep.Take(), new MacroStep.Reply(templates["Acuse de recibo"])], status: TicketStatus.Filed),
        Macro("Pedir soportes y esperar", [new MacroStep.Take(), new MacroStep.Reply(templates["Faltan soportes"]), new MacroStep.Wait(cause, null)]),
        Macro("Agradecer y cerrar", [new MacroStep.Take(), new MacroStep.Answer(templates["Gracias por su felicitación"]), new MacroStep.Close("Felicitación agradecida.")], TicketKind.Compliment),
        Macro(
            "Vía peligrosa",
            [new MacroStep.Take(), new MacroStep.Prioritize(Priority.High, "Hay peligro para las personas."), new MacroStep.Note("Avisar hoy a la cuadrilla: {asunto}."), new MacroStep.Reply(templates["Visita técnica"])],
            TicketKind.Petition, topics["Daño en vía o andén"]),
    ];

    private static Macro Macro(string name, MacroStep[] steps, TicketKind? kind = null, int? topic = null, TicketStatus? status = null) =>
        new() { Name = name, Steps = steps, Kind = kind, TopicId = topic, Status = status, Sharing = Sharing.Everyone, OwnerId = 0, ChangedAt = default, ChangedBy = "" };
}
