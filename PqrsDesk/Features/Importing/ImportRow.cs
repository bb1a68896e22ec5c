using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Importing;

/// <summary>A row that can be imported: it only lacks the numbers that the database gives.</summary>
/// <param name="Filing">Without area and petitioner, which are found by name when it is written.</param>
public sealed record ImportRow(
    int Line,
    string ExternalId,
    DateTimeOffset FiledAt,
    DateTimeOffset? DueAt,
    DateTimeOffset? ClosedAt,
    string AreaName,
    Filing Filing,
    PetitionerDetails Petitioner);

/// <summary>A row that cannot, and all that is wrong with it.</summary>
public sealed record RejectedRow(CsvRow Row, IReadOnlyList<Said> Reasons);
