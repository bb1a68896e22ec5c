using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Tickets;
using Xunit;
using static PqrsDesk.Domain.Tickets.Case;

namespace PqrsDesk.Domain.Sla;

/// <summary>Rule nine: what becomes of an open ticket when new rules are applied to it.</summary>
public sealed class RepromiseTests
{
    [Fact]
    public async Task Rule_9_new_targets_count_from_the_original_start()
    {
        var it = (await FiledAsync()).At("03-03 11:00");
        var (book, decision) = Apply(it, Standard(120, 480));

        Assert.Equal(Decision.Ok, decision);
        Assert.Equal((Local("03-03 12:00"), Local("03-04 10:00")), (it.FirstResponse.DueAt, it.Resolution.DueAt));
        Assert.Equal(("General", 2), It(it) is { } promised ? (promised.PolicyName, promised.PolicyVersion) : default);
        Assert.Equal(book.CurrentTerms("standard")!.Policy.Id, it.Ticket.PolicyVersionId);
        Assert.Equal(Local("03-25 23:59:59"), it.Legal!.DueAt);
    }

    [Fact]
    public async Task What_was_met_stays_as_it_was_met()
    {
        var it = (await FiledAsync()).At("03-03 11:00").Reply();
        Apply(it, Standard(30, 480));
        Assert.Equal((DeadlineState.Met, 240), (it.FirstResponse.State, it.FirstResponse.Amount));
        Assert.Equal(Local("03-04 10:00"), it.Resolution.DueAt);
    }

    [Fact]
    public async Task A_target_that_is_used_up_when_it_is_set_is_missed_then_and_not_before()
    {
        var it = (await FiledAsync()).Reply().At("03-05 10:00");
        var (book, _) = Apply(it, Standard(240, 480));
        Assert.Equal(Local("03-05 10:00"), it.Ticket.NextBreachAt);

        it.Ticket.CatchUp(Local("03-05 10:01"), book);
        Assert.Equal((Local("03-04 10:00"), Local("03-05 10:00")), (it.Resolution.DueAt, it.Resolution.BreachedAt!.Value));
    }

    [Fact]
    public async Task Rule_9_a_breach_that_happened_stays()
    {
        var it = (await FiledAsync()).Swept("03-11 09:00");
        Apply(it, Standard(4800, 9600));
        Assert.Equal((Local("03-03 15:00"), Local("03-10 10:00")), (it.FirstResponse.BreachedAt!.Value, it.Resolution.BreachedAt!.Value));
    }

    [Fact]
    public async Task A_clock_that_stands_takes_the_new_target_when_it_runs_again()
    {
        var it = (await FiledAsync()).Reply().At("03-04 10:00").Wait();
        var (book, _) = Apply(it, Standard(240, 960));
        Assert.Equal((DeadlineState.Paused, null), (it.Resolution.State, it.Resolution.DueAt));

        it.At("03-05 10:00");
        it.Ticket.Resume(null, book, Moment.Of(it.Now, book.Zone, Testing.Samples.Someone()));
        Assert.Equal(Local("03-06 10:00"), it.Resolution.DueAt);
    }

    [Fact]
    public async Task A_new_legal_calendar_moves_legal_terms_and_nothing_else()
    {
        var it = (await FiledAsync()).At("03-04 10:00");
        var legal = it.Book.CurrentCalendar(CalendarVersion.LegalKey)!;
        Apply(it, new SlaEdit.OfCalendar(legal.Key, legal.Version, legal.Definition with { ExtraHolidays = [new(2026, 3, 20)] }));

        Assert.Equal(Local("03-26 23:59:59"), it.Legal!.DueAt);
        Assert.Equal(Local("03-10 10:00"), it.Resolution.DueAt);
    }

    [Fact]
    public async Task A_legal_term_that_comes_later_is_counted_on_the_calendar_that_was_promised()
    {
        var it = await FiledAsync(filing: Testing.Samples.Filing with { Kind = TicketKind.Compliment });
        Assert.Null(it.Legal);
        var legal = it.Book.CurrentCalendar(CalendarVersion.LegalKey)!;
        var change = new SlaEdit.OfCalendar(legal.Key, legal.Version, legal.Definition with { ExtraHolidays = [new(2026, 3, 20)] }).In(it.Book);
        var after = it.Book.With(change);

        it.Ticket.Reclassify(TicketKind.Claim, "Es un reclamo.", after, Moment.Of(Local("03-04 10:00"), after.Zone, Testing.Samples.Someone()));

        Assert.Equal(Local("03-25 23:59:59"), it.Legal!.DueAt);
    }

