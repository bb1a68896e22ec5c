using System.Text.Json.Serialization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Api;
using PqrsDesk.Features.Macros;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;
using static PqrsDesk.Features.Api.ProgramRoutes;

namespace PqrsDesk.Features.Knowledge;

/// <summary>An article as programs find it.</summary>
/// <param name="State">draft, published or retired.</param>
public sealed record ArticleItem(int Id, string Title, string? Topic, string Language, ArticleVisibility Visibility, ArticleState State, int Uses, DateTimeOffset ChangedAt);

/// <summary>Some articles, the best first.</summary>
public sealed record ArticleItems(IReadOnlyList<ArticleItem> Items);

/// <summary>An article, whole.</summary>
/// <param name="Body">Markdown.</param>
/// <param name="Version">The version that this is.</param>
/// <param name="Slug">In its public address, where it is open to all.</param>
public sealed record ArticleDocument(
    int Id, string Title, string Body, string? Topic, IReadOnlyList<string> Tags, string Language, ArticleVisibility Visibility, ArticleState State, int Version, string Slug, int Uses);

/// <summary>A template that all of the staff may use.</summary>
public sealed record TemplateItem(int Id, string Name, string Spanish, string? English, TicketKind? Kind);

/// <summary>Some templates, by name.</summary>
public sealed record TemplateItems(IReadOnlyList<TemplateItem> Items);

/// <summary>A macro that all of the staff may apply.</summary>
/// <param name="Does">What it does, in words.</param>
public sealed record MacroItem(int Id, string Name, string Does, TicketKind? Kind, TicketStatus? Status);

/// <summary>Some macros, by name.</summary>
public sealed record MacroItems(IReadOnlyList<MacroItem> Items);

/// <summary>The tickets that a macro is to be applied to.</summary>
/// <param name="Numbers">1 to 500; one that is written twice counts once.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record MacroRequest(IReadOnlyList<string?>? Numbers);

/// <summary>What came of one ticket.</summary>
/// <param name="Done">All steps were done; else none of them.</param>
/// <param name="Step">The step that was refused, from 1.</param>
/// <param name="Code">Why not.</param>
/// <param name="Detail">Why not, in words.</param>
public sealed record MacroItemResult(
    string Number,
    bool Done,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Step,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Code,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Detail);

/// <summary>What came of all, in the order they were asked for.</summary>
public sealed record MacroResults(IReadOnlyList<MacroItemResult> Results);

/// <summary><c>GET /api/v1/articles</c>, <c>/templates</c> and <c>/macros</c>, and <c>POST /api/v1/macros/{macro}/apply</c></summary>
internal static class KnowledgeApi
{
    private const int BodyLimit = 256 * 1024;
    private static readonly AnswersReader Programs = new(null, null, Leads: false);

    public static void MapKnowledgeApi(this IEndpointRouteBuilder routes)
    {
        ForPrograms(routes.MapGet(DeskUrls.ApiArticles, ArticlesAsync), "ListArticles", "Finds published articles of the knowledge base.")
            .WithDescription("With q, by words: accents and case do not matter, what stands in a title comes first; without, the newest first. At most 50.").Produces<ArticleItems>();
        ForPrograms(routes.MapGet(DeskUrls.ApiArticle, ArticleAsync), "GetArticle", "One article, in the version that is read.").Produces<ArticleDocument>().Refuses(StatusCodes.Status404NotFound);
        ForPrograms(routes.MapGet(DeskUrls.ApiReplyTemplates, TemplatesAsync), "ListTemplates", "The templates that all of the staff may use, with their places.").Produces<TemplateItems>();
        ForPrograms(routes.MapGet(DeskUrls.ApiMacros, MacrosAsync), "ListMacros", "The macros that all of the staff may apply.").Produces<MacroItems>();
        ForPrograms(routes.MapPost(DeskUrls.ApiMacroApply, ApplyAsync), "ApplyMacro", "Applies a macro to up to 500 tickets in one transaction.")
            .WithDescription("Of each ticket all steps are done, or none: one that refuses a step stays as it is and says which; the others go on. A step that takes the ticket is for people: a program has no cases of its own.")
            .Takes(BodyLimit)
            .Produces<MacroResults>();
    }

    private static async Task<ArticleItems> ArticlesAsync(ReadArticles read, CancellationToken cancel, string? q = null, string? language = null)
    {
        var list = await read.RunAsync(new(WithoutNul(q), Language: WithoutNul(language), State: ArticleState.Published), 1, cancel);
        return new([.. list.Lines.Select(line => new ArticleItem(line.Id, line.Title, line.Topic, line.Language, line.Visibility, line.State, line.Uses, line.ChangedAt))]);
    }

    private static async Task<IResult> ArticleAsync(int numero, HttpContext http, ReadArticle read, CancellationToken cancel) =>
        await read.RunAsync(numero, http.User.ToReader(), cancel) is { } article
            ? TypedResults.Ok(new ArticleDocument(
                article.Id, article.Text.Title, article.Text.Body, article.Topic, article.Text.Tags, article.Language, article.Text.Visibility, article.State, article.Shown, article.Slug, article.Uses))
            : Results.Problem(statusCode: StatusCodes.Status404NotFound);

    private static async Task<TemplateItems> TemplatesAsync(KeepTemplates keep, CancellationToken cancel) =>
        new([.. (await keep.ReadAsync(Programs, cancel)).Where(template => template is { Active: true, Sharing: Sharing.Everyone }).Select(template => new TemplateItem(template.Id, template.Name, template.Spanish, template.English, template.Kind))]);

    private static async Task<MacroItems> MacrosAsync(ReadMacros read, MacroWords words, CancellationToken cancel)
    {
        var (macros, kit) = await read.RunAsync(Programs, cancel);
        return new([.. macros.Select(macro => new MacroItem(macro.Id, macro.Name, words.Say(macro.Steps, kit), macro.Kind, macro.Status))]);
    }

    private static async Task<IResult> ApplyAsync(
        int macro, MacroRequest asked, HttpContext http, ApplyMacro apply, MacroWords words, IStringLocalizer<KnowledgeTexts> texts, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel)
    {
        var given = asked.Numbers ?? [];

        // PostgreSQL takes no NUL in a text; no number has any such letter.
        if (given.Count is 0 or > ApplyMacro.Most || given.Any(number => string.IsNullOrWhiteSpace(number) || number.Any(char.IsControl)))
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["numbers"] = [texts["Api.Numbers", ApplyMacro.Most]] });
        var answer = await apply.RunAsync(macro, [.. given.OfType<string>().Distinct().Select(number => new MacroCase(number))], Programs, http.User.ToActor(), cancel);
        if (answer.Refusal is { } refusal) return refusals.Problem(refusal);
        return TypedResults.Ok(new MacroResults([.. answer.Results.Select(each => Result(each, answer, words))]));
    }

    private static MacroItemResult Result(MacroResult each, MacroAnswer answer, MacroWords words) => each.Outcome.Decision is Decision.Refused { Refusal: var refusal }
        ? new(each.Number, false, each.Outcome.Step + 1, refusal.Code.ToString(), words.Refused(each.Outcome, answer.Steps, answer.Kit!))
        : new(each.Number, true, null, null, null);

    private static string? WithoutNul(string? typed) => typed?.Replace("\0", "", StringComparison.Ordinal);
}
