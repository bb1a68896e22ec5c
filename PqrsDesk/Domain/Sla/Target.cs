namespace PqrsDesk.Domain.Sla;

/// <summary>What is promised for one priority, in business minutes of the policy's calendar.</summary>
/// <param name="NextResponseMinutes">For each later message that waits for an answer; null when nothing is promised.</param>
/// <param name="AreaStageMinutes">For each area that has it (internal OLA), from its assignment; null when nothing is agreed.</param>
public sealed record Target(int FirstResponseMinutes, int ResolutionMinutes, int? NextResponseMinutes = null, int? AreaStageMinutes = null)
{
    /// <summary>Null when nothing is promised for deadlines of that kind.</summary>
    public int? MinutesFor(DeadlineKind kind) => kind switch
    {
        DeadlineKind.FirstResponse => FirstResponseMinutes,
        DeadlineKind.Resolution => ResolutionMinutes,
        DeadlineKind.NextResponse => NextResponseMinutes,
        DeadlineKind.AreaStage => AreaStageMinutes,
        _ => null,
    };
}

/// <summary>In what a deadline's amount is counted.</summary>
public enum DeadlineUnit
{
    BusinessMinutes = 1,

    /// <summary>Whole business days from the day after filing, to 23:59:59 local of the last one.</summary>
    BusinessDays = 2,

    /// <summary>A fixed instant that came from elsewhere.</summary>
    Instant = 3,

    /// <summary>Minutes of real time, day and night.</summary>
    ClockMinutes = 4,

    /// <summary>Days of the calendar from the day after, business or not, to 23:59:59 local of the last one.</summary>
    CalendarDays = 5,

    /// <summary>Whole months, to the same day number; if that is no business day, to the next one (Ley 4 of 1913, arts. 59 and 62).</summary>
    Months = 6,
}
