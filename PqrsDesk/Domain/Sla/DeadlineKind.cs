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

    /// <summary>A later message of the petitioner that waits for an answer; one for each such wait. Does not pause.</summary>
    NextResponse = 5,

    /// <summary>The stage of one area (internal OLA), from its assignment to the answer or the next area.</summary>
    AreaStage = 6,

    /// <summary>The petitioner's own month to complete an incomplete petition. When it ends, a tacit withdrawal may be decided.</summary>
    Completion = 7,
}

public static class DeadlineKinds
{
    /// <summary>Whether missing it makes the answer late.</summary>
    public static bool IsAnswer(this DeadlineKind kind) => kind is DeadlineKind.Resolution or DeadlineKind.LegalAnswer or DeadlineKind.Imported;

    /// <summary>Whether a message of the petitioner waits for an answer while it is owed.</summary>
    public static bool IsReply(this DeadlineKind kind) => kind is DeadlineKind.FirstResponse or DeadlineKind.NextResponse;

    /// <summary>Whether it has thresholds: an imported instant has no length, and the month to complete is the petitioner's.</summary>
    public static bool IsWatched(this DeadlineKind kind) => kind is not (DeadlineKind.Imported or DeadlineKind.Completion);

    /// <summary>Whether it is the petitioner's and not the desk's.</summary>
    public static bool IsPetitioners(this DeadlineKind kind) => kind == DeadlineKind.Completion;

    /// <summary>Whether such a pause stops such a clock: rules 5 and 6 of the engine, and art. 17 of Ley 1755 for the legal term.</summary>
    public static bool StoppedBy(this DeadlineKind kind, PauseReason reason) => kind switch
    {
        DeadlineKind.Resolution or DeadlineKind.AreaStage => true,
        DeadlineKind.LegalAnswer => reason == PauseReason.Completion,
        _ => false,
    };
}

/// <summary>Where a deadline stands.</summary>
public enum DeadlineState
{
    Running = 1,
    Paused = 2,
    Met = 3,

    /// <summary>Missed: used time is more than the target. Sticky.</summary>
    Breached = 4,

    /// <summary>The case ended without it being owed any more: withdrawn, transferred, voided or merged.</summary>
    Released = 5,
}