    [Fact]
    public async Task The_calendar_of_a_policy_brings_a_version_of_every_policy_on_it()
    {
        var it = await FiledAsync();
        var office = it.Book.CurrentCalendar("office")!;
        var change = new SlaEdit.OfCalendar("office", 1, office.Definition with { Weekly = HoursBlock.AroundTheClock }).In(it.Book);

        Assert.Equal(["preferred", "standard"], change.Policies.Select(policy => policy.Key));
        Assert.All(change.Policies, policy => Assert.Equal((2, change.Calendar!.Id), (policy.Version, policy.CalendarVersionId)));
        Assert.Equal(4, it.Book.With(change).Calendars.Count);
        Assert.Equal(3, it.Book.With(change).Current.Count);
    }

    [Fact]
    public async Task Only_the_change_itself_sends_a_ticket_to_another_policy()
    {
        var it = await FiledAsync();
        var mail = new SlaEdit.OfPolicy("claims", 0, 1, "always", PolicyChoiceTests.Named("Reclamos") with { Kinds = [TicketKind.Claim] });
        var change = mail.In(it.Book);
        var after = it.Book.With(change);
        var transition = new SlaTransition(it.Book, after, change);

        Assert.Equal(after.CurrentTerms("claims")!.Policy.Id, transition.Of(it.Ticket.PolicyVersionId!.Value, it.Ticket.LegalCalendarVersionId, () => PolicyFacts.Of(it.Ticket, null))!.Value.Policy);
        Assert.Null(transition.Of(it.Ticket.PolicyVersionId!.Value, it.Ticket.LegalCalendarVersionId, () => PolicyFacts.Of(it.Ticket, null) with { Kind = TicketKind.Petition }));
    }

    [Fact]
    public async Task What_is_answered_keeps_its_promise()
    {
        var it = (await FiledAsync()).At("03-03 11:00").Answer();
        Assert.Equal(RefusalCode.TicketNotOpen, Assert.IsType<Decision.Refused>(Apply(it, Standard(1, 1)).Decision).Refusal.Code);
    }

    [Fact]
    public async Task Rule_9_the_preview_says_what_the_log_then_says()
    {
        foreach (var at in (string[])["03-03 11:00", "03-03 16:00", "03-05 10:00", "03-11 09:00"])
        {
            var it = (await FiledAsync()).At(at);
            it.Ticket.CatchUp(it.Now, it.Book);
            var copies = (await FiledAsync()).Swept(at).Ticket.Deadlines;
            var change = Standard(120, 960).In(it.Book);
            var after = it.Book.With(change);
            var promise = new SlaTransition(it.Book, after, change).Of(it.Ticket.PolicyVersionId!.Value, null, () => PolicyFacts.Of(it.Ticket, null))!.Value;

            var said = copies.Select(copy => Repromise.Try(copy, [], it.Ticket.Priority, it.Ticket.EffectiveFiledOn, promise, after, it.Now)).OfType<DueMove>().ToList();
            it.Ticket.Promise(promise.Policy, promise.Legal, after, Moment.Of(it.Now, after.Zone, Testing.Samples.Someone()));

            Assert.NotEmpty(said);
            Assert.All(said, move => Assert.Equal(move.To, it.Ticket.Deadlines.Single(deadline => deadline.Kind == move.Kind).DueAt));
            Assert.Equal(said.Exists(move => move.Breaches), it.Ticket.NextBreachAt <= it.Now);
        }
    }

    private static SlaEdit.OfPolicy Standard(int response, int resolution) => new("standard", 1, 9, "office",
        PolicyChoiceTests.Named("General") with { Targets = Enum.GetValues<Priority>().ToDictionary(priority => priority, _ => new Target(response, resolution)) });

    private static (SlaBook Book, Decision Decision) Apply(Case it, SlaEdit edit)
    {
        it.Ticket.CatchUp(it.Now, it.Book);
        var change = edit.In(it.Book);
        var after = it.Book.With(change);
        var promise = new SlaTransition(it.Book, after, change).Of(it.Ticket.PolicyVersionId!.Value, it.Ticket.LegalCalendarVersionId, () => PolicyFacts.Of(it.Ticket, null))!.Value;
        return (after, it.Ticket.Promise(promise.Policy, promise.Legal, after, Moment.Of(it.Now, after.Zone, Testing.Samples.Someone())));
    }

    private static TicketEvent.Repromised? It(Case it) => it.Ticket.Events.Select(line => line.Event).OfType<TicketEvent.Repromised>().Single();
}
