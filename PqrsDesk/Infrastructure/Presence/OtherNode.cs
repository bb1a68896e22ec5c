using System.Collections.Immutable;

namespace PqrsDesk.Infrastructure.Presence;

/// <summary>What a node says of its people: those who came or changed, those who left; and at each beat all of them.</summary>
/// <param name="Beat">Counts the times it said all.</param>
/// <param name="IsWhole">All of the beat is said with this: whoever was not named in it is gone.</param>
internal sealed record PresenceNote(long Beat, bool IsWhole, IReadOnlyList<Seat> Here, IReadOnlyList<string> Gone);

/// <summary>The people of another node, as far as it was heard.</summary>
internal sealed record OtherNode(ImmutableDictionary<string, (Seat Seat, long Beat)> Known, long HeardAt)
{
    public static OtherNode Silent { get; } = new(ImmutableDictionary<string, (Seat, long)>.Empty, 0);

    public IEnumerable<Seat> Seats => Known.Values.Select(known => known.Seat);

    public OtherNode Take(PresenceNote note, long heardAt)
    {
        var known = Known.SetItems(note.Here.Select(seat => KeyValuePair.Create(seat.Id, (seat, note.Beat)))).RemoveRange(note.Gone);
        if (note.IsWhole) known = known.RemoveRange(known.Where(each => each.Value.Beat < note.Beat).Select(each => each.Key).ToList());
        return new(known, heardAt);
    }
}

/// <summary>One of this node's people came or changed, or left.</summary>
internal sealed record SeatChange(Seat? Here, string? Gone);
