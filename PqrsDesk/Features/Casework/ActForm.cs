using System.Globalization;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Casework;

/// <summary>What can be done with a ticket by way of a small form.</summary>
public enum ActKind
{
    Assign,
    Release,
    Reassign,
    MoveQueue,
    Reclassify,
    ChangePriority,
    Wait,
    Resume,
    Hear,
    Close,
    Reopen,
    Extend,
    RequestCompletion,
    Withdraw,
    Transfer,
    Review,
    RevealIdentity,
    Void,
    Link,
    Unlink,
    Merge,
    Separate,
}

/// <summary>What a form asks for beside its text.</summary>
public enum ActInput
{
    None,
    Choice,
    Date,
    Line,
}

/// <summary>A small form as it is being filled in.</summary>
/// <param name="Seen">The version that was there when it was opened.</param>
/// <param name="Choices">What there is to choose; empty when there is only something to write.</param>
public sealed record ActForm(ActKind Kind, int Seen, IReadOnlyList<Choice> Choices)
{
    /// <summary>The choice, the date as yyyy-MM-dd, or the line.</summary>
    public string Chosen { get; set; } = "";
    public string Text { get; set; } = "";

    /// <summary>The other case that it is about; empty when there is none, or it is still to be chosen.</summary>
    public string Other { get; init; } = "";

    /// <summary>The regimes of law to choose from; empty when there is only the case's own.</summary>
    public IReadOnlyList<Choice> Regimes { get; init; } = [];

    /// <summary>Empty: it stays.</summary>
    public string Regime { get; set; } = "";

    /// <summary>The one thing that can be ticked, when there is one.</summary>
    public bool Ticked { get; set; }

    /// <summary>The dates that make sense; null where any does.</summary>
    public DateOnly? Earliest { get; init; }
    public DateOnly? Latest { get; init; }

    public ActInput Input => Kind switch
    {
        ActKind.Assign or ActKind.Reassign or ActKind.Reclassify or ActKind.ChangePriority or ActKind.Withdraw or ActKind.Wait or ActKind.MoveQueue or ActKind.Void => ActInput.Choice,
        ActKind.Extend => ActInput.Date,
        ActKind.Transfer or ActKind.Link or ActKind.Merge => ActInput.Line,
        ActKind.Release or ActKind.Resume or ActKind.Hear or ActKind.Close or ActKind.Reopen or ActKind.RequestCompletion or ActKind.Review or ActKind.RevealIdentity
            or ActKind.Unlink or ActKind.Separate => ActInput.None,
    };

    public bool HasText => Kind != ActKind.MoveQueue;

    /// <summary>Tasks of it that others have not answered yet.</summary>
    public int OpenTasks { get; init; }

    public bool CanTick => Kind == ActKind.Hear || (Kind == ActKind.Close && OpenTasks > 0);

    /// <summary>Whether the text may be left out.</summary>
    public bool TextOptional => Kind is ActKind.Assign or ActKind.Release or ActKind.Resume or ActKind.Close or ActKind.Review or ActKind.Link or ActKind.Unlink || (Kind == ActKind.Wait && Chosen.Length > 0);

    /// <summary>Whether the text is a whole message and not a reason.</summary>
    public bool IsMessage => Kind is ActKind.Hear or ActKind.RequestCompletion;

    public CaseAct ToAct() => Kind switch
    {
        ActKind.Assign => new CaseAct.Assign(Number, Text),
        ActKind.Release => new CaseAct.Release(Text),
        ActKind.MoveQueue => new CaseAct.MoveQueue(Number == 0 ? null : Number),
        ActKind.Reassign => new CaseAct.Reassign(Number, Text),
        ActKind.Reclassify => new CaseAct.Reclassify(Enum.TryParse<TicketKind>(Chosen, out var kind) ? kind : default, Text, Regime.Length > 0 ? Regime : null),
        ActKind.ChangePriority => new CaseAct.ChangePriority(Enum.TryParse<Priority>(Chosen, out var priority) ? priority : default, Text),
        ActKind.Wait => new CaseAct.Wait(Text, Chosen.Length == 0 ? null : Number),
        ActKind.Resume => new CaseAct.Resume(Text),
        ActKind.Hear => new CaseAct.Hear(Text, Ticked),
        ActKind.Close => new CaseAct.Close(Text, Ticked),
        ActKind.Reopen => new CaseAct.Reopen(Text),
        ActKind.Extend => new CaseAct.Extend(DateOnly.TryParseExact(Chosen, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : default, Text),
        ActKind.RequestCompletion => new CaseAct.RequestCompletion(Text),
        ActKind.Withdraw => new CaseAct.Withdraw(Enum.TryParse<WithdrawalKind>(Chosen, out var how) ? how : default, Text),
        ActKind.Transfer => new CaseAct.Transfer(Chosen, Text),
        ActKind.Review => new CaseAct.Review(Text),
        ActKind.RevealIdentity => new CaseAct.RevealIdentity(Text),
        ActKind.Void => new CaseAct.Void(Enum.TryParse<VoidKind>(Chosen, out var voided) ? voided : default, Text),
        ActKind.Link => new CaseAct.Link(Chosen, Text),
        ActKind.Unlink => new CaseAct.Unlink(Other, Text),
        ActKind.Merge => new CaseAct.Merge(Chosen, Text),
        ActKind.Separate => new CaseAct.Separate(Other, Text),
    };

    private int Number => int.TryParse(Chosen, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
