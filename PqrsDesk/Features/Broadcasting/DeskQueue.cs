using System.Globalization;
using PqrsDesk.Infrastructure.Live;

namespace PqrsDesk.Features.Broadcasting;

/// <summary>What a program listens to: all tickets, those of an area, of a queue of one or of an owner, those without an owner, or the counters.</summary>
internal abstract record DeskQueue
{
    private DeskQueue()
    {
    }

    /// <param name="name"><c>all</c>, <c>unassigned</c>, <c>area:3</c>, <c>queue:2</c>, <c>owner:5</c> or <c>counters</c>.</param>
    /// <returns>Null when there is no such queue.</returns>
    public static DeskQueue? Read(string? name) => name?.Split(':') switch
    {
        ["all"] => new All(),
        ["unassigned"] => new Unassigned(),
        ["counters"] => new Counted(),
        ["area", var id] when Number(id) is { } area => new OfArea(area),
        ["queue", var id] when Number(id) is { } queue => new OfWorkQueue(queue),
        ["owner", var id] when Number(id) is { } owner => new OfOwner(owner),
        _ => null,
    };

    /// <summary>A ticket that changes hands is told to all who listen by area, or by owner: one of them has lost it.</summary>
    public bool Has(LogLine line) => this switch
    {
        All => true,
        Unassigned => line.OwnerId is null || line.ChangesOwner,
        OfArea of => line.AreaId == of.AreaId || line.ChangesArea,
        OfWorkQueue of => line.WorkQueueId == of.QueueId || line.ChangesQueue,
        OfOwner of => line.OwnerId == of.OwnerId || line.ChangesOwner,
        Counted => false,
        _ => throw new InvalidOperationException($"No such queue: {this}."),
    };

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public sealed record All : DeskQueue;

    public sealed record Unassigned : DeskQueue;

    public sealed record OfArea(int AreaId) : DeskQueue;

    public sealed record OfWorkQueue(int QueueId) : DeskQueue;

    public sealed record OfOwner(int OwnerId) : DeskQueue;

    public sealed record Counted : DeskQueue;
}
