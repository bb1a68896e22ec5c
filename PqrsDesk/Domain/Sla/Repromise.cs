using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Sla;

/// <summary>Where a deadline was due, and where it would be by other rules.</summary>
/// <param name="From">Null while it is paused, and so is <paramref name="To"/>.</param>
/// <param name="Breaches">It is in time by the old rules, and too late by the new ones.</param>
public readonly record struct DueMove(DeadlineKind Kind, DateTimeOffset? From, DateTimeOffset? To, bool Breaches)
{
    public bool Moves => From != To;
}

/// <summary>What other rules do to the deadlines of an open ticket. The log's reader and the preview ask the same.</summary>
/// <remarks>What is settled stays as it was met; a breach that happened stays; an imported instant is not ours to move.</remarks>
public static class Repromise
{
    /// <summary>Whether a change can touch deadlines of that kind at all: who asks of very many need not read the others.</summary>
    public static bool Reaches(SlaChange change, DeadlineKind kind) => kind switch
    {
        DeadlineKind.LegalAnswer => change.MovesLegalTerms,
        DeadlineKind.Imported or DeadlineKind.Completion => false,
        _ => change.Policies.Count + change.Again.Count > 0,
    };

    /// <returns>False when the deadline stays as it is.</returns>
    public static bool Renew(Deadline deadline, SlaTerms terms, Priority priority, int legalCalendarVersionId, DateTimeOffset at) => deadline switch
    {
        { IsOwed: false } => false,
        { Kind: DeadlineKind.LegalAnswer } => deadline.Repromise(deadline.Amount, legalCalendarVersionId, at),
        _ => terms.For(priority).MinutesFor(deadline.Kind) is { } minutes && deadline.Repromise(minutes, terms.Policy.CalendarVersionId, at),
    };

    /// <summary>Renews a copy of an owed deadline that belongs to the caller, and says what came of it; null when nothing would.</summary>
    public static DueMove? Try(
        Deadline copy, IReadOnlyList<Pause> pauses, Priority priority, DateOnly countsFrom, (int Policy, int Legal) promise, SlaBook book, DateTimeOffset now)
    {
        IReadOnlyList<Stretch> holes = pauses.Count > 0 ? TicketPauses.HolesOf(copy.Kind, pauses, DateTimeOffset.MaxValue) : [];
        var missed = copy.BreachedAt is not null || copy.BreachesAt(Calendar(copy, book), holes) < now;
        var from = copy.DueAt;
        if (!Renew(copy, book.Terms(promise.Policy), priority, promise.Legal, now)) return null;
        copy.Lay(Calendar(copy, book), holes, countsFrom);
        return new(copy.Kind, from, copy.DueAt, !missed && copy.BreachesAt(Calendar(copy, book), holes) <= now);
    }

    private static BusinessCalendar? Calendar(Deadline deadline, SlaBook book) =>
        deadline.CalendarVersionId is { } version ? book.Calendar(version) : null;
}
