using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Domain.Care;

/// <summary>What there must be before the answer, and who may go on without it.</summary>
public sealed class CareVerbTests
{
    private static readonly Investigation Found = new("Se cobró dos veces.", "Un cargue repetido.", "El extracto de febrero.");
    private static readonly Actor Lead = Samples.Someone(Role.Lead, 9, "Lía Vega");

    [Fact]
    public async Task A_claim_is_answered_once_it_was_investigated()
    {
        var it = await FiledAsync();
        Assert.Equal(RefusalCode.NotInvestigated, it.Refused(t => t.Answer("Se devolvió el dinero.", it.Book, it.Moment())));
        Assert.Equal(RefusalCode.FindingsMissing, it.Refused(t => t.CompleteStep(CareStep.Investigate, null, new(" ", null, null), it.Book, it.Moment())));
        it.Do((t, now) => t.CompleteStep(CareStep.Investigate, "no cuenta", Found, it.Book, now));
        var done = Assert.IsType<TicketEvent.StepDone>(it.Ticket.Events[^1].Event);
        Assert.Equal((null, Found), (done.Text, done.Found));
        it.Answer();
        Assert.Equal(TicketStatus.Answered, it.Ticket.Status);
    }

    [Fact]
    public async Task Only_a_lead_goes_on_without_it_and_says_why()
    {
        var it = await FiledAsync();
        Assert.Equal(RefusalCode.StepForLead, it.Refused(t => t.SkipStep(CareStep.Investigate, "Es obvio.", it.Book, it.Moment())));
        Assert.Equal(RefusalCode.ReasonMissing, it.Refused(t => t.SkipStep(CareStep.Investigate, " ", it.Book, it.Moment(Lead))));
        it.Do((t, now) => t.SkipStep(CareStep.Investigate, "Es obvio.", it.Book, now), Lead);
        Assert.Equal((CareSteps.None, CareSteps.Investigate), (it.Ticket.StepsDone, it.Ticket.StepsSkipped));
        it.Do((t, now) => t.ReopenStep(CareStep.Investigate, null, it.Book, now), Lead);
        Assert.Equal(RefusalCode.NotInvestigated, it.Refused(t => t.Answer("Se devolvió el dinero.", it.Book, it.Moment())));
    }

    [Fact]
    public async Task What_is_advised_is_left_out_by_anybody_and_a_petition_asks_for_no_investigation()
    {
        var it = await FiledAsync(Samples.Filing with { Kind = TicketKind.Petition });
        it.Do((t, now) => t.SkipStep(CareStep.Understand, "Se entiende solo.", it.Book, now));
        it.Answer();
    }

    [Fact]
    public async Task What_the_log_shows_by_itself_is_not_ticked()
    {
        var it = await FiledAsync();
        Assert.Equal(RefusalCode.StepByItself, it.Refused(t => t.CompleteStep(CareStep.Answer, null, null, it.Book, it.Moment())));
        Assert.Equal(RefusalCode.StepByItself, it.Refused(t => t.SkipStep(CareStep.Answer, "No.", it.Book, it.Moment(Lead))));
        Assert.Equal(RefusalCode.StepUnknown, it.Refused(t => t.CompleteStep((CareStep)99, null, null, it.Book, it.Moment())));
        Assert.Equal(RefusalCode.NotAnswered, it.Refused(t => t.CompleteStep(CareStep.Confirm, null, null, it.Book, it.Moment())));
        Assert.Equal(RefusalCode.StepNotAsked, it.Refused(t => t.SkipStep(CareStep.Review, "No.", it.Book, it.Moment(Lead))));
    }

    [Fact]
    public async Task The_sentence_is_one_and_has_a_limit()
    {
        var it = await FiledAsync();
        Assert.Equal(RefusalCode.TextMissing, it.Refused(t => t.CompleteStep(CareStep.Understand, " ", null, it.Book, it.Moment())));
        Assert.Equal(RefusalCode.TextTooLong, it.Refused(t => t.CompleteStep(CareStep.Understand, new('x', Ticket.SentenceLimit + 1), null, it.Book, it.Moment())));
        it.Do((t, now) => t.CompleteStep(CareStep.Understand, " Pide la devolución. ", null, it.Book, now));
        it.Do((t, now) => t.CompleteStep(CareStep.Understand, "Pide la devolución de marzo.", null, it.Book, now));
        Assert.Equal("Pide la devolución de marzo.", Assert.IsType<TicketEvent.StepDone>(it.Ticket.Events[^1].Event).Text);
    }

    [Theory]
    [InlineData(CareStep.Acknowledge, RefusalCode.NotAcknowledged)]
    [InlineData(CareStep.Understand, RefusalCode.NotUnderstood)]
    public async Task Other_steps_can_be_required_too(CareStep step, RefusalCode code)
    {
        var rules = new CareDefinition().With(TicketKind.Petition, step, new(StepDemand.Required));
        var it = await FiledAsync(Samples.Filing with { Kind = TicketKind.Petition }, rules);
        Assert.Equal(code, it.Refused(t => t.Answer("Sí.", it.Book, it.Moment())));
        if (step == CareStep.Acknowledge) it.Reply();
        else it.Do((t, now) => t.CompleteStep(step, "Pide una copia.", null, it.Book, now));
        it.Answer();
    }

    [Fact]
    public async Task Whoever_is_answered_together_is_owed_the_same_care()
    {
        var it = await FiledAsync(Samples.Filing with { Kind = TicketKind.Petition });
        var claim = await Case.FiledAsync("03-03 11:00", book: it.Book, number: "PQRS-2026-000002");
        it.Do((t, now) => t.Merge(claim.Ticket, "Es lo mismo.", _ => "Dijo lo mismo.", it.Book, now));
        Assert.Equal(RefusalCode.NotInvestigated, it.Refused(t => t.Answer("Se devolvió el dinero.", it.Book, it.Moment())));
        it.Do((t, now) => t.CompleteStep(CareStep.Investigate, null, Found, it.Book, now)).Answer();
    }

    [Fact]
    public async Task After_reopening_the_satisfaction_is_asked_for_anew()
    {
        var it = (await FiledAsync(Samples.Filing with { Kind = TicketKind.Petition })).Answer();
        it.Do((t, now) => t.CompleteStep(CareStep.Confirm, "Dijo que sí.", null, it.Book, now));
        Assert.True(it.Ticket.StepsDone.HasFlag(CareSteps.Confirm));
        Assert.False(it.Reopen().Ticket.StepsDone.HasFlag(CareSteps.Confirm));
    }

    private static async Task<Case> FiledAsync(Filing? filing = null, CareDefinition? rules = null)
    {
        var book = (await Cast.ComeAsync()).Book.With(CareBook.Of(new CareVersion { Definition = rules ?? new(), MadeAt = TestClock.Tuesday, MadeBy = "Eva" }));
        return await Case.FiledAsync(filing: filing, book: book);
    }
}
