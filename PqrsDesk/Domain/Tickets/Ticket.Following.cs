using PqrsDesk.Domain.Together;

namespace PqrsDesk.Domain.Tickets;

// Seguir: each person's own choice. Nothing happens to the case by it, and its log does not say it.
public sealed partial class Ticket
{
    private readonly List<CaseFollower> _followerRows = [];

    /// <summary>Who follows it. Not of the ticket's own state, and not loaded with it.</summary>
    public IReadOnlyList<CaseFollower> FollowerRows => _followerRows;
}
