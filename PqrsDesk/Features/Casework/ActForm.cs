using System.Globalization;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Casework;

/// <summary>What can be done with a ticket by way of a small form.</summary>
public enum ActKind
{
    Assign,
    Release,
    Reassign,
    Reclassify,
    ChangePriority,
    Wait,
    Resume,
    Hear,
    Close,
    Reopen,
}

/// <summary>A small form as it is being filled in.</summary>
/// <param name="Seen">The version that was there when it was opened.</param>
/// <param name="Choices">What there is to choose; empty when there is only something to write.</param>
public sealed record ActForm(ActKind Kind, int Seen, IReadOnlyList<Choice> Choices)
{
    public string Chosen { get; set; } = "";
    public string Text { get; set; } = "";

    /// <summary>Whether the text may be left out.</summary>
    public bool TextOptional => Kind is ActKind.Assign or ActKind.Release or ActKind.Resume or ActKind.Close;

    /// <summary>Whether the text is a whole message and not a reason.</summary>
    public bool IsMessage => Kind == ActKind.Hear;

    public CaseAct ToAct() => Kind switch
    {
        ActKind.Assign => new CaseAct.Assign(Number, Text),
        ActKind.Release => new CaseAct.Release(Text),
        ActKind.Reassign => new CaseAct.Reassign(Number, Text),
        ActKind.Reclassify => new CaseAct.Reclassify(Enum.TryParse<TicketKind>(Chosen, out var kind) ? kind : default, Text),
        ActKind.ChangePriority => new CaseAct.ChangePriority(Enum.TryParse<Priority>(Chosen, out var priority) ? priority : default, Text),
        ActKind.Wait => new CaseAct.Wait(Text),
        ActKind.Resume => new CaseAct.Resume(Text),
        ActKind.Hear => new CaseAct.Hear(Text),
        ActKind.Close => new CaseAct.Close(Text),
        ActKind.Reopen => new CaseAct.Reopen(Text),
    };

    private int Number => int.TryParse(Chosen, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
