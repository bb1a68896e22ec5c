using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Domain.Care;

/// <summary>The checklist, as the log shows it.</summary>
public sealed class CareReadingTests
{
    [Fact]
    public async Task Steps_fulfil_themselves_from_the_log()
    {
        var it = await FiledAsync();
        Assert.Equal(
            [(CareStep.Acknowledge, StepState.Open), (CareStep.Understand, StepState.Open), (CareStep.Thank, StepState.Open), (CareStep.Investigate, StepState.Open), (CareStep.Answer, StepState.Open), (CareStep.Confirm, StepState.Open)],
            Read(it).Steps.Select(step => (step.Step, step.State)));
        Assert.Equal([CareStep.Investigate], Read(it).Missing);
        Assert.Equal(CareStep.Acknowledge, Read(it).Next);

        it.Do((t, now) => t.Reply("Recibimos su reclamo.", it.Book, now));
        Assert.Equal((StepState.Done, StepState.Open), (State(it, CareStep.Acknowledge), State(it, CareStep.Thank)));
        it.Do((t, now) => t.Reply("Le agradecemos que nos avise.", it.Book, now));
        Assert.Equal(StepState.Done, State(it, CareStep.Thank));
        it.Do((t, now) => t.CompleteStep(CareStep.Investigate, null, new("Fue así.", null, null), it.Book, now)).Answer();
        Assert.Equal(StepState.Done, State(it, CareStep.Answer));
        it.Do((t, now) => t.Judge(true, null, it.Book, now), Actor.Petitioner("María"));
        Assert.Equal(StepState.Done, State(it, CareStep.Confirm));
        it.Reopen();
        Assert.Equal((StepState.Open, StepState.Open, StepState.Done), (State(it, CareStep.Answer), State(it, CareStep.Confirm), State(it, CareStep.Investigate)));
    }

    [Fact]
    public async Task Whoever_files_by_themselves_has_the_receipt()
    {
        var log = (await FiledAsync()).Ticket.Events.Select(line => new CareLine(line.At, ActorKind.Petitioner, "María", line.Event));
        Assert.Equal(StepState.Done, CareReading.Of(Facts, log, CareBook.Shipped, _ => null, TestClock.Tuesday).Of(CareStep.Acknowledge)!.State);
    }

    [Fact]
    public async Task Who_writes_by_mail_has_the_receipt_when_it_went_out()
    {
        var filed = (await FiledAsync()).Ticket.Events.Select(line => line.Event).OfType<TicketEvent.Filed>().Single();
        CareLine[] log = [new(TestClock.Tuesday, ActorKind.Petitioner, "María", filed with { Filing = filed.Filing with { Channel = Channel.Email } })];
        Assert.Equal(StepState.Open, Of(log));
        Assert.Equal(StepState.Done, Of([.. log, new(TestClock.Tuesday, ActorKind.Desk, "", new TicketEvent.ReceiptSent(Channel.Email))]));

        static StepState Of(CareLine[] log) => CareReading.Of(Facts, log, CareBook.Shipped, _ => null, TestClock.Tuesday).Of(CareStep.Acknowledge)!.State;
    }

    [Fact]
    public async Task What_is_kept_beside_the_log_says_what_the_checklist_says()
    {
        var it = await FiledAsync();
        Assert.Equal(Read(it).Of(CareStep.Acknowledge)!.DueAt, it.Ticket.NextStepAt);
        it.Do((t, now) => t.Reply("Le agradecemos que nos avise.", it.Book, now));
        Assert.Equal(CareSteps.Acknowledge | CareSteps.Thank, it.Ticket.StepsShown);
        Assert.Equal(Read(it).Of(CareStep.Investigate)!.DueAt, it.Ticket.NextStepAt);
        it.Do((t, now) => t.CompleteStep(CareStep.Investigate, null, new("Fue así.", null, null), it.Book, now));
        Assert.Equal(Read(it).Of(CareStep.Answer)!.DueAt, it.Ticket.NextStepAt);
        it.Answer();
        Assert.Null(it.Ticket.NextStepAt);
        it.Reopen();
        Assert.Equal(Read(it).Of(CareStep.Answer)!.DueAt, it.Ticket.NextStepAt);
    }

    [Fact]
    public async Task The_sentence_stands_at_the_head_until_it_is_taken_back()
    {
        var it = await FiledAsync();
        it.Do((t, now) => t.CompleteStep(CareStep.Understand, "Pide la devolución.", null, it.Book, now));
        Assert.Equal("Pide la devolución.", Read(it).Understood);
        it.Do((t, now) => t.ReopenStep(CareStep.Understand, null, it.Book, now));
        Assert.Null(Read(it).Understood);
    }

    [Fact]
    public async Task A_step_is_late_when_its_time_is_over()
    {
        // Eight business hours from Tuesday at ten: Wednesday at ten. Half of fifteen days: eight of them.
        var it = await FiledAsync();
        Assert.Equal(Case.Local("03-04 10:00"), Read(it).Of(CareStep.Acknowledge)!.DueAt);
        Assert.Equal(Case.Local("03-14 00:00"), Read(it).Of(CareStep.Investigate)!.DueAt!.Value, TimeSpan.FromSeconds(1));
        Assert.Equal(StepState.Late, Read(it.At("03-04 10:01")).Of(CareStep.Acknowledge)!.State);
        it.Reply();
        Assert.Equal(StepState.Done, State(it, CareStep.Acknowledge));
    }

    [Fact]
    public async Task A_review_is_a_step_where_a_rule_asks_for_it()
    {
        var care = CareBook.Of(new CareVersion { Definition = new() { Reviews = [new() { Priorities = [Priority.Medium] }] }, MadeAt = TestClock.Tuesday, MadeBy = "Eva" });
        var it = await FiledAsync(care);
        Assert.Equal(StepDemand.Required, Read(it).Of(CareStep.Review)!.Demand);
        it.Do((t, now) => t.ProposeAnswer("Sí.", null, null, it.Book, now)).Do((t, now) => t.ApproveAnswer(null, null, it.Book, now), Samples.Someone(Role.Lead, 9));
        Assert.Equal(StepState.Done, State(it, CareStep.Review));
        it.Do((t, now) => t.ReviseAnswer("Sí, señora.", null, null, it.Book, now), Samples.Someone(Role.Lead, 9));
        Assert.Equal(StepState.Open, State(it, CareStep.Review));
    }

    private static ReviewFacts Facts => new(TicketKind.Claim, Priority.Medium, Samples.FirstArea, null);

    private static async Task<Case> FiledAsync(CareBook? care = null) => await Case.FiledAsync(book: (await Cast.ComeAsync()).Book.With(care ?? CareBook.Shipped));

    private static StepState State(Case it, CareStep step) => Read(it).Of(step)!.State;

    private static CareSight Read(Case it) => CareReading.Of(
        Facts, it.Ticket.Events.Select(line => new CareLine(line.At, line.ByKind, line.ByName, line.Event)), it.Book.Care,
        due => StepTimes.Of(due, it.Ticket.Deadlines, it.Ticket.Pauses, it.Ticket.EffectiveFiledOn, it.Book, it.Now), it.Now);
}
