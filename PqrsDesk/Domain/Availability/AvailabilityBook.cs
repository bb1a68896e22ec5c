using PqrsDesk.Domain.Calendars;

namespace PqrsDesk.Domain.Availability;

/// <summary>Something of the house whose availability is read.</summary>
/// <param name="Hours">In which it is promised.</param>
/// <param name="HoursName">Null: day and night.</param>
public sealed record WatchedProduct(int Id, string Name, bool Active, BusinessCalendar Hours, string? HoursName, PlatformWatch? Watch);

/// <summary>What a contract promises of a product, in percent of a month.</summary>
/// <param name="Contract">Its number.</param>
public sealed record AvailabilityPromise(int ProductId, DateOnly From, DateOnly Until, decimal Percent, string Contract)
{
    /// <summary>In which it is promised; null: in those of the product.</summary>
    public BusinessCalendar? Hours { get; init; }

    /// <summary>Of its own hours; null: day and night.</summary>
    public string? HoursName { get; init; }
}

/// <summary>What came of a promise in a month.</summary>
/// <param name="From">Its first day in the month.</param>
/// <param name="Until">Its last day in the month.</param>
/// <param name="Counted">Over its own hours and days.</param>
public sealed record PromisedAvailability(AvailabilityPromise Promise, DateOnly From, DateOnly Until, SpanAvailability Counted)
{
    public bool IsWholeMonth => From.Day == 1 && Until.AddDays(1).Day == 1;

    /// <summary>By the exact share; null: nothing to compare.</summary>
    public bool? IsKept => Counted.Share is { } share ? share * 100 >= Promise.Percent : null;
}

/// <summary>What the house aims at.</summary>
/// <param name="Contract">The one that asks for it; null: the house's own aim.</param>
public sealed record AvailabilityGoal(decimal Percent, string? Contract);

/// <summary>A month of something of the house.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Goal">Null: none was set.</param>
public sealed record MonthAvailability(DateOnly Month, SpanAvailability Counted, AvailabilityGoal? Goal, bool IsUnderWay)
{
    public decimal? Percent => Counted.Percent;

    /// <summary>Each contract's promise over its own hours; the figure of the month is over those of the product.</summary>
    public IReadOnlyList<PromisedAvailability> Promised { get; init; } = [];

    /// <summary>By the exact share and not by what is written of it, of each contract by itself, and without one against the house's own aim; null: nothing to compare.</summary>
    public bool? IsMet =>
        Promised.Any(each => each.IsKept == false) ? false
        : Promised.Any(each => each.IsKept == true) ? true
        : Promised.Count == 0 && Counted.Share is { } share && Goal is { } goal ? share * 100 >= goal.Percent : null;
}

