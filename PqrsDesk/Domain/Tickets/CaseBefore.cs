using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

/// <summary>What of a ticket can be made again what it was, as it stands before something is done to it.</summary>
/// <param name="Cause">Of the pause that it was in.</param>
/// <param name="ToComplete">It waited for what the law lets be completed: the term begins anew when that ends, and cannot be given back.</param>
public sealed record CaseBefore(
    int? OwnerId, int AreaId, int? QueueId, Priority Priority, string? Topic, string? Product, DateTimeOffset? SnoozedUntil, string? Cause, bool ToComplete, bool Waited, IReadOnlyList<string> Tags)
{
    public static CaseBefore Of(Ticket ticket)
    {
        var waits = ticket.Status == TicketStatus.AwaitingPetitioner;
        var pause = waits ? ticket.Pauses.LastOrDefault(each => each.To is null) : null;
        return new(
            ticket.OwnerId, ticket.AreaId, ticket.WorkQueueId, ticket.Priority, ticket.Topic, ticket.Product, ticket.SnoozedUntil, pause?.Cause, pause?.Reason == PauseReason.Completion, waits,
            ticket.CaseFile?.Tags ?? []);
    }

    // Each by the verbs themselves, with their rules. What is so already is done.
    public Decision GiveBackOwner(Ticket ticket, IReadOnlyDictionary<int, StaffMember> members, SlaBook book, Moment now) =>
        ticket.OwnerId == OwnerId ? Decision.Ok
        : OwnerId is not { } owner ? ticket.Release(null, book, now)
        : members.TryGetValue(owner, out var member) ? ticket.Assign(member, null, book, now)
        : new Refusal(RefusalCode.AgentUnknown, "OwnerId");

    public Decision GiveBackPriority(Ticket ticket, string reason, SlaBook book, Moment now) =>
        ticket.Priority == Priority ? Decision.Ok : ticket.ChangePriority(Priority, reason, book, now);

    public Decision GiveBackClass(Ticket ticket, SlaBook book, Moment now) =>
        (ticket.Topic, ticket.Product) == (Topic, Product) ? Decision.Ok : ticket.Classify(Topic, Product, book, now);

    public Decision GiveBackWaiting(Ticket ticket, string reason, SlaBook book, Moment now) =>
        (ticket.Status == TicketStatus.AwaitingPetitioner) == Waited ? Decision.Ok
        : !Waited ? ticket.Resume(reason, book, now)
        : ToComplete ? RefusalCode.CompletionNotUndone
        : ticket.Wait(reason, book, now, Cause is { } cause ? new PauseCause { Name = cause } : null);

    public Decision GiveBackSnooze(Ticket ticket, string reason, SlaBook book, Moment now) =>
        ticket.SnoozedUntil == SnoozedUntil ? Decision.Ok
        : SnoozedUntil is { } until ? ticket.Snooze(until, reason, book, now)
        : ticket.Wake(book, now);

    public Decision GiveBackTags(Ticket ticket, SlaBook book, Moment now)
    {
        var tags = ticket.CaseFile?.Tags ?? [];
        return ticket.Tag(Tags.Except(tags), tags.Except(Tags), book, now);
    }
}
