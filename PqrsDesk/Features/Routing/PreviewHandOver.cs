using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Routing;

public sealed record HandedCase(string Number, string Subject, DateTimeOffset? DueAt);

/// <summary>What an absence would do with the cases that somebody has now.</summary>
/// <param name="StandIn">Null: nobody stands in, and the cases stay.</param>
/// <param name="Handed">How many would go.</param>
/// <param name="Open">Of how many.</param>
/// <param name="First">The first of them by their deadlines.</param>
public sealed record HandOverPreview(string? StandIn, int Handed, int Open, IReadOnlyList<HandedCase> First);

/// <summary>Tells which cases would change hands, before an absence is saved.</summary>
public sealed class PreviewHandOver(IDbContextFactory<DeskDb> desk, SlaShelf sla, TimeProvider clock)
{
    private const int Shown = 8;

    /// <returns>Null while the form does not say when.</returns>
    public async Task<HandOverPreview?> RunAsync(int staffId, AbsenceForm form, CancellationToken cancel)
    {
        if (form.Read((await sla.BookAsync()).Zone) is not var (from, to) || to <= from || to <= clock.GetUtcNow()) return null;
        await using var db = await desk.CreateDbContextAsync(cancel);
        var absence = Draft(staffId, form, from, to);
        var parts = (await db.RoutingBookAsync(clock.GetUtcNow(), cancel)).Parts;
        var standIn = new RoutingBook(parts with { Absences = [.. parts.Absences, absence] }).WhoIsThere(staffId, from).Member;
        var handed = db.Tickets.HandedOverIn(absence);
        return new(
            standIn?.Name,
            await handed.CountAsync(cancel),
            await db.Tickets.CountAsync(t => t.Status < TicketStatus.Answered && t.OwnerId == staffId, cancel),
            await handed.OrderBy(t => t.QueueAt).ThenBy(t => t.Id).Select(t => new HandedCase(t.Number, t.Subject, t.NextDueAt)).Take(Shown).ToListAsync(cancel));
    }

    private static Absence Draft(int staffId, AbsenceForm form, DateTimeOffset from, DateTimeOffset to) => new()
    {
        StaffId = staffId,
        From = from,
        To = to,
        SubstituteId = form.SubstituteId == 0 ? null : form.SubstituteId,
        HandOver = form.HandOver,
        MadeBy = "",
    };
}
