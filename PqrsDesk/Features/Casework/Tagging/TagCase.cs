using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework.Tagging;

/// <summary>Puts tags on a case and takes them off. A word that the house writes already is written as the house does.</summary>
public sealed class TagCase(TicketDoor door)
{
    public Task<Decision> RunAsync(string radicado, IReadOnlyList<string?> add, IReadOnlyList<string?> remove, Actor by, CancellationToken cancel) =>
        door.ChangeAsync(radicado, null, by, async (db, ticket, book, now) => ticket.Tag(await AsWrittenAsync(db, add, cancel), remove, book, now), cancel);

    private static async Task<IReadOnlyList<string?>> AsWrittenAsync(DeskDb db, IReadOnlyList<string?> typed, CancellationToken cancel)
    {
        var keys = typed.Select(Tag.KeyOf).Where(key => key.Length is > 0 and <= Tag.KeyLimit).Distinct().Take(Tag.Most).ToList();
        var known = new Dictionary<string, string>();
        foreach (var key in keys)
            if (await db.CaseTags.Where(row => row.Key == key).OrderBy(row => row.TicketId).Select(row => row.Name).FirstOrDefaultAsync(cancel) is { } name) known[key] = name;
        return [.. typed.Select(tag => known.GetValueOrDefault(Tag.KeyOf(tag), tag!))];
    }
}
