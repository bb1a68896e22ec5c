using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Availability;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Outages;

/// <summary>Announces planned work, and cancels it; and what is aimed at and shown of a product.</summary>
public sealed class KeepPlanned(DeskWriter writer, TopicInterceptor topics, SlaShelf shelf, TimeProvider clock)
{
    /// <returns>Null when it was kept.</returns>
    public async Task<AvailabilityRefusal?> AnnounceAsync(PlannedDowntime work, Actor by, CancellationToken cancel)
    {
        var zone = (await shelf.BookAsync()).Zone;
        return await RunAsync(by, Role.Agent, async db =>
        {
            if (!await db.Products.AnyAsync(product => product.Id == work.ProductId, cancel)) return new(AvailabilityProblem.ProductUnknown, nameof(work.ProductId));
            if (work.Enter(zone, clock.GetUtcNow()) is { } refusal) return refusal;
            db.PlannedDowntimes.Add(work);
            return null;
        }, cancel);
    }

    /// <summary>A lead lets count as planned what was written down too late.</summary>
    public Task<AvailabilityRefusal?> ApproveAsync(int id, string? reason, Actor by, CancellationToken cancel) => RunAsync(by, Role.Lead, async db =>
        await db.PlannedDowntimes.SingleOrDefaultAsync(work => work.Id == id, cancel) is not { } work ? AvailabilityProblem.PlannedUnknown : work.Approve(reason, by.Name, clock.GetUtcNow()), cancel);

    public async Task<AvailabilityRefusal?> CancelAsync(int id, string? reason, Actor by, CancellationToken cancel)
    {
        var zone = (await shelf.BookAsync()).Zone;
        return await RunAsync(by, Role.Agent, async db =>
            await db.PlannedDowntimes.SingleOrDefaultAsync(work => work.Id == id, cancel) is not { } work ? AvailabilityProblem.PlannedUnknown : work.Cancel(reason, by.Name, zone, clock.GetUtcNow()), cancel);
    }

    /// <summary>Whether everybody is shown it, what the house aims at, and since when it is there.</summary>
    public async Task<AvailabilityRefusal?> WatchAsync(int productId, bool isPublic, decimal? target, DateOnly? since, Actor by, CancellationToken cancel)
    {
        var book = await shelf.BookAsync();
        if (PlatformWatch.Refuse(target, since, book.DateOf(clock.GetUtcNow())) is { } refusal) return refusal;
        return await RunAsync(by, Role.Lead, async db =>
        {
            if (!await db.Products.AnyAsync(product => product.Id == productId, cancel)) return new(AvailabilityProblem.ProductUnknown, nameof(productId));
            var watch = await db.PlatformWatches.SingleOrDefaultAsync(each => each.ProductId == productId, cancel);
            if (watch is null) db.PlatformWatches.Add(watch = new PlatformWatch { ProductId = productId });
            (watch.IsPublic, watch.Target, watch.Since) = (isPublic, target, since);
            return null;
        }, cancel);
    }

    private async Task<AvailabilityRefusal?> RunAsync(Actor by, Role least, Func<DeskDb, Task<AvailabilityRefusal?>> work, CancellationToken cancel) => !by.Is(least) ? AvailabilityProblem.RoleTooLow
        : await writer.RunAsync(async db =>
        {
            if (await work(db) is { } refusal) return refusal;
            await topics.TellAsync(db, [LiveTopic.Outages], cancel);
            return (AvailabilityRefusal?)null;
        }, cancel, refusal => refusal is null);
}
