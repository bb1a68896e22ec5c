using System.Diagnostics;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Answers;

/// <summary>All that a macro's steps name, looked up once for all the cases it is applied to.</summary>
/// <param name="Topics">Those that can be chosen, as tickets carry them.</param>
/// <param name="Areas">Names by number.</param>
/// <param name="Track">The address at which a petitioner follows a case, by its number; null: none.</param>
public sealed record MacroKit(
    IReadOnlyDictionary<int, StaffMember> Members,
    IReadOnlyDictionary<int, ReplyTemplate> Templates,
    IReadOnlyDictionary<int, PauseCause> Causes,
    IReadOnlySet<string> Topics,
    IReadOnlyDictionary<int, string> Areas,
    string House,
    Func<string, string?> Track);

/// <summary>What came of a macro on one case.</summary>
/// <param name="Step">Place of the step that refused, from 0; null: none did, or it did not come that far.</param>
public sealed record MacroOutcome(Decision Decision, int? Step = null)
{
    public static MacroOutcome Ok { get; } = new(Decision.Ok);
}

/// <summary>Does a macro to one case after another: whoever calls it keeps all of a case's changes, or none.</summary>
public sealed class MacroRun(Macro macro, MacroKit kit)
{
    public MacroOutcome On(Ticket ticket, SlaBook book, Moment now)
    {
        for (var at = 0; at < macro.Steps.Count; at++)
            if (Do(macro.Steps[at], ticket, book, now) is { Succeeded: false } refused) return new(refused, at);
        return MacroOutcome.Ok;
    }

    private Decision Do(MacroStep step, Ticket ticket, SlaBook book, Moment now) => step switch
    {
        MacroStep.Take => Member(now.By.StaffId) is { } me ? ticket.TakeFor(me, book, now) : RefusalCode.AgentUnknown,
        MacroStep.Assign assign => Member(assign.MemberId) is { } member ? ticket.Assign(member, null, book, now) : new Refusal(RefusalCode.AgentUnknown, "OwnerId"),
        MacroStep.Prioritize wish => ticket.ChangePriority(wish.Priority, wish.Reason, book, now),
        MacroStep.Classify to => kit.Topics.Contains(to.Topic) ? ticket.Classify(to.Topic, ticket.Product, book, now) : new Refusal(RefusalCode.TopicUnknown, nameof(Ticket.Topic)),
        MacroStep.Note note => ticket.Note(Places.Fill(note.Text, CasePlaces.Words(Facts(ticket), Writing(ticket, now), english: false)), book, now),
        MacroStep.Reply reply => Template(reply.TemplateId) is { } template ? ticket.Reply(Filled(template, ticket, now), book, now) : RefusalCode.TemplateUnknown,
        MacroStep.Answer answer => Template(answer.TemplateId) is { } template ? ticket.Answer(Filled(template, ticket, now), book, now) : RefusalCode.TemplateUnknown,
        MacroStep.Wait { CauseId: { } cause } wait => kit.Causes.GetValueOrDefault(cause) is { } known ? ticket.Wait(wait.Reason, book, now, known) : new Refusal(RefusalCode.PauseCauseUnknown, "CauseId"),
        MacroStep.Wait wait => ticket.Wait(wait.Reason, book, now),
        MacroStep.Close close => ticket.Close(close.Comment, book, now),
        MacroStep.Snooze snooze => ticket.Snooze(SnoozeTimes.At(snooze.Time, now.At, book.Hours), snooze.Reason, book, now),
        MacroStep.Tag tag => ticket.Tag(tag.Add, tag.Remove, book, now),
        MacroStep.Plan plan => Template(plan.TemplateId) is { } template
            ? ticket.Plan(new(PlannedAct.Reply, Filled(template, ticket, now), SendTimes.Next(plan.Time, now.At, book.Hours)) { HoldsForPetitioner = true }, book, now)
            : RefusalCode.TemplateUnknown,
        _ => throw new UnreachableException($"No verb for {step.GetType().Name}."),
    };

    /// <summary>Also what it would send, for whoever looks before it is done.</summary>
    public string Filled(ReplyTemplate template, Ticket ticket, Moment now) => template.Fill(Facts(ticket), Writing(ticket, now));

    private CaseFacts Facts(Ticket ticket) => CaseFacts.Of(ticket, kit.Areas.GetValueOrDefault(ticket.AreaId, ""));

    private WritingFacts Writing(Ticket ticket, Moment now) => new(now.By.Name, kit.House, kit.Track(ticket.Number), now.On);

    private StaffMember? Member(int? id) => id is { } number ? kit.Members.GetValueOrDefault(number) : null;

    private ReplyTemplate? Template(int id) => kit.Templates.GetValueOrDefault(id) is { Active: true } template ? template : null;
}
