using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Features.Casework;

/// <summary>How much of a deadline's time is used, by its own calendar and without its pauses.</summary>
internal static class ClockReading
{
    /// <param name="pauses">All of the ticket's, by their beginning.</param>
    /// <param name="countsFrom">The date that terms in days count from.</param>
    public static DeadlineSight Of(Deadline deadline, IReadOnlyList<Pause> pauses, DateOnly countsFrom, SlaBook book, DateTimeOffset now)
    {
        var until = deadline.SettledAt ?? now;
        var used = Used(deadline, pauses, countsFrom, book, until);
        var share = deadline.Unit == DeadlineUnit.Instant
            ? Part((until - deadline.StartedAt).TotalMinutes, (deadline.DueAt - deadline.StartedAt)?.TotalMinutes ?? 0)
            : Part(used, deadline.Amount + deadline.ExtendedBy);
        return new(deadline.Id, deadline.Kind, deadline.State, deadline.Unit, deadline.Amount + deadline.ExtendedBy, used, share,
            deadline.StartedAt, deadline.DueAt, deadline.LastDay, deadline.SettledAt, deadline.BreachedAt);
    }

    private static int Used(Deadline deadline, IReadOnlyList<Pause> pauses, DateOnly countsFrom, SlaBook book, DateTimeOffset until)
    {
        if (deadline.CalendarVersionId is not { } version) return 0;
        var calendar = book.Calendar(version);
        if (deadline.Unit.IsTerm()) return deadline.Unit.Used(calendar, deadline.CountsFrom ?? countsFrom, calendar.DateOf(until));
        if (deadline.UsedMinutes is { } counted) return counted;
        return (int)deadline.Unit.Over(calendar).Between(deadline.StartedAt, until,
            [.. pauses.Where(pause => deadline.Kind.StoppedBy(pause.Reason)).Select(pause => pause.UpTo(until)).Where(hole => !hole.IsEmpty)]).TotalMinutes;
    }

    private static double Part(double used, double whole) => whole <= 0 ? 1 : Math.Clamp(used / whole, 0, 1);
}
