using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Domain.Care;

/// <summary>Proposed, returned or revised, reviewed, approved, sent.</summary>
public sealed class ReviewVerbTests
{
    private const string Text = "Cordial saludo. Le devolvimos el dinero. Gracias.";
    private static readonly Actor Ana = Samples.Someone();
    private static readonly Actor Lead = Samples.Someone(Role.Lead, 9, "Lía Vega");
    private static readonly Actor OtherLead = Samples.Someone(Role.Lead, 10, "Leo Mora");
    private static readonly Actor Manager = Samples.Someone(Role.Manager, 11, "Marta Gil");

    [Fact]
    public async Task What_is_sent_is_what_was_approved_to_the_letter()
    {
        var it = await ProposedAsync();
        Assert.Equal(RefusalCode.AnswerNotApproved, it.Refused(t => t.Answer(Text, it.Book, it.Moment())));
        Assert.Equal(RefusalCode.NotReviewer, it.Refused(t => t.ApproveAnswer(null, null, it.Book, it.Moment(Samples.Someone(Role.Agent, 5)))));
        it.Do((t, now) => t.ApproveAnswer("Bien.", it.Ticket.ProposalHash, it.Book, now), Lead);
        Assert.Equal(ReviewStage.Approved, it.Ticket.ReviewStage);
        Assert.Equal(RefusalCode.AnswerNotApproved, it.Refused(t => t.Answer(Text + " Ya.", it.Book, it.Moment())));
        Assert.Equal(RefusalCode.AnswerNotApproved, it.Refused(t => t.Answer(Text, it.Book, it.Moment(), [new SentFile(Guid.NewGuid(), "otra.pdf", 3)])));
        Assert.Equal(RefusalCode.ProposalApproved, it.Refused(t => t.ApproveAnswer(null, null, it.Book, it.Moment(OtherLead))));
        it.Do((t, now) => t.Answer($"  {Text}\r\n", it.Book, now), Ana);
        Assert.Equal((TicketStatus.Answered, null, null), (it.Ticket.Status, it.Ticket.ReviewStage, it.Ticket.ProposalHash));
    }

    [Fact]
    public async Task Nobody_approves_their_own_unless_the_desk_is_that_small()
    {
        var it = await ProposedAsync(by: Lead);
        Assert.Equal(RefusalCode.OwnProposal, it.Refused(t => t.ApproveAnswer(null, null, it.Book, it.Moment(Lead))));
        var small = await ProposedAsync(new CareDefinition { Reviews = [new()], OwnApproval = true }, Lead);
        small.Do((t, now) => t.ApproveAnswer(null, null, small.Book, now), Lead);
    }

    [Fact]
    public async Task A_change_after_the_approval_voids_it()
    {
        var it = await ProposedAsync();
        it.Do((t, now) => t.ApproveAnswer(null, null, it.Book, now), Lead);
        it.Do((t, now) => t.ReviseAnswer(Text + " Perdón.", "Faltaba.", null, it.Book, now), OtherLead);
        Assert.Equal(ReviewStage.Proposed, it.Ticket.ReviewStage);
        Assert.Equal(RefusalCode.AnswerNotApproved, it.Refused(t => t.Answer(Text, it.Book, it.Moment())));
        Assert.Equal(RefusalCode.ProposalChanged, it.Refused(t => t.ApproveAnswer(null, Ticket.HashOf(Text, null), it.Book, it.Moment(Lead))));
        it.Do((t, now) => t.ApproveAnswer(null, Ticket.HashOf(Text + " Perdón.", null), it.Book, now), Lead);
        it.Do((t, now) => t.ProposeAnswer("Otra cosa.", null, null, it.Book, now), Ana);
        Assert.Equal(ReviewStage.Proposed, it.Ticket.ReviewStage);
    }

    [Fact]
    public async Task It_is_returned_with_a_reason_and_proposed_again()
    {
        var it = await ProposedAsync();
        Assert.Equal(RefusalCode.ReasonMissing, it.Refused(t => t.ReturnAnswer(" ", it.Book, it.Moment(Lead))));
        it.Do((t, now) => t.ReturnAnswer("Falta la fecha.", it.Book, now), Lead);
        Assert.Equal(RefusalCode.NoProposal, it.Refused(t => t.ApproveAnswer(null, null, it.Book, it.Moment(Lead))));

        // The same words again are no change, but somebody has to look at them again.
        it.Do((t, now) => t.ProposeAnswer(Text, null, "Así está bien.", it.Book, now), Ana);
        Assert.Equal(RefusalCode.NothingChanged, it.Refused(t => t.ProposeAnswer(Text, null, null, it.Book, it.Moment())));
        it.Do((t, now) => t.ApproveAnswer(null, null, it.Book, now), Lead);
    }

    [Fact]
    public async Task Two_look_at_it_and_they_are_two_people()
    {
        var it = await ProposedAsync(new CareDefinition { Reviews = [new() { Stages = 2 }] });
        it.Do((t, now) => t.ApproveAnswer("Bien.", null, it.Book, now), Lead);
        Assert.Equal((ReviewStage.Reviewed, Lead.StaffId), (it.Ticket.ReviewStage, it.Ticket.ReviewedById));
        Assert.Equal(RefusalCode.SameReviewer, it.Refused(t => t.ApproveAnswer(null, null, it.Book, it.Moment(Lead))));
        it.Do((t, now) => t.ApproveAnswer(null, null, it.Book, now), OtherLead);
        Assert.Equal([nameof(TicketEvent.AnswerProposed), nameof(TicketEvent.AnswerReviewed), nameof(TicketEvent.AnswerApproved)], it.Ticket.Events.Skip(1).Select(line => line.Event.GetType().Name));
    }

