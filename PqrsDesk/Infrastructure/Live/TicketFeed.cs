using System.Collections.Immutable;
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
    private ImmutableArray<Subscription> _readers = [];
    private long _position;

    public int Subscribers => _readers.Length;

    public long Position => Interlocked.Read(ref _position);

    public IDisposable Subscribe(Action<IReadOnlyList<TicketChange>> read)
    {
        var subscription = new Subscription(this, read);
        ImmutableInterlocked.Update(ref _readers, readers => readers.Add(subscription));
        return subscription;
    }

    public void Publish(IReadOnlyList<TicketChange> changes)
    {
        Interlocked.Increment(ref _position);
        foreach (var reader in _readers)
        {
            try
            {
                reader.Read(changes);
            }
            catch (Exception wrong)
            {
                // The commit stands; one reader's fault must reach neither the writer nor the other readers.
                log.LogError(wrong, "A reader of the feed failed.");
            }
        }
    }

    private sealed class Subscription(TicketFeed feed, Action<IReadOnlyList<TicketChange>> read) : IDisposable
    {
        public Action<IReadOnlyList<TicketChange>> Read => read;

        public void Dispose() => ImmutableInterlocked.Update(ref feed._readers, readers => readers.Remove(this));
    }
}
