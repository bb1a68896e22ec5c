namespace PqrsDesk.Domain.Tickets;

/// <summary>The case that a part comes from. Legal terms of the part count from that filing.</summary>
public sealed record PartOrigin(string Number, DateTimeOffset FiledAt, DateOnly FiledOn);
