using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// Acts of law on the case, each with its own term: extension, request to complete, withdrawal, transfer.
public sealed partial class Ticket
{
    public const int AuthorityLimit = 200;

    /// <summary>Announces that the answer comes later (prórroga): before the term ends, once, with a reason, and no later than the case's rule of law allows.</summary>
    /// <remarks>Ley 1755 of 2015, art. 14, paragraph: at most twice the term in all.</remarks>
    public Decision Extend(DateOnly answerBy, string? reason, SlaBook book, Moment now)
    {
        if (!IsOpen) return RefusalCode.TicketNotOpen;
        if (LegalTerm is not { CalendarVersionId: { } version } term) return RefusalCode.NoLegalTerm;
        if (term.IsPaused) return RefusalCode.TermSuspended;
        if (RuleOfLaw(book) is not { Definition: { Extension: not null } rule }) return RefusalCode.ExtensionNotGiven;
        if (term.ExtendedBy > 0) return RefusalCode.AlreadyExtended;
        if (term.DueAt < now.At) return new Refusal(RefusalCode.TermOver, "AnswerBy");
        if (answerBy <= term.LastDay) return new Refusal(RefusalCode.ExtensionNotLater, "AnswerBy");
        var calendar = book.Calendar(version);
        var from = term.CountsFrom ?? EffectiveFiledOn;
        if (rule.ExtensionUntil(term, from, calendar) is not { } latest) return RefusalCode.ExtensionNotGiven;
        if (answerBy > latest) return new Refusal(RefusalCode.ExtensionTooLong, "AnswerBy", latest.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        if (Texts.Reason(reason) is { } refusal) return refusal;

        // A date on which nothing opens is kept as the next business day: the petitioner loses nothing that was announced.
        var days = term.Unit.Used(calendar, from, answerBy) - term.Amount;
        if (days == 0) return new Refusal(RefusalCode.ExtensionNotLater, "AnswerBy");
        return RecordFor(new TicketEvent.Extended(days, term.Unit.LastDay(calendar, from, term.Amount + days), Tidy(reason)), now, book);
    }

    /// <summary>Asks the petitioner for what is missing, in the first days that the case's rule of law gives for it; the legal term stands still until it comes.</summary>
    /// <remarks>Ley 1755 of 2015, art. 17.</remarks>
    public Decision RequestCompletion(string? text, SlaBook book, Moment now)
    {
        if (!IsOpen) return RefusalCode.TicketNotOpen;
        if (LegalTerm is null) return RefusalCode.NoLegalTerm;
        if (Status == TicketStatus.AwaitingPetitioner) return RefusalCode.AlreadyWaiting;
        if (RuleOfLaw(book)?.Definition.CompletionUntil(EffectiveFiledOn, book.Calendar(LegalCalendar(book))) is not { } last) return RefusalCode.CompletionNotGiven;
        if (now.On > last)
            return new Refusal(RefusalCode.CompletionTooLate, null, last.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        if (Texts.Message(text, "Text") is { } refusal) return refusal;
        return Record(new TicketEvent.CompletionRequested(Tidy(text)), now, book);
    }

    /// <summary>Ends the case because the petitioner gave it up: by saying so at any time, or by silence when the month to complete is over.</summary>
    public Decision Withdraw(WithdrawalKind kind, string? reason, SlaBook book, Moment now)
    {
        if (!IsOpen) return RefusalCode.TicketNotOpen;
        if (!Enum.IsDefined(kind)) return new Refusal(RefusalCode.WithdrawalUnknown, "Kind");
        if (kind == WithdrawalKind.Tacit && !MayWithdrawTacitly(now.At)) return new Refusal(RefusalCode.CompletionNotOver, "Kind");
        if (Texts.Reason(reason) is { } refusal) return refusal;
        return RecordFor(new TicketEvent.Withdrawn(kind, Tidy(reason)), now, book);
    }

    /// <summary>Sends the case to the authority that is competent. Late is still a duty, and is kept as late.</summary>
    /// <remarks>Ley 1755 of 2015, art. 21.</remarks>
    public Decision Transfer(string? authority, string? reason, SlaBook book, Moment now)
    {
        if (!IsOpen) return RefusalCode.TicketNotOpen;
        if (string.IsNullOrWhiteSpace(authority)) return new Refusal(RefusalCode.AuthorityMissing, "Authority");
        if (Texts.TooLong(authority, AuthorityLimit, "Authority") is { } tooLong) return tooLong;
        if (Texts.Reason(reason) is { } refusal) return refusal;
        var onTime = RuleOfLaw(book)?.Definition.TransferUntil(EffectiveFiledOn, book.Calendar(LegalCalendar(book))) is not { } last || now.On <= last;
        return RecordFor(new TicketEvent.Transferred(Tidy(authority), Tidy(reason), onTime), now, book);
    }

    /// <summary>Whether the petitioner was asked to complete and let the month pass.</summary>
    public bool MayWithdrawTacitly(DateTimeOffset now) =>
        _deadlines.Exists(deadline => deadline is { Kind: DeadlineKind.Completion, IsOwed: true } && deadline.DueAt < now);

    /// <summary>The calendar version that this case's legal terms are promised on.</summary>
    internal int LegalCalendar(SlaBook book) => LegalCalendarVersionId ?? book.FirstLegalCalendarVersionId;

    internal Deadline? LegalTerm => _deadlines.Find(deadline => deadline is { Kind: DeadlineKind.LegalAnswer, IsOwed: true });

    /// <summary>Also once it is settled.</summary>
    internal Deadline? LegalClock => Clock(DeadlineKind.LegalAnswer);

    /// <summary>The rule of law that the case was promised; null when none answers to it.</summary>
    internal LegalRule? RuleOfLaw(SlaBook book) => LegalClock is { } clock ? book.Law.RuleOf(clock, Kind) : null;
}
