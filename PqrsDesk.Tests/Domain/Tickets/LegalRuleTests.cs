using PqrsDesk.Domain.Sla;
using PqrsDesk.Testing;
using Xunit;
using static PqrsDesk.Domain.Tickets.Case;

namespace PqrsDesk.Domain.Tickets;

/// <summary>A case stands under one rule of law, in the version it was promised, and its acts go by that rule.</summary>
public sealed class LegalRuleTests
{
    private static readonly FilingPractice Health = FilingPractice.Safe with { Regime = "supersalud" };
    private static readonly FilingPractice All = FilingPractice.Safe with { Offered = ["ley1581", "crc", "supersalud", "ley142"] };

    [Theory]
    [InlineData(Priority.High, "03-21 16:30")]
    [InlineData(Priority.Medium, "03-22 16:30")]
    [InlineData(Priority.Low, "03-23 16:30")]
    public async Task Clock_hours_run_over_the_weekend_and_the_holiday(Priority priority, string due)
    {
        var it = await FiledAsync("03-20 16:30", Of(priority), await FilingPracticeTests.With(Health));
        Assert.Equal((DeadlineUnit.ClockMinutes, Local(due), null), (it.Legal!.Unit, it.Legal.DueAt, it.Legal.LastDay));
    }

    [Fact]
    public async Task Hours_sort_the_queue_and_are_breached_at_their_exact_instant()
    {
        var it = await FiledAsync("03-20 16:30", Of(Priority.High), await FilingPracticeTests.With(Health));
        it.Reply().Swept("03-24 09:00");
        Assert.Equal(Local("03-21 16:30"), it.Legal!.BreachedAt);
        Assert.Equal(Local("03-21 16:30"), it.Ticket.Events.Single(line => line.Event is TicketEvent.DeadlineBreached { Deadline: DeadlineKind.LegalAnswer }).At);

        var low = await FiledAsync("03-20 16:30", Of(Priority.Low), await FilingPracticeTests.With(Health));
        Assert.Equal(Local("03-23 16:30"), low.Reply().Ticket.NextDueAt);
    }

    [Fact]
    public async Task A_priority_that_changes_the_risk_changes_the_rule_from_the_same_filing()
    {
        var it = (await FiledAsync("03-20 16:30", Of(Priority.Low), await FilingPracticeTests.With(Health))).At("03-20 18:00").Become(Priority.High);
        Assert.Equal((24 * 60, Local("03-21 16:30")), (it.Legal!.Amount, it.Legal.DueAt));
        Same(it);
    }

    [Fact]
    public async Task A_priority_that_means_nothing_to_the_law_leaves_the_rule_alone()
    {
        var it = (await FiledAsync()).At("03-04 09:00").Become(Priority.High);
        Assert.Null(Assert.IsType<TicketEvent.PriorityChanged>(it.Ticket.Events[^1].Event).Ground);
    }

    [Theory]
    [InlineData("ley1755", TicketKind.Claim, "2026-04-17")]
    [InlineData("ley1581", TicketKind.Claim, "2026-04-08")]
    [InlineData("ley1581", TicketKind.Inquiry, "2026-03-25")]
    [InlineData("crc", TicketKind.Claim, "2026-04-17")]
    public async Task An_extension_goes_as_far_as_the_rule_of_the_case(string regime, TicketKind kind, string latest)
    {
        var it = await FiledAsync(filing: Samples.Filing with { Kind = kind, Regime = regime }, book: await FilingPracticeTests.With(All));
        var refused = (Decision.Refused)it.At("03-10 09:00").Try((ticket, now) => ticket.Extend(Day("06-30"), "Faltan pruebas.", it.Book, now));
        Assert.Equal(new Refusal(RefusalCode.ExtensionTooLong, "AnswerBy", latest), refused.Refusal);
        it.Extend(latest[5..]);
        Same(it);
    }

