using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Domain.Together;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.DemoDesks;

/// <summary>A few cases that are followed, with something said beside them.</summary>
internal static class DemoTogether
{
    private const int Cases = 3;

    public static async Task<bool> AddAsync(DeskDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var staff = await db.Staff.AsNoTracking().Where(member => member.Active).OrderBy(member => member.Id).ToListAsync(cancel);
        var cases = await db.Tickets.Where(t => t.Status == TicketStatus.InProgress && t.OwnerId != null).OrderByDescending(t => t.Id).Take(Cases).Select(t => new { t.Id, Owner = t.OwnerId!.Value }).ToListAsync(cancel);
        if (staff.Find(member => member.Role == Role.Lead) is not { } lead || staff.Find(member => member.Role == Role.Agent) is not { } agent) return false;
        var book = await db.MentionBookAsync(cancel);
        foreach (var each in cases)
        {
            var owner = staff.Find(member => member.Id == each.Owner) ?? agent;
            await Followers.AddAsync(db, each.Id, [agent.Id, lead.Id], cancel);
            var called = new[] { owner, agent }.Distinct().Select(member => $"@{book.People.First(one => one.Id == member.Id).Handle}");
            Say(lead, $"{string.Join(" y ", called)}: ¿ya contestó Cartera?", 90);
            Say(owner, "Sí, confirmaron el cobro doble. Respondo hoy.", 60);

            void Say(StaffMember by, string text, int ago)
            {
                var mentions = book.In(text);
                db.ChatLines.Add(new ChatLine { TicketId = each.Id, StaffId = by.Id, By = by.Name, At = now.AddMinutes(-ago), Text = text, Mentions = mentions.Count == 0 ? null : mentions, Key = Guid.NewGuid() });
                foreach (var called in mentions)
                    db.Notices.Add(new Notice { StaffId = called.StaffId, TicketId = each.Id, Sequence = 0, Kind = NoticeKind.Mention, At = now.AddMinutes(-ago), By = by.Name, Words = Notice.Shorten(text) });
            }
        }

        return true;
    }
}
