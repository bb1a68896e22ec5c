using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Live;

/// <summary>That a ticket changed, where it stands now, and what happened. How it looks now, readers ask the store.</summary>
public sealed record TicketChange(long Id, string Number, int AreaId, int? OwnerId, int Version, IReadOnlyList<TicketEvent> Happened)
{
    /// <summary>It may have stood with another owner or in another area before.</summary>
    public bool Moved => Happened.Any(each => each.ChangesOwner);

    public static TicketChange Of(Ticket ticket, IReadOnlyList<TicketEvent> happened) => new(ticket.Id, ticket.Number, ticket.AreaId, ticket.OwnerId, ticket.Version, happened);
}

/// <summary>Carries what was committed to whoever shows it.</summary>
public interface ITicketFeed
{
    /// <summary>Calls <paramref name="read"/> after every commit that touched tickets, on the publisher's thread: return at once.</summary>
    IDisposable Subscribe(Action<IReadOnlyList<TicketChange>> read);

    void Publish(IReadOnlyList<TicketChange> changes);

    /// <summary>Grows with every publication: what was read before it grew may be stale.</summary>
    long Position { get; }

    int Subscribers { get; }
}

/// <summary>The feed within one process.</summary>
public sealed class TicketFeed(ILogger<TicketFeed> log) : ITicketFeed
{
    // The commit stands: one reader's fault reaches neither the writer nor the other readers.
    private readonly Ears<IReadOnlyList<TicketChange>> _readers = new(log);
    private long _position;

    public int Subscribers => _readers.Count;

    public long Position => Interlocked.Read(ref _position);

    public IDisposable Subscribe(Action<IReadOnlyList<TicketChange>> read) => _readers.Add(read);

    public void Publish(IReadOnlyList<TicketChange> changes)
    {
        Interlocked.Increment(ref _position);
        _readers.Call(changes);
    }
}
