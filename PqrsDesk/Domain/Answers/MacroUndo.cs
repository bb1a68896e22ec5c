using System.Diagnostics;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Answers;

/// <summary>A step that stays as it was done.</summary>
/// <param name="Step">Its place in the macro, from 0.</param>
/// <param name="Why">Null: nothing takes such a step back.</param>
public sealed record StepLeft(int Step, Refusal? Why);

/// <summary>Takes an applied macro back, from its last step to its first, as far as that can be: what one step cannot give back keeps no other.</summary>
/// <param name="members">Those who may have had the cases before.</param>
public sealed class MacroUndo(IReadOnlyList<MacroStep> steps, IReadOnlyDictionary<int, StaffMember> members, string reason)
{
    /// <returns>What stays, in the order of the steps.</returns>
    public IReadOnlyList<StepLeft> On(Ticket ticket, CaseBefore before, SlaBook book, Moment now)
    {
        var left = new List<StepLeft>();
        for (var at = steps.Count - 1; at >= 0; at--)
        {
            if (!steps[at].CanBeUndone) left.Insert(0, new(at, null));
            else if (TakeBack(steps[at], ticket, before, book, now) is Decision.Refused { Refusal: var why }) left.Insert(0, new(at, why));
        }

        return left;
    }

    private Decision TakeBack(MacroStep step, Ticket ticket, CaseBefore before, SlaBook book, Moment now) => step switch
    {
        MacroStep.Take or MacroStep.Assign => before.GiveBackOwner(ticket, members, book, now),
        MacroStep.Prioritize => before.GiveBackPriority(ticket, reason, book, now),
        MacroStep.Classify => before.GiveBackClass(ticket, book, now),
        MacroStep.Wait => before.GiveBackWaiting(ticket, reason, book, now),
        MacroStep.Snooze => before.GiveBackSnooze(ticket, reason, book, now),
        MacroStep.Tag => before.GiveBackTags(ticket, book, now),
        MacroStep.Plan => ticket.CaseFile?.Planned is null ? Decision.Ok : ticket.TakeBackSend(discard: true, book, now),
        _ => throw new UnreachableException($"{step.GetType().Name} is not taken back."),
    };
}
