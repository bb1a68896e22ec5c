using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Availability;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Outages;

/// <summary>What came of something that was done to an outage.</summary>
/// <param name="Id">Null where it was refused.</param>
public sealed record OutageSaid(int? Id, AvailabilityRefusal? Refusal = null)
{
    public static implicit operator OutageSaid(AvailabilityRefusal refusal) => new(null, refusal);
}

/// <summary>What is done with an outage that is there.</summary>
public delegate AvailabilityRefusal? OutageVerb(Outage outage, DateTimeOffset now);

/// <summary>Records outages by hand, and keeps them.</summary>
public sealed class KeepOutages(DeskWriter writer, TopicInterceptor topics, TimeProvider clock)
{
    public Task<OutageSaid> RecordAsync(int productId, OutageDetails details, Actor by, CancellationToken cancel) => RunAsync(by, async db =>
    {
        if (!await db.Products.AnyAsync(product => product.Id == productId, cancel)) return new AvailabilityRefusal(AvailabilityProblem.ProductUnknown, nameof(Outage.ProductId));
        if (Outage.Record(productId, details, null, by.Name, clock.GetUtcNow(), out var refusal) is not { } outage) return refusal!;
        db.Outages.Add(outage);
        await TellAsync(db, cancel);
        return new OutageSaid(outage.Id);
    }, cancel);

    /// <param name="seen">The version that the person had before their eyes; null: whatever happened.</param>
    public Task<OutageSaid> ChangeAsync(int id, int? seen, Actor by, OutageVerb verb, CancellationToken cancel) => RunAsync(by, async db =>
    {
        if (await db.Outages.Include(outage => outage.Updates.OrderBy(update => update.Id)).SingleOrDefaultAsync(outage => outage.Id == id, cancel) is not { } outage) return (AvailabilityRefusal)AvailabilityProblem.OutageUnknown;
        if (seen is { } version && version != outage.Version) return new AvailabilityRefusal(AvailabilityProblem.ChangedMeanwhile, null, outage.Updates is [.., var last] ? last.By : null);
        if (verb(outage, clock.GetUtcNow()) is { } refusal) return refusal;
        if (outage.IsUnderWay && outage.ExternalId is { } monitored && await db.Outages.AnyAsync(other => other.ExternalId == monitored && other.Id != id && other.Until == null && other.VoidedAt == null, cancel))
            return (AvailabilityRefusal)AvailabilityProblem.AnotherUnderWay;
        await TellAsync(db, cancel);
        return new OutageSaid(id);
    }, cancel);

    private async Task TellAsync(DeskDb db, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        await topics.TellAsync(db, [LiveTopic.Outages], cancel);
    }

    private async Task<OutageSaid> RunAsync(Actor by, Func<DeskDb, Task<OutageSaid>> work, CancellationToken cancel)
    {
        if (!by.Is(Role.Agent)) return (AvailabilityRefusal)AvailabilityProblem.RoleTooLow;
        try
        {
            return await writer.RunAsync(work, cancel, said => said.Refusal is null);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node was quicker, and nothing was overwritten.
            return (AvailabilityRefusal)AvailabilityProblem.ChangedMeanwhile;
        }
    }
}
