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
public sealed record HandOverPreview(string? StandIn, int Handed, int Open, IReadOnlyList<HandedCase> First)
{
    /// <summary>Who stands in from when on; one, where it stays the same.</summary>
    public IReadOnlyList<StandInSpell> Spells { get; init; } = [];

    /// <summary>Others who are away then, and whom by this nobody stands in for any more.</summary>
    public IReadOnlyList<string> Left { get; init; } = [];

    /// <summary>It is refused: those who are away would stand in for each other.</summary>
    public bool IsRing => Spells.Any(spell => spell.StandIn.IsRing);
}

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
        var (before, then) = (new RoutingBook(parts), new RoutingBook(parts with { Absences = [.. parts.Absences, absence] }));
        var standIn = then.WhoIsThere(staffId, from).Member;
        var handed = db.Tickets.HandedOverIn(absence);
        return new(
            standIn?.Name,
            await handed.CountAsync(cancel),
            await db.Tickets.CountAsync(t => t.Status < TicketStatus.Answered && t.OwnerId == staffId, cancel),
            await handed.OrderBy(t => t.QueueAt).ThenBy(t => t.Id).Select(t => new HandedCase(t.Number, t.Subject, t.NextDueAt)).Take(Shown).ToListAsync(cancel))
        {
            Spells = then.Through(absence),
            Left = [.. parts.Absences.Where(other => other.StaffId != staffId && other.From < to && other.To > from && IsAlone(then, other) && !IsAlone(before, other))
                .Select(other => parts.Staff.FirstOrDefault(member => member.Id == other.StaffId)?.Name).OfType<string>().Distinct()],
        };
    }

    private static bool IsAlone(RoutingBook book, Absence absence) => book.Through(absence).Any(spell => spell.StandIn.Member is null);

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
