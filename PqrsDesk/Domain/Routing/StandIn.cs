using PqrsDesk.Domain.People;

namespace PqrsDesk.Domain.Routing;

/// <summary>Somebody who is not there, and who stands in for them; null: nobody does.</summary>
public sealed record Away(string Name, string? StandIn);

/// <summary>Who is there when somebody is wanted.</summary>
/// <param name="Member">Null: neither they nor any substitute.</param>
/// <param name="Away">Who was asked before and is not there, in that order.</param>
public sealed record StandIn(StaffMember? Member, IReadOnlyList<Away> Away)
{
    /// <summary>Whoever is away is asked again by those who should stand in: nobody is there, and nobody can be.</summary>
    public bool IsRing { get; init; }
}

/// <summary>Who stands in from an instant on, until the next of them.</summary>
public sealed record StandInSpell(DateTimeOffset From, StandIn StandIn);
