using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Pricing;
using PqrsDesk.Features.Api;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;
using static PqrsDesk.Features.Api.ProgramRoutes;

namespace PqrsDesk.Features.Quoting;

/// <summary>A service to be priced.</summary>
/// <param name="Plans">Keys of service levels, 1 to 4.</param>
/// <param name="Factors">Amounts by name, such as users or cases; what is left out has its usual value.</param>
/// <param name="Roles">Who serves; left out: as in the model.</param>
/// <param name="Platforms">Numbers of products: the highest class among them shortens the response.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PriceRequest(
    IReadOnlyList<string?>? Plans, IReadOnlyDictionary<string, decimal>? Factors = null, IReadOnlyList<SupplyRole>? Roles = null, MarketDemand Demand = MarketDemand.Usual, IReadOnlyList<int>? Platforms = null);

/// <summary>One line of a price.</summary>
/// <param name="Formula">With the numbers put in, a point before decimals.</param>
public sealed record PriceLineDocument(PriceLineCode Code, decimal Value, PriceUnit Unit, string Formula);

/// <summary>A service at one level.</summary>
/// <param name="Floor">What it costs, a month.</param>
/// <param name="Price">A month.</param>
/// <param name="Setup">Once.</param>
/// <param name="ExpectedPenalties">Of a month; null: nothing is known of the past.</param>
/// <param name="PastPromises">On how many decided promises that stands.</param>
public sealed record PricedPlanDocument(
    string Plan, string Name, decimal Floor, decimal Price, decimal Setup, decimal Profit, decimal? ExpectedPenalties, int? PastPromises, ComplianceGround? PastOf, BandEffect Band, IReadOnlyList<PriceLineDocument> Lines);

/// <summary>A level that has no price, and why.</summary>
public sealed record RefusedPlanDocument(string Plan, string Name, IReadOnlyList<string> Errors);

/// <param name="Model">Number of the model's version; 0: the one that comes with the product.</param>
/// <param name="Refused">Levels that cannot be priced beside those that can.</param>
public sealed record PriceAnswer(int Model, string Currency, int Year, IReadOnlyList<PricedPlanDocument> Plans, IReadOnlyList<RefusedPlanDocument> Refused);

/// <summary>A quote in a list.</summary>
public sealed record QuoteDocument(int Id, string Number, string For, int? CustomerId, QuoteState State, DateOnly ValidUntil, decimal PriceFrom, decimal PriceTo, string Currency, DateTimeOffset MadeAt);

/// <param name="Next">What to ask for as <c>before</c> next; null on the last page.</param>
public sealed record QuoteDocuments(IReadOnlyList<QuoteDocument> Items, int? Next);

/// <summary><c>POST /api/v1/price</c> and <c>GET /api/v1/quotes</c></summary>
internal static class PriceApi
{
    private const int BodyLimit = 64 * 1024;
    private const int MostRows = 100;

    public static void MapPriceApi(this IEndpointRouteBuilder routes)
    {
        ForPrograms(routes.MapPost(DeskUrls.ApiPrice, PriceAsync), "ComputePrice", "Prices a service at up to four service levels, every line with its formula.")
            .RequireAuthorization(AtLeast.Lead)
            .WithDescription($"For a lead's key: the answer tells cost and margin. Nothing is kept. A level that cannot be priced stands under refused; where none can, the answer is 422. Factors: {string.Join(", ", PriceFactorFacts.All.Select(Name))}. Amounts of money are in the model's currency; what is wrong names its field.")
            .Takes(BodyLimit)
            .Produces<PriceAnswer>();
        ForPrograms(routes.MapGet(DeskUrls.ApiQuotes, QuotesAsync), "ListQuotes", "Lists quotes, the newest first.").Produces<QuoteDocuments>();
    }

