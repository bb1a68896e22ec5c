using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;
using static PqrsDesk.Domain.Tickets.Case;

namespace PqrsDesk.Domain.Sla;

/// <summary>Pauses as records, and those that a lead should look at.</summary>
public sealed class PauseReviewTests
{
    [Fact]
    public async Task A_pause_knows_its_cause_and_who_began_and_ended_it()
    {
        var it = (await FiledAsync()).Reply().At("03-04 10:00").Do((ticket, now) => ticket.Wait("", Cast.ComeAsync().Result.Book, now, Cause("Faltan documentos"))).At("03-05 10:00").Hear();
        var pause = Assert.Single(it.Ticket.Pauses);
        Assert.Equal(("Faltan documentos", "Ana Restrepo", "María"), (pause.Cause, pause.By, pause.EndedBy));
        Assert.Equal((Local("03-04 10:00"), Local("03-05 10:00")), (pause.From, pause.To));
        Assert.False(pause.WantsReview);
    }

    [Fact]
    public async Task A_cause_that_was_retired_is_not_taken_and_without_one_there_must_be_a_reason()
    {
        var it = (await FiledAsync()).Reply().At("03-04 10:00");
        Assert.Equal(RefusalCode.PauseCauseUnknown, Code(it.Try((ticket, now) => ticket.Wait("x", it.Book, now, Cause("Otra", active: false)))));
        Assert.Equal(RefusalCode.ReasonMissing, Code(it.Try((ticket, now) => ticket.Wait(" ", it.Book, now))));
    }

    [Theory]
    [InlineData("03-05 15:00", 50, false)]
    [InlineData("03-05 15:30", 51, true)]
    [InlineData("03-09 17:00", 95, true)]
    public async Task A_pause_that_begins_when_most_of_the_target_is_used_is_for_the_lead(string at, int percent, bool doubtful)
    {
        var pause = Assert.Single((await FiledAsync()).Reply().At(at).Wait().Ticket.Pauses);
        Assert.Equal((percent, doubtful), (pause.UsedPercent, pause.WantsReview));
    }

    [Fact]
    public async Task So_is_one_that_lasts_although_the_petitioner_waits_for_an_answer()
    {
        var unanswered = (await FiledAsync()).At("03-03 11:00").Wait();
        Assert.True(Assert.Single(unanswered.Ticket.Pauses).WantsReview);

        var after = (await FiledAsync()).At("03-03 11:00").Reply().Wait().At("03-03 14:00").Hear().At("03-03 15:00").Wait();
        Assert.Equal([false, true], after.Ticket.Pauses.Select(pause => pause.PetitionerWaited));
    }

    [Fact]
    public async Task What_the_desk_pauses_because_it_answered_is_nobodys_doubt() =>
        Assert.All((await FiledAsync()).At("03-10 09:00").Answer().Ticket.Pauses, pause => Assert.False(pause.WantsReview));

    [Fact]
    public async Task A_lead_who_has_looked_takes_it_off_the_list()
    {
        var it = (await FiledAsync()).Reply().At("03-09 17:00").Wait();
        it.Do((ticket, now) => ticket.Review("La factura sí faltaba.", it.Book, now), Samples.Someone(Role.Lead));
        Assert.All(it.Ticket.Pauses, pause => Assert.False(pause.WantsReview));
    }

    [Fact]
    public async Task Answering_while_paused_counts_the_pause()
    {
        // 120 minutes before the pause; none in it.
        var it = (await FiledAsync()).Reply().At("03-03 12:00").Wait().At("03-09 12:00").Answer();
        Assert.Equal((DeadlineState.Met, 120), (it.Resolution.State, it.Resolution.UsedMinutes));
        Assert.Equal([PauseReason.AwaitingPetitioner, PauseReason.Answered], it.Ticket.Pauses.Select(pause => pause.Reason));
    }

    private static PauseCause Cause(string name, bool active = true) => new() { Name = name, Active = active };

    private static RefusalCode? Code(Decision decision) => (decision as Decision.Refused)?.Refusal.Code;
}