    [Theory]
    [InlineData("CO", "ley142")]
    [InlineData("CO", "supersalud")]
    [InlineData("PE", "pe.libro")]
    public async Task A_rule_without_an_extension_or_a_request_to_complete_refuses_them(string country, string regime)
    {
        var it = await FiledAsync(book: await FilingPracticeTests.With(FilingPractice.Safe with { Country = country, Regime = regime }));
        it.At("03-03 11:00");
        Assert.Equal(Refused(RefusalCode.ExtensionNotGiven), it.Try((ticket, now) => ticket.Extend(Day("03-30"), "Faltan pruebas.", it.Book, now)));
        Assert.Equal(Refused(RefusalCode.CompletionNotGiven), it.Try((ticket, now) => ticket.RequestCompletion("Falta algo.", it.Book, now)));
    }

    // The desk has no calendar of Peruvian holidays: the fifteen days are counted on its own legal calendar.
    [Fact]
    public async Task A_peruvian_claim_has_fifteen_business_days()
    {
        var it = await FiledAsync(book: await FilingPracticeTests.With(FilingPractice.Safe with { Country = "PE", Regime = "pe.libro" }));
        Assert.Equal(Day("03-25"), it.Legal!.LastDay);
        Assert.Null((await FiledAsync(filing: Samples.Filing with { Kind = TicketKind.Petition }, book: it.Book)).Legal);
    }

    [Fact]
    public async Task A_claim_of_personal_data_is_completed_in_two_months_if_asked_in_five_days()
    {
        var book = await FilingPracticeTests.With(All);
        var it = await FiledAsync(filing: Samples.Filing with { Regime = "ley1581" }, book: book);
        it.At("03-10 09:00").AskToComplete();
        Assert.Equal(Day("05-11"), it.Ticket.Deadlines.Single(deadline => deadline.Kind == DeadlineKind.Completion).LastDay);
        Same(it);

        var late = (await FiledAsync(filing: Samples.Filing with { Regime = "ley1581" }, book: book)).At("03-11 09:00");
        Assert.Equal(Refused(RefusalCode.CompletionTooLate, null, "2026-03-10"), late.Try((ticket, now) => ticket.RequestCompletion("Falta algo.", book, now)));
    }

    [Theory]
    [InlineData("ley1581", "03-05 16:00", true)]
    [InlineData("ley1581", "03-06 09:00", false)]
    [InlineData("ley1755", "03-10 16:00", true)]
    [InlineData("ley1755", "03-11 09:00", false)]
    [InlineData("ley142", "03-30 09:00", true)]
    public async Task A_transfer_is_in_time_by_the_rule_of_the_case(string regime, string at, bool onTime)
    {
        var it = (await FiledAsync(filing: Samples.Filing with { Regime = regime }, book: await FilingPracticeTests.With(All))).At(at);
        it.Do((ticket, now) => ticket.Transfer("SIC", "Es la competente.", it.Book, now));
        Assert.Equal(onTime, Assert.IsType<TicketEvent.Transferred>(it.Ticket.Events[^1].Event).OnTime);
    }

    [Fact]
    public async Task A_case_put_under_another_regime_has_its_term_from_the_same_filing()
    {
        var it = (await FiledAsync(book: await FilingPracticeTests.With(All))).At("03-05 09:00");
        it.Do((ticket, now) => ticket.Reclassify(TicketKind.Inquiry, "Pide sus datos.", it.Book, now, "ley1581"));
        Assert.Equal(("ley1581", 10, Day("03-17")), (it.Ticket.Regime, it.Legal!.Amount, it.Legal.LastDay));
        Same(it);
        Assert.Equal(Refused(RefusalCode.NothingChanged), it.Try((ticket, now) => ticket.Reclassify(TicketKind.Inquiry, "Otra vez.", it.Book, now)));
        Assert.Equal(Refused(RefusalCode.RegimeUnknown, "Regime", "nada"), it.Try((ticket, now) => ticket.Reclassify(TicketKind.Inquiry, "Otra vez.", it.Book, now, "nada")));
    }

