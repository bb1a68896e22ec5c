using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework.Tagging;

/// <summary>Writes a tag in another way on every case that has it; where that is another tag of the house, the two become one.</summary>
/// <remarks>Each case's log says so. Some hundred cases go in one transaction: what a stop leaves undone is done by doing it again.</remarks>
public sealed class RenameTag(IDbContextFactory<DeskDb> desk, TicketDoor door)
{
    private const int Batch = 200;

    /// <returns>On how many cases it was, or why not.</returns>
    public async Task<(int Cases, Refusal? Refusal)> RunAsync(string from, string? to, Actor by, CancellationToken cancel)
    {
        if (!by.Is(Role.Lead)) return (0, RefusalCode.RoleTooLow);
        var name = Tag.Tidy(to);
        if (Tag.KeyOf(name) is not { Length: > 0 }) return (0, new Refusal(RefusalCode.TagInvalid, "Tags"));
        if (name.Length > Tag.Limit) return (0, new Refusal(RefusalCode.TextTooLong, "Tags", Tag.Limit.ToString(CultureInfo.InvariantCulture)));
        var changed = 0;
        for (long after = 0; ;)
        {
            var batch = await NextAsync(Tag.KeyOf(from), name, after, cancel);
            if (batch.Count == 0) return (changed, null);
            await door.ChangeManyAsync(batch.ConvertAll(id => new SeenTicket(id)), by, _ => Task.FromResult<TicketVerb>((ticket, book, now) => ticket.Tag([name], [from, name], book, now)), cancel);
            changed += batch.Count;
            after = batch[^1];
        }
    }

    /// <summary>Those that have it and write it otherwise.</summary>
    private async Task<List<long>> NextAsync(string key, string name, long after, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.CaseTags.Where(row => row.Key == key && row.Name != name && row.TicketId > after).OrderBy(row => row.TicketId).Select(row => row.TicketId).Take(Batch).ToListAsync(cancel);
    }
}
