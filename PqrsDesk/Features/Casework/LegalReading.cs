using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Casework;

/// <summary>Which acts of law a case is open to.</summary>
internal static class LegalReading
{
    /// <returns>Null when no legal term is owed.</returns>
    public static LegalSight? Of(IReadOnlyList<Deadline> deadlines, TicketKind kind, DateOnly filedOn, TicketStatus status, SlaBook book, DateTimeOffset now)
    {
        if (deadlines.FirstOrDefault(deadline => deadline is { Kind: DeadlineKind.LegalAnswer, IsOwed: true }) is not { CalendarVersionId: { } version } term) return null;
        if (book.Law.RuleOf(term, kind) is not { Definition: { } rule } written) return null;
        var calendar = book.Calendar(version);
        var completion = deadlines.FirstOrDefault(deadline => deadline is { Kind: DeadlineKind.Completion, IsOwed: true });
        var completionUntil = rule.CompletionUntil(filedOn, calendar);
        var mayExtend = !term.IsPaused && term.ExtendedBy == 0 && term.DueAt >= now;
        return new LegalSight(
            rule, written.Version,
            term.LastDay,
            mayExtend ? rule.ExtensionUntil(term, term.CountsFrom ?? filedOn, calendar) : null,
            status != TicketStatus.AwaitingPetitioner && book.DateOf(now) <= completionUntil ? completionUntil : null,
            completion?.LastDay,
            completion?.DueAt < now,
            rule.TransferUntil(filedOn, calendar));
    }
}
