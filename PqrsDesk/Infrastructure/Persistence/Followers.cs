using Microsoft.EntityFrameworkCore;

namespace PqrsDesk.Infrastructure.Persistence;

public static class Followers
{
    /// <summary>Those who follow it already go on. Inside the transaction of <paramref name="db"/>.</summary>
    public static async Task AddAsync(DeskDb db, long ticketId, IEnumerable<int> members, CancellationToken cancel)
    {
        // Two who call the same person at once must not refuse each other: both engines know this way to say it.
        foreach (var member in members.Distinct())
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "Followers" ("StaffId", "TicketId") VALUES ({member}, {ticketId}) ON CONFLICT DO NOTHING""", cancel);
    }
}
