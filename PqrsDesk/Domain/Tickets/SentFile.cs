namespace PqrsDesk.Domain.Tickets;

/// <summary>A file that goes to the petitioner along with what is said.</summary>
public readonly record struct SentFile(Guid Id, string Name, long Bytes);
