using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Domain.Together;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework.Together;

/// <summary>Says a line beside a case. Whoever is called by name is told at once, and follows the case from then on.</summary>
public sealed class SayInChat(DeskWriter writer, TopicInterceptor topics, TimeProvider clock)
{
    /// <param name="key">By which a line that is sent twice is known again.</param>
    /// <returns>Null: it was said.</returns>
    public Task<Refusal?> RunAsync(long ticketId, string? text, Guid key, Actor by, CancellationToken cancel)
    {
        var tidy = ChatLine.Tidy(text);
        return ChatLine.Refuse(tidy, by) is { } refusal ? Task.FromResult<Refusal?>(refusal)
            : writer.RunAsync(db => SayAsync(db, ticketId, tidy, key, by, cancel), cancel, refused => refused is null);
    }

    /// <summary>How far somebody has read.</summary>
    public Task SeeAsync(long ticketId, int staffId, long upTo, CancellationToken cancel) => writer.RunAsync(async db =>
    {
        var seen = await db.ChatReadings.Where(reading => reading.StaffId == staffId && reading.TicketId == ticketId)
            .ExecuteUpdateAsync(set => set.SetProperty(reading => reading.UpTo, reading => reading.UpTo > upTo ? reading.UpTo : upTo), cancel);

        // In two tabs at once both may be the first.
        if (seen == 0)
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "ChatReadings" ("StaffId", "TicketId", "UpTo") VALUES ({staffId}, {ticketId}, {upTo}) ON CONFLICT DO NOTHING""", cancel);
        return true;
    }, cancel);

    private async Task<Refusal?> SayAsync(DeskDb db, long ticketId, string text, Guid key, Actor by, CancellationToken cancel)
    {
        // The same line said again while the first is on its way waits here, and then finds it.
        if (db is PostgresDeskDb) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({key.ToString()}, 2))", cancel);
        if (await db.ChatLines.AnyAsync(line => line.Key == key, cancel)) return null;
        if (!await db.Tickets.AnyAsync(ticket => ticket.Id == ticketId, cancel)) return RefusalCode.TicketNotFound;
        var (now, me) = (clock.GetUtcNow(), by.StaffId!.Value);
        var mentions = await db.MentionsAsync(text, cancel);
        db.ChatLines.Add(new ChatLine { TicketId = ticketId, StaffId = me, By = by.Name, At = now, Text = text, Mentions = mentions.Count == 0 ? null : mentions, Key = key });
        var called = mentions.Select(each => each.StaffId).Where(member => member != me).ToList();
        foreach (var member in called)
            db.Notices.Add(new Notice { StaffId = member, TicketId = ticketId, Sequence = 0, Kind = NoticeKind.Mention, At = now, By = by.Name, Words = Notice.Shorten(text) });
        await Followers.AddAsync(db, ticketId, called, cancel);
        await topics.TellAsync(db, called.Select(LiveTopic.Followed).Append(LiveTopic.Together(ticketId)), cancel);
        return null;
    }
}
