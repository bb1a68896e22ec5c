using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Care;

/// <summary>By when the steps of a case are due: by its own clocks, with its pauses as holes in them.</summary>
public static class StepTimes
{
    private const int MinutesOfHour = 60;

    /// <param name="deadlines">All of the case's, also settled ones.</param>
    /// <param name="countsFrom">The date that legal terms count from.</param>
    /// <returns>Null where the case has no such clock: it came from another desk, or stands still.</returns>
    public static DateTimeOffset? Of(StepDue due, IReadOnlyList<Deadline> deadlines, IReadOnlyList<Pause> pauses, DateOnly countsFrom, SlaBook book, DateTimeOffset now)
    {
        try
        {
            var service = deadlines.FirstOrDefault(each => each is { Kind: DeadlineKind.Resolution, CalendarVersionId: not null });
            if (due.Unit == StepDueUnit.BusinessHours) return InMinutes(service, due.Amount * MinutesOfHour);
            var legal = deadlines.FirstOrDefault(each => each is { Kind: DeadlineKind.LegalAnswer, CalendarVersionId: not null });
            if (legal is null || !legal.Unit.IsTerm()) return InMinutes(legal ?? service, Share((legal ?? service)?.Amount ?? 0));
            if (legal.IsPaused) return null;
            var calendar = book.Calendar(legal.CalendarVersionId!.Value);
            return calendar.EndOf(legal.Unit.LastDay(calendar, legal.CountsFrom ?? countsFrom, Share(legal.Amount + legal.ExtendedBy)));
        }
        catch (CalendarRangeException)
        {
            return null;
        }

        int Share(int amount) => (int)Math.Ceiling(amount * due.Amount / 100.0);

        DateTimeOffset? InMinutes(Deadline? clock, int minutes) => clock is null || clock.IsPaused ? null
            : clock.Unit.Over(book.Calendar(clock.CalendarVersionId!.Value)).Add(
                clock.StartedAt, TimeSpan.FromMinutes(minutes),
                [.. pauses.Where(pause => clock.Kind.StoppedBy(pause.Reason)).OrderBy(pause => pause.From).Select(pause => pause.UpTo(now)).Where(hole => !hole.IsEmpty)]);
    }
}
