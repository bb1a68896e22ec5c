using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Availability;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Outages;

/// <summary>What a monitor says.</summary>
/// <param name="ExternalId">By which it calls what it watches, or the alert: the same when it is down again.</param>
/// <param name="Product">Its name in the catalogue; only needed where it goes down.</param>
/// <param name="At">When it happened; null: now.</param>
public sealed record MonitorSignal(string? ExternalId, bool Down, DateTimeOffset? At)
{
    public string? Product { get; init; }
    public int? ProductId { get; init; }
    public OutageReach Reach { get; init; } = OutageReach.Full;
    public int? Percent { get; init; }
    public string? Summary { get; init; }
}

/// <summary>What became of it.</summary>
public enum SignalFate
{
    Opened = 1,

    /// <summary>It was down a moment ago: the same outage goes on.</summary>
    Continued,
    Closed,

    /// <summary>It was known already.</summary>
    Known,
}

public sealed record SignalSaid(SignalFate Fate, Outage? Outage, AvailabilityRefusal? Refusal = null)
{
    public static implicit operator SignalSaid(AvailabilityRefusal refusal) => new(default, null, refusal);
}

/// <summary>Takes what monitors say: the same twice changes nothing, in whatever order it arrives.</summary>
public sealed class HearMonitor(DeskWriter writer, TopicInterceptor topics, DeskSettings settings, TimeProvider clock)
{
    /// <summary>A monitor's clock may be ahead of the desk's by so much.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    public async Task<SignalSaid> RunAsync(MonitorSignal signal, string by, CancellationToken cancel)
    {
        var id = signal.ExternalId?.Trim();
        if (string.IsNullOrEmpty(id)) return new AvailabilityRefusal(AvailabilityProblem.ExternalMissing, nameof(signal.ExternalId));
        if (AvailabilityRefusal.TooLong(id, Outage.ExternalIdLimit, nameof(signal.ExternalId)) is { } tooLong) return tooLong;
        for (var again = false; ; again = true)
        {
            try
            {
                return await writer.RunAsync(db => HearAsync(db, id, signal, by, cancel), cancel, said => said.Refusal is null);
            }
            catch (DbUpdateException) when (!again)
            {
                // Another node heard the same at the same time: this time it is known.
            }
        }
    }

    private async Task<SignalSaid> HearAsync(DeskDb db, string id, MonitorSignal signal, string by, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var at = signal.At ?? now;
        if (at > now + Skew) return new AvailabilityRefusal(AvailabilityProblem.StartFuture, nameof(signal.At));
        if (at > now) at = now;
        var last = await db.Outages.Include(outage => outage.Updates).Where(outage => outage.ExternalId == id && outage.VoidedAt == null)
            .OrderByDescending(outage => outage.Until == null).ThenByDescending(outage => outage.From).FirstOrDefaultAsync(cancel);
        var said = signal.Down ? await DownAsync(db, last, id, at, signal, by, now, cancel) : Up(last, at, by, now);
        if (said.Refusal is not null || said.Fate == SignalFate.Known) return said;
        await db.SaveChangesAsync(cancel);
        await topics.TellAsync(db, [LiveTopic.Outages], cancel);
        return said;
    }

    private async Task<SignalSaid> DownAsync(DeskDb db, Outage? last, string id, DateTimeOffset at, MonitorSignal signal, string by, DateTimeOffset now, CancellationToken cancel)
    {
        if (last is not null && (last.IsUnderWay || at < last.Until)) return new(SignalFate.Known, last);
        if (last is { Until: { } until } && at - until <= TimeSpan.FromMinutes(settings.FlapMinutes))
        {
            last.Continue(by, at);
            return new(SignalFate.Continued, last);
        }

        // Somebody said of that very signal that it was none; a monitor that goes on saying it is not believed.
        if (await db.Outages.Include(outage => outage.Updates).FirstOrDefaultAsync(outage => outage.ExternalId == id && outage.VoidedAt != null && outage.From == Outage.Whole(at), cancel) is { } voided) return new(SignalFate.Known, voided);
        if (await ProductAsync(db, signal, cancel) is not { } product) return new AvailabilityRefusal(AvailabilityProblem.ProductUnknown, nameof(signal.Product), signal.Product);
        var details = new OutageDetails(at, null, signal.Reach, signal.Percent, Shorten(string.IsNullOrWhiteSpace(signal.Summary) ? $"{product.Name}: {id}" : signal.Summary));
        if (Outage.Record(product.Id, details, id, by, now, out var refusal) is not { } outage) return refusal!;
        db.Outages.Add(outage);
        return new(SignalFate.Opened, outage);
    }

    private static SignalSaid Up(Outage? last, DateTimeOffset at, string by, DateTimeOffset now)
    {
        if (last is null) return new AvailabilityRefusal(AvailabilityProblem.ExternalUnknown, "ExternalId");
        if (at <= last.From) return new AvailabilityRefusal(AvailabilityProblem.UpBeforeDown, "At");
        if (!last.IsUnderWay || last.FailedAgainAfter(at)) return new(SignalFate.Known, last);
        return last.Close(at, null, by, now) is { } refusal ? (SignalSaid)refusal : new SignalSaid(SignalFate.Closed, last);
    }

    private static async Task<(int Id, string Name)?> ProductAsync(DeskDb db, MonitorSignal signal, CancellationToken cancel)
    {
        var wanted = Ticket.Fold(signal.Product ?? "").Trim();
        var known = (await db.Products.AsNoTracking().Select(product => new { product.Id, product.Name }).ToListAsync(cancel))
            .Find(product => signal.ProductId is { } number ? product.Id == number : wanted.Length > 0 && Ticket.Fold(product.Name) == wanted);
        return known is null ? null : (known.Id, known.Name);
    }

    /// <summary>A monitor's message may be long: it is cut, and not refused, for nobody is there to shorten it.</summary>
    private static string Shorten(string summary) => Texts.Shorten(summary.Trim(), Outage.SummaryLimit);
}
