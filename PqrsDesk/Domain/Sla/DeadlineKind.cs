namespace PqrsDesk.Domain.Sla;

/// <summary>What is promised by a deadline.</summary>
public enum DeadlineKind
{
    /// <summary>The first agent reply that the petitioner can see. Does not pause.</summary>
    FirstResponse = 1,

    /// <summary>The answer. Pauses while waiting on the petitioner and while answered or closed.</summary>
    Resolution = 2,

    /// <summary>Término legal: whole business days from the day after filing.</summary>
    LegalAnswer = 3,

    /// <summary>A due instant that came with an imported ticket.</summary>
    Imported = 4,
}

/// <summary>Where a deadline stands.</summary>
public enum DeadlineState
{
    Running = 1,
    Paused = 2,
    Met = 3,

    /// <summary>Missed: used time is more than the target. Sticky.</summary>
    Breached = 4,
}
