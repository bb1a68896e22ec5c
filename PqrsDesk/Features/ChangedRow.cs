using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features;

/// <summary>A ticket that is not what it was.</summary>
/// <param name="Version">As the change left it.</param>
public sealed record ChangedRow(string Number, CaseBefore Before, int Version);
