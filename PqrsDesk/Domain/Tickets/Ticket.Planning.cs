using System.Diagnostics;
using System.Globalization;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// Programar: what is written now and sent later. No clock knows of it until it is sent; what makes it wrong meanwhile holds it
// at once, not when its time has come.
public sealed partial class Ticket
{
    /// <summary>Whatever can lie for longer is forgotten.</summary>
    public static readonly TimeSpan LongestPlan = TimeSpan.FromDays(90);

    /// <summary>When its planned message is sent; null: it has none that is.</summary>
    public DateTimeOffset? SendAt { get; private set; }

    /// <remarks>What the verb of it would refuse now is refused now, so that nobody relies on what cannot be.</remarks>
    public Decision Plan(MessagePlan plan, SlaBook book, Moment now)
    {
        if (FileNow.Planned is { } other) return new Refusal(RefusalCode.AlreadyPlanned, null, other.By);
        if (RefuseSending(plan, book) is { } refusal) return refusal;
        if (plan.At <= now.At) return new Refusal(RefusalCode.PlanPast, "At");
        if (plan.At - now.At > LongestPlan) return new Refusal(RefusalCode.PlanTooFar, "At", LongestPlan.Days.ToString(CultureInfo.InvariantCulture));

        // The petitioner may have them when it is sent, and not before.
        foreach (var file in plan.Files.Where(file => !plan.Attached.Contains(file.Id)))
            if (Attach(file.Id, file.Name, file.Bytes, book, now) is { Succeeded: false } refused) return refused;
        var at = new DateTimeOffset(plan.At.UtcTicks - plan.At.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
        return Record(
            new TicketEvent.SendPlanned(
                TimeZoneInfo.ConvertTime(at, book.Zone), plan.Act, Tidy(plan.Text), IdsOf(plan.Files), NullIfNone(plan.Used),
                plan.Act == PlannedAct.ReplyAndWait ? NullIfBlank(plan.Waiting) : null, plan.Act == PlannedAct.ReplyAndWait ? plan.Cause?.Id : null, plan.HoldsForPetitioner),
            now, book);
    }

    /// <summary>Somebody goes on writing it, or throws it away: whoever planned it, whoever has the case, or a lead.</summary>
    public Decision TakeBackSend(bool discard, SlaBook book, Moment now) =>
        RefusePlan(now.By) is { } refusal ? refusal : Record(new TicketEvent.SendTakenBack(discard), now, book);

    /// <summary>A person sends it before its time, or although it was held.</summary>
    public Decision SendNow(TicketEvent.SendPlanned words, IReadOnlyList<SentFile> files, PauseCause? cause, SlaBook book, Moment now) =>
        RefusePlan(now.By) is { } refusal ? refusal : SendPlanned(words, files, cause, book, now);

    /// <summary>Sends it, by the same verbs as if it were written now: whoever calls it keeps all of it, or nothing.</summary>
    /// <param name="words">The event that planned it.</param>
    /// <param name="files">Those that it names.</param>
    /// <param name="cause">The one that it names.</param>
    public Decision SendPlanned(TicketEvent.SendPlanned words, IReadOnlyList<SentFile> files, PauseCause? cause, SlaBook book, Moment now)
    {
        if (FileNow.Planned is not { } plan) return RefusalCode.NothingPlanned;
        var said = plan.Act is PlannedAct.Reply or PlannedAct.ReplyAndWait
            ? Reply(words.Text, book, now, files, words.Used, plan.PlannedIn)
            : Answer(words.Text, book, now, files, words.Used, plan.PlannedIn);
        return !said.Succeeded ? said
            : plan.Act == PlannedAct.ReplyAndWait ? Wait(words.Waiting, book, now, cause)
            : plan.Act == PlannedAct.AnswerAndClose ? Close(null, book, now)
            : said;
    }

    /// <summary>Its time came, and it could not be sent.</summary>
    public Decision HoldSend(HoldCause cause, Refusal? why, SlaBook book, Moment now) =>
        FileNow.Planned is { Held: null } ? Record(new TicketEvent.SendHeld(cause, why?.Code.ToString(), why?.Detail), now with { By = Actor.Desk }, book) : Decision.Ok;

    private Refusal? RefuseSending(MessagePlan plan, SlaBook book) => plan.Act switch
    {
        PlannedAct.Reply => RefuseReply(plan.Text),
        PlannedAct.ReplyAndWait => RefuseReply(plan.Text) ?? RefuseWaiting(plan.Waiting, plan.Cause),
        PlannedAct.Answer => RefuseAnswer(plan.Text, plan.Files, book),
        PlannedAct.AnswerAndClose => RefuseAnswer(plan.Text, plan.Files, book) ?? RefuseClosing(book),
        _ => throw new UnreachableException($"Nothing is sent by {plan.Act}."),
    };

    private Refusal? RefusePlan(Actor by) =>
        FileNow.Planned is not { } plan ? RefusalCode.NothingPlanned
        : Planned(plan, by) || IsTheirs(by) ? (Refusal?)null
        : RefusalCode.NotYourTicket;

    /// <summary>A program is known again by its name alone.</summary>
    private static bool Planned(PlannedMessage plan, Actor by) =>
        plan.ById is { } member ? member == by.StaffId : by.Kind == ActorKind.Program && plan.By == by.Name;

    /// <summary>What makes it wrong to send it by itself.</summary>
    private HoldCause? HoldsBy(TicketEvent happened) => FileNow.Planned is not { Held: null } plan ? null
        : IsOver ? HoldCause.Ended
        : happened is TicketEvent.Answered && plan.Act is PlannedAct.Answer or PlannedAct.AnswerAndClose && Status == TicketStatus.Answered ? HoldCause.Answered
        : plan.HoldsForPetitioner && happened is TicketEvent.PetitionerResponded or TicketEvent.HeardThrough ? HoldCause.Petitioner
        : null;

    private void FollowPlan(LoggedEvent line)
    {
        var planned = line.Event switch
        {
            TicketEvent.SendPlanned plan => new PlannedMessage(line.Sequence, plan.SendAt.ToUniversalTime(), plan.Act, line.ByStaffId, line.ByName, plan.HoldsForPetitioner),
            TicketEvent.SendHeld held => FileNow.Planned! with { Held = held.Cause },
            TicketEvent.SendTakenBack or TicketEvent.Replied { Planned: not null } or TicketEvent.Answered { Planned: not null } => null,
            _ => FileNow.Planned,
        };
        if (planned == FileNow.Planned) return;
        CaseFile = FileNow with { Planned = planned };
        SendAt = planned is { Held: null } ? planned.At : null;
    }
}
