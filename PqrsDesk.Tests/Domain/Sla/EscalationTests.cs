using FsCheck;
using FsCheck.Fluent;
using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using Xunit;
using static PqrsDesk.Domain.Tickets.Case;

namespace PqrsDesk.Domain.Sla;

/// <summary>Thresholds, and what a policy does at them, on a claim filed on Tuesday 3 March 2026 at ten.</summary>
public sealed class EscalationTests
{
    [Fact]
    public async Task Each_threshold_is_recorded_at_the_instant_at_which_so_much_of_the_target_is_used()
    {
        var it = (await ItAsync()).Swept("04-30 09:00");
        Assert.Equal(
            [(50, Local("03-03 12:00")), (75, Local("03-03 14:00")), (90, Local("03-03 14:36")), (100, Local("03-03 15:00"))],
            Reached(it, DeadlineKind.FirstResponse));
        Assert.Equal(
            [(50, Local("03-05 15:00")), (75, Local("03-06 17:00")), (90, Local("03-09 15:00")), (100, Local("03-10 10:00"))],
            Reached(it, DeadlineKind.Resolution));
    }

    [Fact]
    public async Task A_term_in_days_has_used_a_share_at_the_end_of_the_day_by_which_so_much_has_passed()
    {
        var it = (await ItAsync()).Swept("04-30 09:00");

        // Of fifteen days: the eighth, the twelfth, the fourteenth (Monday 23 is a holiday), the last.
        Assert.Equal(
            [(50, Local("03-13 23:59:59")), (75, Local("03-19 23:59:59")), (90, Local("03-24 23:59:59")), (100, Local("03-25 23:59:59"))],
            Reached(it, DeadlineKind.LegalAnswer));
    }

    [Fact]
    public async Task However_late_they_are_noticed_they_stand_in_the_order_in_which_they_happened()
    {
        var it = (await ItAsync()).Swept("12-01 09:00");
        var lines = it.Ticket.Events.Where(line => line.Event.HappensByItself).ToList();
        Assert.Equal(15, lines.Count);
        Assert.Equal(lines.OrderBy(line => line.At).Select(line => line.Sequence), lines.Select(line => line.Sequence));
        Assert.DoesNotContain(it.Swept("12-02 09:00").Ticket.Events, line => line.At > Local("12-01 09:00"));
    }

    [Fact]
    public async Task A_threshold_is_reached_at_its_instant_and_a_breach_only_after_it()
    {
        var it = (await ItAsync()).Swept("03-03 11:59:59.999999");
        Assert.Empty(Reached(it, DeadlineKind.FirstResponse));
        Assert.Single(Reached(it.Swept("03-03 12:00"), DeadlineKind.FirstResponse));
        Assert.Empty(it.Swept("03-03 15:00").Breaches);
        Assert.Equal(4, Reached(it, DeadlineKind.FirstResponse).Count);
        Assert.Equal([DeadlineKind.FirstResponse], it.Swept("03-03 15:00:00.000001").Breaches);
    }

    [Fact]
    public async Task What_is_settled_or_stands_still_reaches_nothing()
    {
        var it = (await ItAsync()).At("03-03 11:00").Reply().Wait().Swept("03-20 09:00");
        Assert.Empty(Reached(it, DeadlineKind.FirstResponse));
        Assert.Empty(Reached(it, DeadlineKind.Resolution));
        Assert.NotEmpty(Reached(it, DeadlineKind.LegalAnswer));
        Assert.Equal([(50, Local("03-25 12:00"))], Reached(it.Hear().Swept("03-25 12:00"), DeadlineKind.Resolution));
    }

    [Fact]
    public async Task A_shorter_target_has_used_up_several_shares_at_the_change()
    {
        var it = (await ItAsync()).Reply().At("03-05 10:00").Become(Priority.High).Swept("03-05 10:00");

        // 960 of 1200 minutes.
        Assert.Equal([(50, Local("03-05 10:00")), (75, Local("03-05 10:00"))], Reached(it, DeadlineKind.Resolution));
    }

    [Fact]
    public async Task A_longer_target_does_not_reach_again_what_it_had_reached()
    {
        var it = (await ItAsync()).Reply().At("03-05 16:00").Become(Priority.Low).Swept("03-20 10:00");
        Assert.Equal([50, 75, 90, 100], Reached(it, DeadlineKind.Resolution).Select(reached => reached.Percent));
        Assert.Equal(Local("03-05 15:00"), Reached(it, DeadlineKind.Resolution)[0].At);
    }

    [Fact]
    public async Task An_extended_term_reaches_again_what_lies_before_it_once_more()
    {
        // Fourteen of fifteen days are used, and become fourteen of thirty.
        var it = (await ItAsync()).At("03-25 10:00").Extend("04-17").Swept("06-01 09:00");
        Assert.Equal([50, 75, 90, 50, 75, 90, 100], Reached(it, DeadlineKind.LegalAnswer).Select(reached => reached.Percent));

        // Fifteen of thirty.
        Assert.Equal(Local("03-25 23:59:59"), Reached(it, DeadlineKind.LegalAnswer)[3].At);
    }

