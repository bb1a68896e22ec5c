using System.Collections.Immutable;

namespace PqrsDesk.Infrastructure.Live;

/// <summary>That a ticket changed, and where it stands now. Not what changed: readers ask the store.</summary>
public readonly record struct TicketChange(long Id, string Number, int AreaId, int? OwnerId, int Version);

/// <summary>Carries what was committed to whoever shows it.</summary>
public interface ITicketFeed
{
    /// <summary>Calls <paramref name="read"/> after every commit that touched tickets, on the publisher's thread: return at once.</summary>
    IDisposable Subscribe(Action<IReadOnlyList<TicketChange>> read);

    void Publish(IReadOnlyList<TicketChange> changes);

    int Subscribers { get; }
}

/// <summary>The feed within one process.</summary>
public sealed class TicketFeed(ILogger<TicketFeed> log) : ITicketFeed
{
    private ImmutableArray<Subscription> _readers = [];

    public int Subscribers => _readers.Length;

    public IDisposable Subscribe(Action<IReadOnlyList<TicketChange>> read)
    {
        var subscription = new Subscription(this, read);
        ImmutableInterlocked.Update(ref _readers, readers => readers.Add(subscription));
        return subscription;
    }

    public void Publish(IReadOnlyList<TicketChange> changes)
    {
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
