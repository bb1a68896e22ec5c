namespace PqrsDesk.Domain.Together;

/// <summary>Somebody whom a text calls by name.</summary>
/// <param name="As">As it stands in the text, with its <c>@</c>: by it the name is marked, whatever the person is called later.</param>
public sealed record Mentioned(int StaffId, string As);