    [Fact]
    public async Task A_policy_without_thresholds_still_has_its_breaches()
    {
        var it = (await ItAsync(thresholds: [])).Swept("12-01 09:00");
        Assert.DoesNotContain(it.Ticket.Events, line => line.Event is TicketEvent.ThresholdReached or TicketEvent.Escalated);
        Assert.Equal([DeadlineKind.FirstResponse, DeadlineKind.Resolution, DeadlineKind.LegalAnswer], it.Breaches);
    }

    [Fact]
    public async Task What_another_desk_promised_has_breaches_only()
    {
        var it = (await ImportedAsync("03-03 10:00", "03-10 10:00", null)).Swept("04-01 09:00");
        Assert.Equal(["Imported", "DeadlineBreached"], it.Ticket.Events.Select(line => line.Event.GetType().Name));
    }

    [Fact]
    public async Task A_raised_priority_shortens_the_target_from_that_very_instant()
    {
        var it = (await ItAsync(Priority.Low, new EscalationLevel(50, [DeadlineKind.Resolution], [EscalationAct.RaisePriority]))).Reply().Swept("12-01 09:00");
        var raised = it.Ticket.Events.Single(line => line.Event is TicketEvent.PriorityChanged);
        Assert.Equal((Local("03-06 17:00"), ActorKind.Desk, new TicketEvent.PriorityChanged(Priority.Low, Priority.Medium, "")), (raised.At, raised.ByKind, raised.Event));
        Assert.Equal(
            [(50, Local("03-06 17:00")), (75, Local("03-06 17:00")), (90, Local("03-09 15:00")), (100, Local("03-10 10:00"))],
            Reached(it, DeadlineKind.Resolution));
        Assert.Equal(Local("03-10 10:00"), it.Resolution.BreachedAt);
    }

    [Fact]
    public async Task The_highest_priority_is_raised_no_further()
    {
        var it = (await ItAsync(Priority.High, new EscalationLevel(50, [], [EscalationAct.RaisePriority, EscalationAct.NotifyOwner]))).Swept("12-01 09:00");
        Assert.Equal(3, it.Ticket.Events.Count(line => line.Event is TicketEvent.Escalated));
        Assert.DoesNotContain(it.Ticket.Events, line => line.Event is TicketEvent.PriorityChanged);
    }

    [Fact]
    public async Task A_level_may_give_the_case_to_somebody()
    {
        var it = await ItAsync(Priority.Medium, Giving(7));
        it.Take().Reply();
        Assert.Equal([7], it.Ticket.EscalatesTo(it.Book));
        it.Ticket.CatchUp(Local("03-06 09:00"), it.Book, [Member(7)]);
        Assert.Equal(7, it.Ticket.OwnerId);
        Assert.Equal(Local("03-05 15:00"), it.Ticket.Events.Last(line => line.Event is TicketEvent.Assigned { OwnerName: "Lía Vega" }).At);
        Assert.Null(it.Ticket.FlaggedAt);
    }

    [Fact]
    public async Task When_they_have_left_the_case_is_flagged_to_the_lead_instead()
    {
        var it = await ItAsync(Priority.Medium, Giving(7));
        it.Take().Reply();
        it.Ticket.CatchUp(Local("03-06 09:00"), it.Book, [Member(7, active: false)]);
        Assert.Equal((it.Cast.Ana.Id, Local("03-05 15:00")), (it.Ticket.OwnerId, it.Ticket.FlaggedAt));
    }

    [Fact]
    public async Task When_they_are_away_whoever_stands_in_at_that_instant_gets_it()
    {
        var it = await ItAsync(Priority.Medium, Giving(7));
        it.Take().Reply();
        it.Ticket.CatchUp(Local("03-06 09:00"), it.Book, (id, at) => id == 7 && at == Local("03-05 15:00") ? Member(8) : null);
        Assert.Equal(8, it.Ticket.OwnerId);
    }

    [Fact]
    public async Task A_flagged_case_waits_for_a_lead()
    {
        var it = (await ItAsync(Priority.Medium, new EscalationLevel(100, [DeadlineKind.FirstResponse], [EscalationAct.Flag]))).Swept("03-04 09:00");
        Assert.Equal(Local("03-03 15:00"), it.Ticket.FlaggedAt);
        Assert.Equal(new Refusal(RefusalCode.RoleTooLow), (it.Try((ticket, now) => ticket.Review(null, it.Book, now)) as Decision.Refused)?.Refusal);
        it.Do((ticket, now) => ticket.Review("Hablé con Ana.", it.Book, now), Testing.Samples.Someone(Role.Lead));
        Assert.Null(it.Ticket.FlaggedAt);
        Assert.Equal(new Refusal(RefusalCode.NothingChanged), (it.Try((ticket, now) => ticket.Review(null, it.Book, now), Testing.Samples.Someone(Role.Lead)) as Decision.Refused)?.Refusal);
    }