/// <summary>All that the availability of some products is counted from, as it stood at an instant.</summary>
public sealed class AvailabilityBook(
    TimeZoneInfo zone, DateTimeOffset now, IReadOnlyList<WatchedProduct> products, IReadOnlyList<Outage> outages, IReadOnlyList<PlannedDowntime> planned, IReadOnlyList<AvailabilityPromise> promises)
{
    private readonly ILookup<int, Outage> _outages = outages.Where(outage => !outage.IsVoid).ToLookup(outage => outage.ProductId);
    private readonly ILookup<int, PlannedDowntime> _planned = planned.ToLookup(work => work.ProductId);

    public TimeZoneInfo Zone => zone;

    public DateTimeOffset Now => now;

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);

    public IReadOnlyList<WatchedProduct> Products => products;

    public WatchedProduct? Product(int id) => products.FirstOrDefault(product => product.Id == id);

    /// <summary>The newest first.</summary>
    public IEnumerable<Outage> OutagesOf(int product) => _outages[product].OrderByDescending(outage => outage.From);

    public IEnumerable<PlannedDowntime> PlannedOf(int product) => _planned[product].OrderBy(work => work.From);

    /// <summary>Times of planned work that touch a span and are taken out of what is promised; cancelled ones are left out.</summary>
    public IEnumerable<PlannedSpan> PlannedOf(int product, Stretch span) => TimesOf(product, span, counts: true);

    /// <summary>Times that nobody announced before they began, and no lead approved: they are promised like all others.</summary>
    public IEnumerable<PlannedSpan> UnannouncedOf(int product, Stretch span) => TimesOf(product, span, counts: false);

    /// <summary>Of what is past of the span, from the first day in service on.</summary>
    public SpanAvailability Of(WatchedProduct product, Stretch span) => Of(product, span, product.Hours);

    private SpanAvailability Of(WatchedProduct product, Stretch span, BusinessCalendar hours)
    {
        var lived = span & new Stretch(product.Watch?.Since is { } since ? LocalSpans.StartOf(since, zone) : DateTimeOffset.MinValue, now);
        return lived.IsEmpty ? SpanAvailability.Nothing(span) : SpanAvailability.Of(lived, hours, _outages[product.Id].Select(outage => outage.SpanAt(now)), PlannedOf(product.Id, lived));
    }

    /// <param name="month">Any day of it.</param>
    public MonthAvailability Month(WatchedProduct product, DateOnly month)
    {
        var span = LocalSpans.Month(month, zone);
        return new(LocalSpans.FirstOf(month), Of(product, span), GoalOf(product, month), span.Contains(now)) { Promised = Promised(product, month) };
    }

    /// <summary>What contracts promised of it in a month, the strictest first.</summary>
    /// <param name="month">Any day of it.</param>
    public IReadOnlyList<PromisedAvailability> Promised(WatchedProduct product, DateOnly month)
    {
        var (first, last) = (LocalSpans.FirstOf(month), LocalSpans.FirstOf(month).AddMonths(1).AddDays(-1));
        return
        [
            .. from promise in promises
               where promise.ProductId == product.Id && promise.From <= last && promise.Until >= first
               let begins = promise.From > first ? promise.From : first
               let ends = promise.Until < last ? promise.Until : last
               orderby promise.Percent descending, promise.Contract, begins
               select new PromisedAvailability(promise, begins, ends, Of(product, new Stretch(LocalSpans.StartOf(begins, zone), LocalSpans.StartOf(ends.AddDays(1), zone)), promise.Hours ?? product.Hours)),
        ];
    }

    /// <summary>The newest last.</summary>
    public IReadOnlyList<MonthAvailability> Months(WatchedProduct product, DateOnly last, int count) =>
        [.. Enumerable.Range(0, count).Select(at => Month(product, LocalSpans.FirstOf(last).AddMonths(at + 1 - count)))];

    private IEnumerable<PlannedSpan> TimesOf(int product, Stretch span, bool counts) => _planned[product]
        .SelectMany(work => work.Within(span, zone).Where(time => work.Counts(time.From) == counts).Select(time => new PlannedSpan(work.Id, time)));

    public PlatformState StateOf(WatchedProduct product) => PlatformStates.Of(
        _outages[product.Id].Where(outage => outage.IsUnderWay).Select(outage => outage.Reach),
        PlannedOf(product.Id, new Stretch(now, now.AddTicks(1))).Any());

    /// <summary>The strictest of the contracts of that month; without one, the house's own.</summary>
    private AvailabilityGoal? GoalOf(WatchedProduct product, DateOnly month)
    {
        var (first, last) = (LocalSpans.FirstOf(month), LocalSpans.FirstOf(month).AddMonths(1).AddDays(-1));
        var strictest = promises.Where(promise => promise.ProductId == product.Id && promise.From <= last && promise.Until >= first).OrderByDescending(promise => promise.Percent).ThenBy(promise => promise.Contract, StringComparer.Ordinal).FirstOrDefault();
        return strictest is not null ? new(strictest.Percent, strictest.Contract) : product.Watch?.Target is { } own ? new(own, null) : null;
    }
}
