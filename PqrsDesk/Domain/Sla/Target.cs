namespace PqrsDesk.Domain.Sla;

/// <summary>What is promised for one priority, in business minutes of the policy's calendar.</summary>
public sealed record Target(int FirstResponseMinutes, int ResolutionMinutes);

/// <summary>In what a deadline's amount is counted.</summary>
public enum DeadlineUnit
{
    BusinessMinutes = 1,

    /// <summary>Whole business days from the day after filing, to 23:59:59 local of the last one.</summary>
    BusinessDays = 2,

    /// <summary>A fixed instant that came from elsewhere.</summary>
    Instant = 3,
}
