using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Availability;
using PqrsDesk.Features.Api;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;
using static PqrsDesk.Features.Api.ProgramRoutes;

namespace PqrsDesk.Features.Outages;

/// <summary>What a monitor says. What else it sends along is not looked at.</summary>
/// <param name="ExternalId">By which the monitor calls what it watches, or the alert: the same when it is down again.</param>
/// <param name="Status">down or firing; up or resolved.</param>
/// <param name="Product">Its name in the catalogue, or its number. Needed where it goes down.</param>
/// <param name="At">When it happened; now, where it is left out.</param>
/// <param name="Percent">1 to 99 of the service that is lost; all of it, where it is left out.</param>
public sealed record OutageSignal(string? ExternalId, string? Status, string? Product, int? ProductId, DateTimeOffset? At, int? Percent, string? Summary);

/// <param name="Fate">What became of the signal; in lists it is left out.</param>
/// <param name="Until">Null: it is under way.</param>
public sealed record OutageDocument(
    int Id, int ProductId, string? ExternalId, DateTimeOffset From, DateTimeOffset? Until, OutageReach Reach, int Percent, string Summary,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SignalFate? Fate = null)
{
    public static OutageDocument Of(Outage outage, SignalFate? fate = null) =>
        new(outage.Id, outage.ProductId, outage.ExternalId, outage.From, outage.Until, outage.Reach, outage.Percent, outage.Summary, fate);
}

/// <summary>The newest first.</summary>
public sealed record OutageList(IReadOnlyList<OutageDocument> Items);

/// <summary>A month of a product: minutes, and the percent that they make.</summary>
/// <param name="Month">Such as 2026-03.</param>
/// <param name="Percent">Null: nothing was promised in it.</param>
/// <param name="Target">What is aimed at; null: nothing.</param>
public sealed record AvailabilityDocument(int ProductId, string Month, double OpenMinutes, double PlannedMinutes, double CommittedMinutes, double DownMinutes, decimal? Percent, decimal? Target, string? Contract, bool? Met, bool UnderWay)
{
    /// <summary>What makes up the planned minutes, oldest first.</summary>
    public IReadOnlyList<ExcludedDocument> Excluded { get; init; } = [];
}

/// <summary>Planned work that was taken out of what is promised.</summary>
/// <param name="Minutes">Of open hours; what two have in common is said of the first alone.</param>
/// <param name="EnteredAt">When it was written down.</param>
/// <param name="ApprovedBy">The lead who let it count although it was written down late; null: it was in time.</param>
public sealed record ExcludedDocument(DateTimeOffset From, DateTimeOffset Until, double Minutes, string Reason, string EnteredBy, DateTimeOffset EnteredAt, string? ApprovedBy, string? ApprovalReason);

/// <summary><c>POST</c> and <c>GET /api/v1/outages</c>, <c>GET /api/v1/products/{numero}/availability</c></summary>
internal static class OutagesApi
{
    private const int BodyLimit = 64 * 1024;

    public static void MapOutagesApi(this IEndpointRouteBuilder routes)
    {
        ForPrograms(routes.MapPost(DeskUrls.ApiOutages, HearAsync), "SayOutage", "A monitor says that something is down, or up again.",
                "Asks for a key with the scope Monitor, which opens nothing else, or for one with a role. The same signal again changes nothing: an outage that is under way is known by its externalId. "
                + "Down again within a few minutes (Desk:Availability:FlapMinutes) continues the same outage. Up for an externalId that was never down is 404; up at an instant before it went down is refused.",
                AtLeast.Monitor)
            .Takes(BodyLimit)
            .Produces<OutageDocument>()
            .Produces<OutageDocument>(StatusCodes.Status201Created)
            .Refuses(StatusCodes.Status404NotFound);
        ForPrograms(routes.MapGet(DeskUrls.ApiOutages, ListAsync), "ListOutages", "Outages that are under way, or ended in the last three months.").Produces<OutageList>();
        ForPrograms(routes.MapGet(DeskUrls.ApiAvailability, MonthAsync), "GetAvailability", "How available a product was in a month, with the minutes behind the figure.")
            .Produces<AvailabilityDocument>().Refuses(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> HearAsync(OutageSignal said, HttpContext http, HearMonitor hear, IStringLocalizer<AvailabilityTexts> texts, CancellationToken cancel)
    {
        if (IsDown(said.Status) is not { } down) return texts.Problem(new(AvailabilityProblem.StatusUnknown, nameof(said.Status)));
        var heard = await hear.RunAsync(
            new MonitorSignal(WithoutNul(said.ExternalId), down, said.At)
            {
                Product = WithoutNul(said.Product),
                ProductId = said.ProductId,
                Summary = WithoutNul(said.Summary),
                Reach = said.Percent is null or 100 ? OutageReach.Full : OutageReach.Partial,
                Percent = said.Percent,
            },
            http.User.Identity!.Name!, cancel);
        return heard.Refusal is { } refusal ? texts.Problem(refusal)
            : heard.Fate == SignalFate.Opened ? TypedResults.Created((string?)null, OutageDocument.Of(heard.Outage!, heard.Fate))
            : TypedResults.Ok(OutageDocument.Of(heard.Outage!, heard.Fate));
    }

    private static async Task<OutageList> ListAsync(ReadAvailability read, TimeProvider clock, CancellationToken cancel)
    {
        var book = await read.BookAsync(null, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddMonths(-3), cancel);
        return new([.. book.Products.SelectMany(product => book.OutagesOf(product.Id)).OrderByDescending(outage => outage.From).Select(outage => OutageDocument.Of(outage))]);
    }

    private static async Task<IResult> MonthAsync(int numero, ReadAvailability read, SlaShelf shelf, TimeProvider clock, IStringLocalizer<AvailabilityTexts> texts, CancellationToken cancel, string? month = null)
    {
        var first = (await shelf.BookAsync()).DateOf(clock.GetUtcNow());
        if (month is not null && (!DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out first) || first.Year is < 1990 or > 2200))
            return texts.Problem(new(AvailabilityProblem.SinceInvalid, nameof(month)));
        var book = await read.BookAsync([numero], first, cancel);
        if (book.Product(numero) is not { } product) return texts.Problem(AvailabilityProblem.ProductUnknown, StatusCodes.Status404NotFound);
        var found = book.Month(product, first);
        var (counted, works) = (found.Counted, book.PlannedOf(numero).ToDictionary(work => work.Id));
        return TypedResults.Ok(new AvailabilityDocument(
            numero, found.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), counted.Open.TotalMinutes, counted.PlannedOut.TotalMinutes, counted.Committed.TotalMinutes, counted.Down.TotalMinutes,
            found.Percent, found.Goal?.Percent, found.Goal?.Contract, found.IsMet, found.IsUnderWay)
        {
            Excluded = [.. counted.Planned.Select(each => Excluded(each, works[each.DowntimeId]))],
        });
    }

    private static ExcludedDocument Excluded(CountedDowntime counted, PlannedDowntime work) => new(
        counted.Within.From, counted.Within.To, counted.Open.TotalMinutes, work.Reason, work.By, work.MadeAt ?? work.AnnouncedAt, work.IsLate ? work.ApprovedBy : null, work.IsLate ? work.ApprovalReason : null);

    private static bool? IsDown(string? status) => status?.Trim().ToLowerInvariant() switch
    {
        "down" or "firing" => true,
        "up" or "resolved" => false,
        _ => null,
    };

    private static string? WithoutNul(string? typed) => typed?.Replace("\0", "", StringComparison.Ordinal);
}
