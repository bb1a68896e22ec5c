using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary><see cref="TicketFilter.Matches"/>, said in SQL: all but the words, which are the search index's.</summary>
public static class TicketFilters
{
    /// <param name="filter">Without a text.</param>
    /// <param name="midnight">The end of the desk's day.</param>
    public static IQueryable<Ticket> Matching(this IQueryable<Ticket> tickets, TicketFilter filter, DateTimeOffset now, DateTimeOffset midnight)
    {
        if (filter.Words is not null) throw new InvalidOperationException("The words of a filter are asked of the search index.");
        tickets = filter.AsOf is { } asOf ? tickets.Standing(filter.Scope, asOf) : tickets.Standing(filter.Scope);
        if (filter.Unassigned) tickets = tickets.Where(t => t.OwnerId == null);
        if (filter.HolderId is { } holder) tickets = tickets.Where(t => t.OwnerId == holder);
        if (filter.FollowerId is { } follower) tickets = tickets.SelectMany(t => t.FollowerRows.Where(each => each.StaffId == follower), (t, _) => t);
        tickets = tickets.Suiting(filter, now);
        if (filter.PetitionerId is { } petitioner) tickets = tickets.Where(t => t.PetitionerId == petitioner && !t.ReservedIdentity);
        if (filter.AlikeTo is { } first) tickets = tickets.Where(t => t.Signature!.GroupId == first);
        if (filter.NoTopic) tickets = tickets.Where(t => t.Topic == null);
        if (filter.Reopened) tickets = tickets.Where(t => t.ReopenedCount > 0);
        if (filter.Snoozed == true) tickets = tickets.Where(t => t.SnoozedUntil != null);
        if (filter.Snoozed == false) tickets = tickets.Where(t => t.SnoozedUntil == null);
        return tickets.Due(filter.Due, now, midnight).Dated(filter).Replied(filter).Late(filter, now);
    }

    private static IQueryable<Ticket> Suiting(this IQueryable<Ticket> tickets, TicketFilter filter, DateTimeOffset now)
    {
        var attributes = AttributeFilters.Of(filter, now).ToList();
        if (filter.Match == FilterMatch.Any) return attributes.Count == 0 ? tickets : tickets.Where(attributes.Aggregate(Predicates.Or));

        // So that the planner sees which of the partial indexes hold these.
        if (filter.Status is { Not: false } status && status.Values.Select(value => value.IsOpen()).Distinct().ToList() is [var open])
            tickets = tickets.Standing(open ? TicketScope.Open : TicketScope.Done);
        return attributes.Aggregate(tickets, (left, attribute) => left.Where(attribute));
    }

    // Written with the literal that the partial indexes carry, so that the planner sees they fit.
    private static IQueryable<Ticket> Standing(this IQueryable<Ticket> tickets, TicketScope scope) => scope switch
    {
        TicketScope.Open => tickets.Where(t => t.Status < TicketStatus.Answered),
        TicketScope.Done => tickets.Where(t => t.Status >= TicketStatus.Answered),
        _ => tickets,
    };

    private static IQueryable<Ticket> Standing(this IQueryable<Ticket> tickets, TicketScope scope, DateTimeOffset asOf) => scope switch
    {
        TicketScope.Open => tickets.Where(t => t.FiledAt < asOf && ((t.AnsweredAt ?? t.ClosedAt) == null || (t.AnsweredAt ?? t.ClosedAt) >= asOf)),
        TicketScope.Done => tickets.Where(t => t.FiledAt < asOf && (t.AnsweredAt ?? t.ClosedAt) < asOf),
        _ => tickets.Where(t => t.FiledAt < asOf),
    };

    private static IQueryable<Ticket> Due(this IQueryable<Ticket> tickets, DueFilter? due, DateTimeOffset now, DateTimeOffset midnight)
    {
        var (hour, week, never) = (now.AddHours(1), midnight.AddDays(7), Ticket.Never);
        return due switch
        {
            null => tickets,
            DueFilter.Overdue => tickets.Where(t => t.QueueAt < now),
            DueFilter.WithinTheHour => tickets.Where(t => t.QueueAt >= now && t.QueueAt <= hour),
            DueFilter.Today => tickets.Where(t => t.QueueAt >= now && t.QueueAt < midnight),
            DueFilter.InSevenDays => tickets.Where(t => t.QueueAt >= midnight && t.QueueAt < week),
            DueFilter.Later => tickets.Where(t => t.QueueAt >= week && t.QueueAt < never),
            DueFilter.Never => tickets.Where(t => t.QueueAt >= never),
            _ => throw new InvalidOperationException($"No such filter: {due}."),
        };
    }

    private static IQueryable<Ticket> Dated(this IQueryable<Ticket> tickets, TicketFilter filter)
    {
        if (filter.FiledFrom is { } filedFrom) tickets = tickets.FiledFrom(filedFrom);
        if (filter.FiledTo is { } filedTo) tickets = tickets.FiledTo(filedTo);
        if (filter.AnsweredFrom is { } answeredFrom) tickets = tickets.Where(t => t.AnsweredOn >= answeredFrom);
        if (filter.ClosedFrom is { } closedFrom) tickets = tickets.Where(t => t.ClosedOn >= closedFrom);

        // Nothing ends before it is filed: the newest that can match are not sought among all that came later.
        if (filter.AnsweredTo is { } answeredTo) tickets = tickets.Where(t => t.AnsweredOn <= answeredTo).NotAfter(answeredTo);
        if (filter.ClosedTo is { } closedTo) tickets = tickets.Where(t => t.ClosedOn <= closedTo).NotAfter(closedTo);
        return tickets;
    }

    private static IQueryable<Ticket> Replied(this IQueryable<Ticket> tickets, TicketFilter filter)
    {
        if (filter.RepliedFrom is { } from) tickets = tickets.Where(t => t.FirstReplyAt >= from);
        if (filter.RepliedBefore is { } before) tickets = tickets.Where(t => t.FirstReplyAt < before && t.FiledAt < before);
        if (filter.Unreplied)
            tickets = filter.AsOf is { } asOf ? tickets.Where(t => t.FirstReplyAt == null || t.FirstReplyAt >= asOf) : tickets.Where(t => t.FirstReplyAt == null);
        return tickets;
    }

    private static IQueryable<Ticket> Late(this IQueryable<Ticket> tickets, TicketFilter filter, DateTimeOffset now)
    {
        if (filter.Late == true) tickets = tickets.MissedBy(filter.AsOf ?? now, now);
        if (filter.Late == false) tickets = tickets.NotMissedBy(filter.AsOf ?? now, now);
        var asOf = filter.AsOf ?? Ticket.Never;
        if (filter.ReplyLate == true) tickets = tickets.Where(t => t.FirstResponseBreachedAt < asOf);
        if (filter.ReplyLate == false) tickets = tickets.Where(t => t.FirstResponseBreachedAt == null || t.FirstResponseBreachedAt >= asOf);
        return tickets;
    }
}
