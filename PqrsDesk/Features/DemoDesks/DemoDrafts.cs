using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.DemoDesks;

/// <summary>Answers that somebody began yesterday and did not send.</summary>
internal static class DemoDrafts
{
    private const int Begun = 3;

    public static void Add(DeskDb db, IEnumerable<Ticket> tickets, DateTimeOffset now)
    {
        foreach (var (ticket, at) in tickets.Where(ticket => ticket is { IsOpen: true, OwnerId: not null }).DistinctBy(ticket => ticket.OwnerId).Take(Begun).Select((ticket, at) => (ticket, at)))
        {
            // As the composer keeps it.
            db.Drafts.Add(new Draft
            {
                StaffId = ticket.OwnerId!.Value,
                Key = $"caso:{ticket.Number}",
                Text = """{"Reply":"Cordial saludo. Estamos revisando lo que nos cuenta y le daremos respuesta de fondo.","Note":"","Waiting":"","Cause":"","Seen":null}""",
                ChangedAt = now.AddHours(-18 - at),
            });
        }
    }
}
