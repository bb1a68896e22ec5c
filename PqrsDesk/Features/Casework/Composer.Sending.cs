using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Casework.Sending;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Casework;

// Programar: the same message, sent later.
public sealed partial class Composer
{
    /// <summary>What is said of them is said in the dialog, which keeps what was chosen.</summary>
    private static readonly string[] OfDialog = ["At", "Reason", "CauseId"];

    private bool planning;
    private string? planRefusal;

    [Inject]
    private IStringLocalizer<RefusalTexts> RefusalWording { get; set; } = default!;

    private IReadOnlyList<PlannedAct> PlannedActs =>
    [
        PlannedAct.Reply,
        .. CanWait ? [PlannedAct.ReplyAndWait] : Array.Empty<PlannedAct>(),
        .. Ticket.IsOpen && !Ticket.Review.IsSomething ? [PlannedAct.Answer, PlannedAct.AnswerAndClose] : Array.Empty<PlannedAct>(),
    ];

    private void AskWhen()
    {
        planRefusal = null;
        planning = !string.IsNullOrWhiteSpace(Draft.Reply);
        if (planning) last = null;
        else last = new Refusal(RefusalCode.TextMissing, "Text");
        focus = !planning;
    }

    private async Task PlanAsync(PlanWish wish)
    {
        await SendAsync(new CaseAct.Plan(
            wish.Act switch
            {
                PlannedAct.ReplyAndWait => new CaseAct.ReplyAndWait(Draft.Reply, Draft.Waiting, Draft.CauseId, Draft.Files.Stored),
                PlannedAct.Answer => Whole,
                PlannedAct.AnswerAndClose => new CaseAct.AnswerAndClose(Whole, null),
                _ => new CaseAct.Reply(Draft.Reply, Draft.Files.Stored),
            },
            wish.At,
            wish.HoldsForPetitioner));
        if (last is Decision.Refused { Refusal: { Field: { } field } refusal } && OfDialog.Contains(field)) (planRefusal, last) = (RefusalWording.Say(refusal), null);
        else planning = false;
    }
}