    /// <summary>Sweeping now and then, or hardly ever, comes to the same log.</summary>
    [Fact]
    public void Downtime_changes_nothing() => Prop.ForAll(
        Gen.ArrayOf(Gen.Zip(Gen.Choose(0, Verbs.Length - 1), Gen.Choose(1, 3_000)), 8).ToArbitrary(),
        Gen.Choose(13, 400).ToArbitrary(),
        (steps, pace) =>
        {
            var (swept, late) = (Walk(steps, pace), Walk(steps, null));
            return swept.SequenceEqual(late).Label($"{string.Join(Environment.NewLine, swept)}{Environment.NewLine}but{Environment.NewLine}{string.Join(Environment.NewLine, late)}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static readonly Func<Case, Ticket, Moment, Decision>[] Verbs =
    [
        (it, ticket, now) => ticket.Reply("Lo revisamos.", it.Book, now),
        (it, ticket, now) => ticket.Wait("Falta la factura.", it.Book, now),
        (it, ticket, now) => ticket.Hear("Aquí está.", it.Book, now),
        (it, ticket, now) => ticket.Answer("Se devolvió.", it.Book, now),
        (it, ticket, now) => ticket.Reopen("Volvió.", it.Book, now),
        (it, ticket, now) => ticket.RequestCompletion("Falta algo.", it.Book, now),
        (it, ticket, now) => ticket.ChangePriority((Priority)(ticket.Version % 3 + 1), "Cambió.", it.Book, now),
        (it, ticket, now) => ticket.Withdraw(WithdrawalKind.Express, "Lo pidió.", it.Book, now),
    ];

    private static List<string> Walk((int Verb, int Minutes)[] steps, int? pace)
    {
        var it = ItAsync(Priority.Low, new EscalationLevel(50, [], [EscalationAct.RaisePriority]), new EscalationLevel(90, [], [EscalationAct.Flag, EscalationAct.NotifyLeads])).GetAwaiter().GetResult();
        var now = Local("03-03 10:00");
        foreach (var (verb, minutes) in steps)
        {
            var next = now.AddMinutes(minutes);
            if (pace is { } every)
                for (var sweep = now.AddMinutes(every); sweep < next; sweep = sweep.AddMinutes(every)) it.Ticket.CatchUp(sweep, it.Book);
            it.Ticket.CatchUp(next, it.Book);
            Verbs[verb](it, it.Ticket, Moment.Of(next, it.Book.Zone, Testing.Samples.Someone()));
            now = next;
        }

        it.Ticket.CatchUp(now.AddYears(1), it.Book);
        return [.. it.Ticket.Events.Select(line => $"{line.Sequence} {line.At:O} {line.Event}")];
    }

    private static EscalationLevel Giving(int member) => new(50, [DeadlineKind.Resolution], [EscalationAct.Assign], member);

    /// <summary>Of a number that the store would give.</summary>
    private static StaffMember Member(int id, bool active = true)
    {
        var member = new StaffMember { Name = "Lía Vega", Email = "lia@example.org", Role = Role.Lead, Active = active };
        typeof(StaffMember).GetProperty(nameof(StaffMember.Id))!.SetValue(member, id);
        return member;
    }

    private static Task<Case> ItAsync(Priority priority = Priority.Medium, params EscalationLevel[] levels) => ItAsync(PolicyDefinition.UsualThresholds, priority, levels);

    private static Task<Case> ItAsync(IReadOnlyList<int> thresholds, Priority priority = Priority.Medium, params EscalationLevel[] levels) => FiledAsync(
        filing: Testing.Samples.Filing with { Urgency = priority switch { Priority.High => Urgency.High, Priority.Low => Urgency.Low, _ => Urgency.Medium }, Impact = priority switch { Priority.High => Impact.High, Priority.Low => Impact.Low, _ => Impact.Medium } },
        book: new SlaBook(
            [new CalendarVersion
            {
                Key = CalendarVersion.LegalKey, Version = 1, IsCurrent = true,
                Definition = new CalendarDefinition { Name = "Oficina", TimeZone = "America/Bogota", Weekly = HoursBlock.Weekdays(Hours(8, 12), Hours(13, 17)), HolidayCountry = "CO" },
            }],
            [new SlaPolicy
            {
                Key = "all", Version = 1, Order = 1, CalendarVersionId = 0, IsCurrent = true,
                Definition = new PolicyDefinition("Todos", [], [], new Dictionary<Priority, Target> { [Priority.High] = new(120, 1200), [Priority.Medium] = new(240, 2400), [Priority.Low] = new(480, 3600) })
                {
                    Thresholds = thresholds,
                    Escalations = levels,
                },
            }]));

    private static LocalHours Hours(int from, int to) => new(TimeSpan.FromHours(from), TimeSpan.FromHours(to));

    private static List<(int Percent, DateTimeOffset At)> Reached(Case it, DeadlineKind kind) =>
        [.. it.Ticket.Events.Where(line => line.Event is TicketEvent.ThresholdReached reached && reached.Deadline == kind).Select(line => (((TicketEvent.ThresholdReached)line.Event).Percent, line.At))];
}
