namespace PqrsDesk.Domain.Together;

/// <summary>Somebody who is told what others do on a case. A person's own choice: it is no part of the case's history.</summary>
public sealed class CaseFollower
{
    public required int StaffId { get; init; }
    public required long TicketId { get; init; }
}