    [Fact]
    public async Task From_days_to_hours_and_back_the_announced_extension_is_not_carried_over()
    {
        var it = (await FiledAsync(book: await FilingPracticeTests.With(All))).At("03-05 09:00").Extend("04-10");
        it.Do((ticket, now) => ticket.Reclassify(TicketKind.Claim, "Es de salud.", it.Book, now, "supersalud"));
        Assert.Equal((DeadlineUnit.ClockMinutes, 0, null), (it.Legal!.Unit, it.Legal.ExtendedBy, it.Legal.LastDay));
        Same(it);
    }

    [Fact]
    public async Task A_corrected_rule_is_for_what_is_filed_from_then_on()
    {
        var old = await FiledAsync();
        var had = old.Book.Law.Rule(old.Legal!.LegalRuleId!.Value);
        var corrected = new LegalRule { Id = 9_000, Code = had.Code, Version = had.Version + 1, Replaces = had.Version, Definition = had.Definition with { Amount = 12, Extension = 3 } };
        var book = await FilingPracticeTests.With(FilingPractice.Safe, corrected);
        Assert.Equal((9_000, 12), ((await FiledAsync(book: book)).Legal!.LegalRuleId, (await FiledAsync(book: book)).Legal!.Amount));

        // Queja instead of reclamo is the same rule: the version that was promised stays.
        old.At("03-05 09:00").Do((ticket, now) => ticket.Reclassify(TicketKind.Complaint, "Es de una persona.", book, now));
        Assert.Equal((had.Id, 15), (old.Legal.LegalRuleId, old.Legal.Amount));
        old.Do((ticket, now) => ticket.Extend(Day("04-17"), "Faltan pruebas.", book, now));
    }

    // Logs of before the rules were data name none: Ley 1755, by the kind, as it was promised then.
    [Fact]
    public async Task A_log_without_a_ground_is_promised_as_it_was()
    {
        var it = (await FiledAsync()).At("03-05 09:00").Become(TicketKind.Inquiry);
        var log = it.Ticket.Events.Select(line => new LoggedEvent
        {
            Sequence = line.Sequence,
            At = line.At,
            On = line.On,
            ByKind = line.ByKind,
            ByName = line.ByName,
            Event = line.Event switch
            {
                TicketEvent.Filed filed => filed with { Ground = null },
                TicketEvent.Reclassified change => change with { Ground = null },
                var other => other,
            },
        }).ToList();
        var rebuilt = Ticket.Rebuild(log, it.Book);
        var legal = rebuilt.Deadlines.Single(deadline => deadline.Kind == DeadlineKind.LegalAnswer);
        Assert.Equal((30, null, Day("04-17")), (legal.Amount, legal.LegalRuleId, legal.LastDay));

        var day = Moment.Of(Local("03-06 09:00"), it.Book.Zone, Samples.Someone());
        Assert.Equal(Decision.Ok, rebuilt.ChangePriority(Priority.High, "Afecta a muchos.", it.Book, day));
        Assert.Null(legal.LegalRuleId);
        Assert.Equal(Decision.Ok, rebuilt.Reclassify(TicketKind.DocumentRequest, "Pide copias.", it.Book, day));
        Assert.Equal((10, Day("03-17")), (legal.Amount, legal.LastDay));
    }

    private static Filing Of(Priority priority) => Samples.Filing with { PriorityOverride = priority, PriorityReason = "Lo dice el triage." };

    private static Decision Refused(RefusalCode code, string? field = null, string? detail = null) => new Refusal(code, field, detail);

    /// <summary>The log alone gives the same term.</summary>
    private static void Same(Case it)
    {
        var rebuilt = Ticket.Rebuild(it.Ticket.Events, it.Book).Deadlines.Single(deadline => deadline.Kind == DeadlineKind.LegalAnswer);
        Assert.Equal(
            (it.Legal!.LegalRuleId, it.Legal.Unit, it.Legal.Amount, it.Legal.ExtendedBy, it.Legal.DueAt),
            (rebuilt.LegalRuleId, rebuilt.Unit, rebuilt.Amount, rebuilt.ExtendedBy, rebuilt.DueAt));
    }
}
