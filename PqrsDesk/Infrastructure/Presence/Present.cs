using System.Collections.Frozen;

namespace PqrsDesk.Infrastructure.Presence;

/// <summary>Somebody who looks at a ticket now.</summary>
/// <param name="Writes">They have begun a message. That it is there is told, never what it says.</param>
/// <param name="Chats">They have begun a line to their colleagues.</param>
public sealed record Present(int MemberId, string Name, bool Writes, bool Chats = false);

/// <summary>Who is where, on all nodes, at one moment.</summary>
public sealed class Attendance
{
    private readonly FrozenDictionary<string, Present[]> _byTicket;

    private Attendance(FrozenDictionary<string, Present[]> byTicket) => _byTicket = byTicket;

    public static Attendance Nobody { get; } = new(FrozenDictionary<string, Present[]>.Empty);

    /// <summary>Somebody with two tabs open is there once, and writes when one of them does.</summary>
    internal static Attendance Of(IEnumerable<Seat> seats) => new(seats.GroupBy(seat => seat.Radicado).ToFrozenDictionary(
        ticket => ticket.Key,
        ticket => ticket.GroupBy(seat => seat.MemberId)
            .Select(own => new Present(own.Key, own.First().Name, own.Any(seat => seat.Writes), own.Any(seat => seat.Chats)))
            .OrderByDescending(present => present.Writes).ThenBy(present => present.Name, StringComparer.Ordinal).ThenBy(present => present.MemberId).ToArray()));

    /// <summary>Those at a ticket, who writes first; one is not among them oneself.</summary>
    public IReadOnlyList<Present> At(string radicado, int? me) =>
        _byTicket.TryGetValue(radicado, out var there) ? Array.FindAll(there, present => present.MemberId != me) : [];

    /// <summary>Whether a ticket looks the same to everybody as it did.</summary>
    public bool Same(Attendance before, string radicado) =>
        _byTicket.GetValueOrDefault(radicado, []).AsSpan().SequenceEqual(before._byTicket.GetValueOrDefault(radicado, []));
}

/// <summary>One tab at one ticket.</summary>
/// <param name="Id">Of the tab's visit, unique over all nodes.</param>
internal sealed record Seat(string Id, string Radicado, int MemberId, string Name, bool Writes, bool Chats = false);
