using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

/// <summary>Which deadlines a ticket is promised, and how much each of them: by its policy, and by the law.</summary>
internal static class TicketPromises
{
    public static void Begin(Ticket ticket, TicketEvent.Filed filed, DateTimeOffset at, SlaBook book)
    {
        var terms = book.Terms(filed.PolicyVersionId);
        var target = terms.For(filed.Priority);
        var calendar = terms.Policy.CalendarVersionId;
        ticket.Clocks.Add(Deadline.InMinutes(DeadlineKind.FirstResponse, target.FirstResponseMinutes, calendar, at));
        ticket.Clocks.Add(Deadline.InMinutes(DeadlineKind.Resolution, target.ResolutionMinutes, calendar, at));
        Stage(ticket, at, book);
        PromiseLegal(ticket, filed.Ground, at, book);
    }

    /// <summary>Counted from the filing, also when a new kind brings the promise later.</summary>
    private static void PromiseLegal(Ticket ticket, LegalGround? ground, DateTimeOffset at, SlaBook book)
    {
        if (book.Law.RuleOf(ground, ticket.Kind) is { } rule)
            ticket.Clocks.Add(Deadline.Legal(rule.Definition, ground?.RuleId, ticket.LegalCalendar(book), ticket.FiledAt, at));
    }

    /// <summary>
    /// The clock of the next reply, from the oldest message that waits for one. While the first reply is owed that
    /// clock covers it, and after the answer nothing more is owed.
    /// </summary>
    public static void Await(Ticket ticket, DateTimeOffset at, SlaBook book)
    {
        if (!ticket.IsOpen || ticket.FirstReplyAt is null) return;
        if (ticket.Clocks.Exists(deadline => deadline is { Kind: DeadlineKind.NextResponse, IsOwed: true })) return;
        Promise(ticket, DeadlineKind.NextResponse, at, book);
    }

    /// <summary>An area begins its stage.</summary>
    public static void Stage(Ticket ticket, DateTimeOffset at, SlaBook book)
    {
        Promise(ticket, DeadlineKind.AreaStage, at, book);
        if (ticket.Holes.Exists(pause => pause.To is null))
            foreach (var stage in ticket.Clocks.Where(deadline => deadline is { Kind: DeadlineKind.AreaStage, IsOwed: true })) stage.Pause();
    }

    private static void Promise(Ticket ticket, DeadlineKind kind, DateTimeOffset at, SlaBook book)
    {
        if (ticket.PolicyVersionId is not { } policy || book.Terms(policy) is not { } terms) return;
        if (terms.For(ticket.Priority).MinutesFor(kind) is { } minutes)
            ticket.Clocks.Add(Deadline.InMinutes(kind, minutes, terms.Policy.CalendarVersionId, at));
    }

    public static void Retarget(Ticket ticket, DateTimeOffset at, SlaBook book)
    {
        if (ticket.PolicyVersionId is not { } policy) return;
        var target = book.Terms(policy).For(ticket.Priority);
        foreach (var deadline in ticket.Clocks.Where(deadline => deadline.IsOwed && deadline.Unit == DeadlineUnit.BusinessMinutes))
        {
            if (target.MinutesFor(deadline.Kind) is { } minutes && minutes != deadline.Amount) deadline.Retarget(minutes, at);
        }
    }

    /// <summary>The legal term follows the rule of law: another length, another unit, or none.</summary>
    public static void RetargetLegal(Ticket ticket, LegalGround? ground, DateTimeOffset at, SlaBook book)
    {
        // An imported ticket has the instants of its old desk, and none of ours.
        if (ticket.PolicyVersionId is null) return;
        if (ticket.LegalClock is not { } legal) PromiseLegal(ticket, ground, at, book);
        else if (!legal.IsOwed) return;
        else if (book.Law.RuleOf(ground, ticket.Kind) is { } rule) legal.Follow(rule.Definition, ground?.RuleId, at);
        else if (legal.BreachedAt is null) ticket.Clocks.Remove(legal);
    }
}