    private static async Task<IResult> PriceAsync(PriceRequest asked, WorkQuotes work, ReadQuoter quoter, QuotingWords words, IStringLocalizer<QuotingTexts> texts, CancellationToken cancel)
    {
        var desk = await quoter.RunAsync(cancel);
        var problems = new List<PriceProblem>();
        var factors = PriceFactors.Begin(desk.Model) with { Demand = asked.Demand, Roles = asked.Roles ?? desk.Model.Roles };
        foreach (var (name, value) in asked.Factors ?? new Dictionary<string, decimal>())
        {
            if (PriceFactorFacts.All.Where(each => Name(each) == name).Select(each => (PriceFactor?)each).FirstOrDefault() is { } factor) factors = factors.With(factor, value);
            else problems.Add(new(PriceProblemCode.FactorUnknown, $"Factor.{name}", name));
        }

        var keys = (asked.Plans ?? []).Distinct().ToList();
        var plans = keys.Select(key => desk.Plans.FirstOrDefault(plan => plan.Key == key)).ToList();
        if (plans.Contains(null)) problems.Add(new(PriceProblemCode.PlanUnknown, "Offers"));
        if (factors.Roles.Any(role => role?.Name is null)) return Refused([new(PriceProblemCode.RoleNameMissing, "Roles")], words, texts);
        var (worked, _) = await work.RunAsync(factors, [.. plans.OfType<PlanChoice>().Select(plan => plan.Id)], [.. (asked.Platforms ?? []).Distinct()], null, cancel);
        problems.AddRange(worked.Problems);
        if (worked.Sheets.Count == 0 || problems.Exists(wrong => wrong.Level is null)) return Refused(problems, words, texts);
        var chosen = plans.OfType<PlanChoice>().ToList();
        return TypedResults.Ok(new PriceAnswer(
            worked.ModelVersion, worked.Model.Currency, worked.Year,
            [.. worked.Sheets.Select(sheet => Document(sheet, chosen.First(plan => plan.Id == sheet.Offer.PlanId)))],
            [.. chosen.Where(plan => !worked.Sheets.Any(sheet => sheet.Offer.PlanId == plan.Id)).Select(plan => new RefusedPlanDocument(plan.Key, plan.Name, [.. problems.Where(wrong => wrong.Level == plan.Name).Select(words.Say)]))]));
    }

    private static async Task<IResult> QuotesAsync(
        [FromQuery, Description("draft, sent, accepted, rejected or expired, as they are today.")] string? state,
        [FromQuery, Description("A part of the name or a number.")] string? q,
        [FromQuery, Description("Number of a customer.")] int? customerId,
        [FromQuery, Description("The next of the page before.")] int? before,
        [FromQuery, Description("Rows of a page, 1 to 100; 50 unless said.")] int? limit,
        ReadQuotes read, IStringLocalizer<QuotingTexts> texts, CancellationToken cancel)
    {
        var errors = new Dictionary<string, string[]>();
        if (limit is < 1 or > MostRows) errors["limit"] = [texts["Api.Limit", MostRows]];
        var known = Enum.GetValues<QuoteState>().Where(each => Camel(each.ToString()) == state).Select(each => (QuoteState?)each).FirstOrDefault();
        if (!string.IsNullOrEmpty(state) && known is null) errors["state"] = [texts["Api.State"]];
        if (errors.Count > 0) return TypedResults.ValidationProblem(errors);
        var list = await read.ListAsync(known, q?.Replace("\0", "", StringComparison.Ordinal), customerId, before, limit ?? ReadQuotes.PageSize, cancel);
        return TypedResults.Ok(new QuoteDocuments(
            [.. list.Lines.Select(line => new QuoteDocument(line.Id, line.Number, line.For, line.CustomerId, line.State, line.ValidUntil, line.From.Amount, line.To.Amount, line.From.Currency, line.MadeAt))], list.Next));
    }

    private static PricedPlanDocument Document(PriceSheet sheet, PlanChoice plan) => new(
        plan.Key, plan.Name, sheet.Floor.Amount, sheet.Price.Amount, sheet.Setup.Amount, sheet.Profit.Amount, sheet.Penalties?.Amount, sheet.Compliance?.Promises, sheet.Compliance?.Ground, sheet.Band,
        [.. sheet.Lines.Select(line => new PriceLineDocument(line.Code, line.Value, line.Unit, line.Formula.Say(CultureInfo.InvariantCulture)))]);

    private static IResult Refused(IEnumerable<PriceProblem> problems, QuotingWords words, IStringLocalizer<QuotingTexts> texts) => Results.Problem(
        texts["Api.Refused"], statusCode: StatusCodes.Status422UnprocessableEntity,
        extensions: new Dictionary<string, object?> { ["errors"] = problems.GroupBy(wrong => Path(wrong.Field)).ToDictionary(each => each.Key, each => each.Select(words.Say).ToArray()) });

    /// <summary><c>Factor.Users</c> is <c>factors.users</c>, what is wrong with a role is of <c>roles</c>.</summary>
    private static string Path(string? field) => field switch
    {
        null => "",
        "Offers" => "plans",
        _ when field.StartsWith("Factor.", StringComparison.Ordinal) => $"factors.{Camel(field["Factor.".Length..])}",
        _ when field.StartsWith("Offer", StringComparison.Ordinal) => "plans",
        _ when field.StartsWith("Role", StringComparison.Ordinal) => "roles",
        _ => Camel(field),
    };

    private static string Name(PriceFactor factor) => Camel(factor.ToString());

    private static string Camel(string name) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name);
}
