using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// What happens by itself as time passes: shares of the targets used, breaches, and what the policy does about them.
public sealed partial class Ticket
{
    /// <summary>When the next share of a target is used, the next breach happens or it comes back by itself, if nobody acts: what the sweep looks for.</summary>
    public DateTimeOffset? NextMarkAt { get; private set; }

    /// <summary>Since when it waits for a lead to look at it; null when it does not.</summary>
    public DateTimeOffset? FlaggedAt { get; private set; }

    /// <summary>Records all that has happened by itself up to <paramref name="now"/>: in order, each at its own instant, each once.</summary>
    /// <param name="members">Those of <see cref="EscalatesTo"/> who can be given a case.</param>
    public Decision CatchUp(DateTimeOffset now, SlaBook book, IReadOnlyList<StaffMember> members) =>
        CatchUp(now, book, (id, _) => members.FirstOrDefault(each => each.Id == id && each.Active));

    /// <inheritdoc cref="CatchUp(DateTimeOffset, SlaBook, IReadOnlyList{StaffMember})"/>
    /// <param name="whoIsThere">Whoever gets what is for a member: they, or who stands in for them at that instant; null: nobody.</param>
    public Decision CatchUp(DateTimeOffset now, SlaBook book, Func<int, DateTimeOffset, StaffMember?>? whoIsThere = null)
    {
        if (NextMarkAt is null || NextMarkAt > now) return Decision.Ok;
        while (true)
        {
            var next = LookAhead(book);
            if (WakesFirst(next, now) is { } wakes)
            {
                Record(new TicketEvent.Woken(WakeCause.Time), new Moment(wakes, book.DateOf(wakes), Actor.Desk), book);
                continue;
            }

            if (next is not { } mark || mark.At > now || (mark.At == now && mark.Percent is null)) break;
            var moment = new Moment(mark.At, book.DateOf(mark.At), Actor.Desk);
            if (mark.Percent is not { } percent)
            {
                Record(new TicketEvent.DeadlineBreached(mark.Kind), moment, book);
                continue;
            }

            Record(new TicketEvent.ThresholdReached(mark.Kind, percent), moment, book);
            foreach (var level in Levels(book).Where(level => level.Answers(mark.Kind, percent))) Escalate(level, mark.Kind, whoIsThere, book, moment);
        }

        // What is stored may be older than the zone's rules: it is brought in step also when nothing was missed by them.
        RefreshDue(book);
        return Decision.Ok;
    }

    /// <summary>The members of staff that the policy may give it to by itself.</summary>
    public IReadOnlyList<int> EscalatesTo(SlaBook book) => [.. Levels(book).Select(level => level.AssignTo).OfType<int>().Distinct()];

    /// <summary>A lead has looked at it: it leaves the list of flagged cases, and its doubtful pauses leave theirs.</summary>
    public Decision Review(string? note, SlaBook book, Moment now)
    {
        if (!now.By.Is(Role.Lead)) return RefusalCode.RoleTooLow;
        if (FlaggedAt is null && !_pauses.Exists(pause => pause.WantsReview)) return RefusalCode.NothingChanged;
        if (Texts.TooLong(note, Filing.ReasonLimit, "Note") is { } tooLong) return tooLong;
        return Record(new TicketEvent.Reviewed(NullIfBlank(note)), now, book);
    }

    internal IReadOnlyList<int> Thresholds(SlaBook book) => PolicyVersionId is { } policy ? book.Terms(policy).Policy.Definition.Thresholds : [];

    private IReadOnlyList<EscalationLevel> Levels(SlaBook book) => PolicyVersionId is { } policy ? book.Terms(policy).Policy.Definition.Escalations : [];

    /// <summary>Keeps what the sweep looks for in step with the deadlines, and says what happens next.</summary>
    internal DeadlineMark? LookAhead(SlaBook book)
    {
        DeadlineMark? next = null;
        NextBreachAt = null;
        foreach (var deadline in _deadlines)
        {
            var breach = TicketClocks.BreachOf(this, deadline, book);
            if (breach < (NextBreachAt ?? DateTimeOffset.MaxValue)) NextBreachAt = breach;
            if (TicketClocks.NextMarkOf(this, deadline, breach, book) is { } mark && (next is not { } first || mark.IsBefore(first))) next = mark;
        }

        NextMarkAt = SnoozedUntil is { } wakes && !(next?.At < wakes) ? wakes : next?.At;
        return next;
    }

    private void Escalate(EscalationLevel level, DeadlineKind kind, Func<int, DateTimeOffset, StaffMember?>? whoIsThere, SlaBook book, Moment moment)
    {
        var member = level.AssignTo is { } id ? whoIsThere?.Invoke(id, moment.At) : null;

        // Whom it was for may have left since: then a lead decides.
        var acts = level.Acts.Select(act => act == EscalationAct.Assign && member is null ? EscalationAct.Flag : act).Distinct().ToList();
        Record(new TicketEvent.Escalated(kind, level.Percent, acts), moment, book);
        foreach (var act in acts)
        {
            if (act == EscalationAct.RaisePriority && Priority < Priority.High)
                Become(Priority + 1, "", book, moment);
            else if (act == EscalationAct.Assign && OwnerId != member!.Id)
                Record(new TicketEvent.Assigned(member.Id, member.Name, null), moment, book);
        }
    }
}