    [Fact]
    public async Task The_approval_is_of_whom_the_rule_names_or_of_a_manager()
    {
        var it = await ProposedAsync(new CareDefinition { Reviews = [new() { ApproverId = 7 }] });
        Assert.Equal(RefusalCode.NotReviewer, it.Refused(t => t.ApproveAnswer(null, null, it.Book, it.Moment(Lead))));
        it.Do((t, now) => t.ApproveAnswer(null, null, it.Book, now), Samples.Someone(Role.Agent, 7, "Nora Paz"));
        var again = await ProposedAsync(new CareDefinition { Reviews = [new() { ApproverId = 7 }] });
        again.Do((t, now) => t.ApproveAnswer(null, null, again.Book, now), Manager);
    }

    [Fact]
    public async Task A_lead_goes_on_without_the_review_and_says_why()
    {
        var it = await FiledAsync();
        Assert.Equal(RefusalCode.StepForLead, it.Refused(t => t.SkipStep(CareStep.Review, "Urge.", it.Book, it.Moment())));
        it.Do((t, now) => t.SkipStep(CareStep.Review, "Urge.", it.Book, now), Lead);
        it.Answer();
    }

    [Fact]
    public async Task It_is_taken_back_by_its_author_or_a_lead()
    {
        var it = await ProposedAsync();
        Assert.Equal(RefusalCode.NotYourTicket, it.Refused(t => t.RecallAnswer(null, it.Book, it.Moment(Samples.Someone(Role.Agent, 5)))));
        it.Do((t, now) => t.RecallAnswer(null, it.Book, now), Ana);
        Assert.Equal(RefusalCode.NoProposal, it.Refused(t => t.RecallAnswer(null, it.Book, it.Moment())));
    }

    [Fact]
    public async Task What_is_merged_into_it_asks_for_the_approval_again_and_brings_its_own_rule()
    {
        var it = await FiledAsync(new CareDefinition { Reviews = [new() { Kinds = [TicketKind.Claim] }] }, Samples.Filing with { Kind = TicketKind.Petition });
        it.Do((t, now) => t.ProposeAnswer(Text, null, null, it.Book, now), Ana).Do((t, now) => t.ApproveAnswer(null, null, it.Book, now), Lead);
        var claim = await Case.FiledAsync("03-03 11:00", book: it.Book, number: "PQRS-2026-000002");
        it.Do((t, now) => t.Merge(claim.Ticket, "Es lo mismo.", _ => "Dijo lo mismo.", it.Book, now));
        Assert.Equal(ReviewStage.Proposed, it.Ticket.ReviewStage);
        Assert.Equal(RefusalCode.NotInvestigated, it.Refused(t => t.Answer(Text, it.Book, it.Moment())));
        it.Do((t, now) => t.CompleteStep(CareStep.Investigate, null, new("Es cierto.", null, null), it.Book, now));
        Assert.Equal(RefusalCode.AnswerNotApproved, it.Refused(t => t.Answer(Text, it.Book, it.Moment())));
    }

    [Fact]
    public async Task A_text_that_the_store_alters_is_still_the_same_proposal()
    {
        Assert.Equal(Ticket.HashOf("Hola mundo", null), Ticket.HashOf("Hola\0 mundo", []));
        Assert.Equal(Ticket.HashOf("a\uFFFD", null), Ticket.HashOf("a\uD83D", null));
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        Assert.Equal(Ticket.HashOf("Hola", [one, other]), Ticket.HashOf("Hola", [other, one]));
        Assert.NotEqual(Ticket.HashOf("Hola", [one]), Ticket.HashOf("Hola", [other]));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task The_log_tells_who_wrote_what()
    {
        var it = await ProposedAsync();
        it.Do((t, now) => t.ReviseAnswer("Otro texto.", "Más corto.", null, it.Book, now), Lead);
        it.Do((t, now) => t.ApproveAnswer("Listo.", null, it.Book, now), Lead);
        var reading = ProposalReading.Of(it.Ticket.Events.Select(line => new CareLine(line.At, line.ByKind, line.ByName, line.Event)))!;
        Assert.Equal(("Otro texto.", it.Ticket.ProposalHash), (reading.Text, reading.Hash));
        Assert.Equal([("Ana Restrepo", Text, null), ("Lía Vega", "Otro texto.", "Más corto."), ("Lía Vega", null, "Listo.")], reading.Turns.Select(turn => (turn.By, turn.Text, turn.Said)));
    }

    private static async Task<Case> ProposedAsync(CareDefinition? rules = null, Actor? by = null)
    {
        var it = await FiledAsync(rules);
        return it.Do((t, now) => t.ProposeAnswer(Text, null, null, it.Book, now), by ?? Ana);
    }

    private static async Task<Case> FiledAsync(CareDefinition? rules = null, Filing? filing = null)
    {
        rules ??= new() { Reviews = [new()] };
        if (filing is null) rules = rules.With(TicketKind.Claim, CareStep.Investigate, StepRule.Off);
        return await Case.FiledAsync(filing: filing, book: (await Cast.ComeAsync()).Book.With(CareBook.Of(new CareVersion { Definition = rules, MadeAt = TestClock.Tuesday, MadeBy = "Eva" })));
    }
}
