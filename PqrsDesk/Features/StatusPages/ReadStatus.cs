using PqrsDesk.Domain.Availability;
using PqrsDesk.Domain.Calendars;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.StatusPages;

/// <summary>Reads what everybody may know, once for all who ask within some seconds: when something is down, many come.</summary>
public sealed class ReadStatus
{
    /// <summary>Bars of each line.</summary>
    public const int Days = 90;

    /// <summary>Months of history.</summary>
    public const int Months = 12;
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(14);

    /// <summary>How old what is shown may be.</summary>
    public static readonly TimeSpan Trust = TimeSpan.FromSeconds(5);
    private readonly Shelf<StatusBoard> _shelf;
    private StatusBoard? _last;

    public ReadStatus(ReadAvailability availability, TimeProvider clock) => _shelf = new(clock, Trust, () => ReadAsync(availability, clock));

    /// <summary>How often the store was asked.</summary>
    public int Readings { get; private set; }

    public async Task<StatusBoard> RunAsync()
    {
        try
        {
            return _last = await _shelf.GetAsync();
        }
        catch (Exception) when (_last is not null)
        {
            // Also while the store is away: what was known last, with the time of it, is more than an error.
            return _last;
        }
    }

    private async Task<StatusBoard> ReadAsync(ReadAvailability availability, TimeProvider clock)
    {
        Readings++;
        var book = await availability.BookAsync(null, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddMonths(-Months), CancellationToken.None);
        var shown = book.Products.Where(product => product is { Active: true, Watch.IsPublic: true }).ToList();
        return new(
            book.Now, book.Zone, [.. shown.Select(product => LineOf(product, book))],
            [.. shown.SelectMany(product => book.OutagesOf(product.Id).Select(outage => Of(outage, product))).OrderBy(incident => incident.Until is not null).ThenByDescending(incident => incident.From)],
            [
                .. shown.SelectMany(product => book.PlannedOf(product.Id).Where(work => work.AnnouncedAt <= book.Now)
                    .SelectMany(work => work.Within(new Stretch(book.Now, book.Now + Ahead), book.Zone).Where(time => work.Counts(time.From)).Select(time => new PublicWork(product.Name, time, work.Reason)))).OrderBy(work => work.Time.From),
            ]);
    }

    private static StatusLine LineOf(WatchedProduct product, AvailabilityBook book)
    {
        var first = book.Today.AddDays(1 - Days);
        var days = Enumerable.Range(0, Days).Select(at => book.Of(product, LocalSpans.Day(first.AddDays(at), book.Zone)).Percent).ToList();
        return new(product.Name, book.StateOf(product), book.Of(product, new Stretch(LocalSpans.StartOf(first, book.Zone), book.Now)).Percent, first, days);
    }

    private static PublicIncident Of(Outage outage, WatchedProduct product) => new(
        outage.Id, product.Name, outage.Reach == OutageReach.Full ? PlatformState.Down : PlatformState.Degraded, outage.From, outage.Until, outage.PublicText,
        [.. outage.Updates.Where(update => update.IsPublic && (update.Text is not null || update.Step == OutageStep.Closed)).OrderByDescending(update => update.Id).Select(update => new PublicUpdate(update.At, update.Text, update.Step == OutageStep.Closed))]);
}
