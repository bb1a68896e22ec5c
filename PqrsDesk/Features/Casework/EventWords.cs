using System.Diagnostics;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Casework;

/// <summary>What happened, as one sentence with its subject. What people typed is quoted as it is: it is shown as text, never as markup.</summary>
public sealed class EventWords(IStringLocalizer<CaseworkTexts> texts, IStringLocalizer<UiTexts> words)
{
    public string Say(TimelineLine line) => Say(line.Event, Name(line.ByKind, line.ByName), line.ByStaffId);

    public string Say(LoggedEvent line) => Say(line.Event, Name(line.ByKind, line.ByName), line.ByStaffId);

    private string Say(TicketEvent happened, string by, int? byId) => happened switch
    {
        TicketEvent.Filed filed => texts["Event.Filed", by, words.Word(filed.Filing.Channel), words.Word(filed.Priority), filed.AreaName] + Reason(filed.Filing.PriorityReason),
        TicketEvent.Imported imported => texts["Event.Imported", imported.Facts.Source, imported.Facts.ExternalId],
        TicketEvent.Assigned assigned when assigned.OwnerId == byId => texts["Event.Taken", by] + Note(assigned.Note),
        TicketEvent.Assigned assigned => texts["Event.Assigned", by, assigned.OwnerName] + Note(assigned.Note),
        TicketEvent.Released released => texts["Event.Released", by] + Note(released.Note),
        TicketEvent.Reassigned moved => texts["Event.Reassigned", by, moved.FromAreaName, moved.AreaName] + Reason(moved.Reason),
        TicketEvent.Reclassified change => texts["Event.Reclassified", by, words.Word(change.From), words.Word(change.To)] + Reason(change.Reason),
        TicketEvent.PriorityChanged change => texts["Event.PriorityChanged", by, words.Word(change.From), words.Word(change.To)] + Reason(change.Reason),
        TicketEvent.Replied => texts["Event.Replied", by],
        TicketEvent.Noted => texts["Event.Noted", by],
        TicketEvent.PetitionerResponded => texts["Event.PetitionerResponded", by],
        TicketEvent.WaitStarted wait => texts["Event.WaitStarted", by] + Reason(wait.Reason),
        TicketEvent.WaitEnded wait => texts["Event.WaitEnded", by] + Reason(wait.Reason),
        TicketEvent.Answered => texts["Event.Answered", by],
        TicketEvent.Closed closed => texts["Event.Closed", by] + Note(closed.Note),
        TicketEvent.Reopened reopened => texts["Event.Reopened", by] + Reason(reopened.Reason),
        TicketEvent.FileAttached file => texts["Event.FileAttached", by, file.Name],
        TicketEvent.DeadlineBreached breached => texts["Event.DeadlineBreached", words.Word(breached.Deadline)],
        _ => throw new UnreachableException($"No words for {happened.GetType().Name}."),
    };

    private string Name(ActorKind kind, string name) => kind == ActorKind.Desk ? texts["Desk"] : name;

    private string? Reason(string? reason) => string.IsNullOrWhiteSpace(reason) ? null : texts["Event.Reason", reason].Value;

    private string? Note(string? note) => string.IsNullOrWhiteSpace(note) ? null : texts["Event.Note", note].Value;
}
