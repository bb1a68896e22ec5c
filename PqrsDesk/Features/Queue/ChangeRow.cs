using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Queue;

/// <summary>What can be done to a ticket without opening it.</summary>
public sealed class ChangeRow(TicketDoor door)
{
    /// <summary>Whatever happened meanwhile, a ticket without an owner can be taken.</summary>
    public Task<Decision> TakeAsync(string number, Actor by, CancellationToken cancel) =>
        door.ChangeAsync(number, null, by, async (db, ticket, book, now) =>
            await MemberAsync(db, by.StaffId, cancel) is { } member ? ticket.TakeFor(member, book, now) : RefusalCode.AgentUnknown, cancel);

    public Task<Decision> ReleaseAsync(string number, int? seen, Actor by, CancellationToken cancel) =>
        door.ChangeAsync(number, seen, by, (ticket, book, now) => ticket.Release(null, book, now), cancel);

    /// <param name="seen">The version of the row when the person chose.</param>
    public Task<Decision> AssignAsync(string number, int seen, int memberId, Actor by, CancellationToken cancel) =>
        door.ChangeAsync(number, seen, by, async (db, ticket, book, now) =>
            await MemberAsync(db, memberId, cancel) is { } member ? ticket.Assign(member, null, book, now) : RefusalCode.AgentUnknown, cancel);

    /// <inheritdoc cref="AssignAsync"/>
    public Task<Decision> PrioritizeAsync(string number, int seen, Priority priority, string? reason, Actor by, CancellationToken cancel) =>
        door.ChangeAsync(number, seen, by, (ticket, book, now) => ticket.ChangePriority(priority, reason, book, now), cancel);

    private static Task<StaffMember?> MemberAsync(DeskDb db, int? id, CancellationToken cancel) =>
        db.Staff.SingleOrDefaultAsync(member => member.Id == id, cancel);
}
