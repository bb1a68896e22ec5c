namespace PqrsDesk.Features.Queue;

/// <summary>What the menu of picked rows offers beside its buttons, in its order.</summary>
public enum BulkVerb
{
    Snooze = 1,
    Wake,
    Wait,
    Resume,
    Classify,
    Reassign,
    MoveQueue,
    Release,
    Merge,
    Export,
    Spam,
}
