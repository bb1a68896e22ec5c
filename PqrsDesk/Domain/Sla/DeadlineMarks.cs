using PqrsDesk.Domain.Calendars;

namespace PqrsDesk.Domain.Sla;

/// <summary>Something that happens to a deadline by itself: a share of its target is used, or it is missed.</summary>
/// <param name="Percent">Of the target; null for the breach.</param>
/// <param name="At">The instant at which it happens, however late it is noticed.</param>
public readonly record struct DeadlineMark(DeadlineKind Kind, int? Percent, DateTimeOffset At)
{
    /// <summary>At one instant, shares come before breaches, and the smaller share first.</summary>
    public bool IsBefore(DeadlineMark other) =>
        At < other.At || (At == other.At && (Percent ?? int.MaxValue) < (other.Percent ?? int.MaxValue));
}

/// <summary>When a deadline has used so many percent of its target.</summary>
/// <remarks>
/// A term in days or months has used a share at the end of the first day by which at least so much has passed: of
/// fifteen business days, three quarters are used at the end of the twelfth.
/// </remarks>
public static class DeadlineMarks
{
    private const int Whole = 100;

    /// <param name="calendar">As for <see cref="Deadline.Lay"/>.</param>
    /// <param name="holes">As for <see cref="Deadline.Lay"/>.</param>
    /// <param name="filedOn">As for <see cref="Deadline.Lay"/>.</param>
    /// <returns>Not before the present target was set: what it uses up at once is used up then.</returns>
    internal static DateTimeOffset ReachesAt(this Deadline deadline, int percent, BusinessCalendar calendar, IReadOnlyList<Stretch> holes, DateOnly filedOn)
    {
        var at = deadline.Unit.IsTerm()
            ? calendar.EndOf(DayOf(deadline, percent, calendar, deadline.CountsFrom ?? filedOn))
            : deadline.Unit.Over(calendar).Add(deadline.StartedAt, TimeSpan.FromMinutes(deadline.Amount) * percent / Whole, holes);
        return at < deadline.TargetSince ? deadline.TargetSince : at;
    }

    /// <summary>Percent of a term that is used when a date begins.</summary>
    internal static int UsedPercent(this Deadline term, DateOnly on, BusinessCalendar calendar, DateOnly filedOn) =>
        (int)((long)Whole * term.Unit.Used(calendar, term.CountsFrom ?? filedOn, on.AddDays(-1)) / (term.Amount + term.ExtendedBy));

    private static DateOnly DayOf(Deadline term, int percent, BusinessCalendar calendar, DateOnly from)
    {
        var amount = term.Amount + term.ExtendedBy;
        if (term.Unit is not DeadlineUnit.Months) return term.Unit.LastDay(calendar, from, PartOf(amount, percent));
        var last = term.Unit.LastDay(calendar, from, amount);
        return from.AddDays(PartOf(last.DayNumber - from.DayNumber, percent));
    }

    private static int PartOf(int whole, int percent) => (int)(((long)whole * percent + Whole - 1) / Whole);
}
