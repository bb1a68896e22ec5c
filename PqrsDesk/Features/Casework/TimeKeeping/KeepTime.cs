using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework.TimeKeeping;

/// <summary>Writes down what people spent on a case, and puts it right.</summary>
public sealed class KeepTime(TicketDoor door)
{
    /// <param name="on">Null: today.</param>
    public Task<Decision> SpendAsync(string radicado, int minutes, string? what, DateOnly? on, bool timed, Actor by, CancellationToken cancel) =>
        door.ChangeAsync(radicado, null, by, (ticket, book, now) => ticket.SpendTime(minutes, what, on ?? now.On, timed, book, now), cancel);

    public Task<Decision> CorrectAsync(string radicado, int number, int minutes, string? reason, Actor by, CancellationToken cancel) =>
        door.ChangeAsync(radicado, null, by, (ticket, book, now) => ticket.CorrectTime(number, minutes, reason, book, now), cancel);
}
