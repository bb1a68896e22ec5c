using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.ServiceReports;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence.Kpis;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.ServiceReports;

public sealed class ReadServiceReportTests
{
    [SkippableTheory, Engines]
    public async Task A_month_by_hand(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var month = await CustomerMonth.LiveAsync(desk);

        var report = (await ReadAsync(desk, month))!;
        var figures = report.Figures;

        Assert.Equal(("Acueducto del Norte", new DateOnly(2026, 3, 1), true), (figures.Customer, figures.Month, figures.IsOver));
        Assert.Equal((6d, 5d, 1d, 1d, 1d), (figures[Kpi.Received], figures[Kpi.Answered], figures[Kpi.Closed], figures[Kpi.Backlog], figures[Kpi.OverdueOpen]));
        Assert.Equal(new Timeliness(4, 1, 1), figures.Resolution);
        Assert.Equal(new Timeliness(4, 1, 1), figures.FirstResponse);
        Assert.All(figures.Indicators.Where(pair => pair.Kpi.Unit() == KpiUnit.Tickets), pair => Assert.Equal(0d, pair.Before));
        Assert.Null(figures.Indicators.Single(pair => pair.Kpi == Kpi.Compliance).Before);

        // Without a contract, by the general policy. Used up at 15:00 and done at 16:00: one hour late.
        Assert.Empty(figures.Contracts);
        var first = figures.Promises.Single(row => row.Kind == DeadlineKind.FirstResponse);
        Assert.Equal((null, "General", Priority.Medium, DeadlineUnit.BusinessMinutes, 240), (first.Source.ContractId, first.Source.Name, first.Priority, first.Unit, first.Amount));
        Assert.Equal(new Timeliness(4, 1, 1), first.Kept);
        Assert.Equal(
            [new MissedPromise(month.SlowReply, Local(3, 15), 60, false),

             // From Thursday 5, 14:00, to the month's end: 180 minutes, and 17 days of 480.
             new MissedPromise(month.Forgotten, Local(5, 14), 8_340, true)],
            first.Missed);

        // Five working days from Tuesday 10:00 are used up on the next Tuesday at 10:00; answered on Thursday at 10:00.
        var answer = figures.Promises.Single(row => row.Kind == DeadlineKind.Resolution);
        Assert.Equal((2_400, new Timeliness(4, 1, 1)), (answer.Amount, answer.Kept));
        Assert.Equal([new MissedPromise(month.SlowAnswer, Local(10, 10), 960, false), new MissedPromise(month.Forgotten, Local(12, 9), 6_180, true)], answer.Missed);
        Assert.Equal(2, figures.Promises.Count);

        Assert.Equal([new CountBy<TicketKind>(TicketKind.Claim, 5), new CountBy<TicketKind>(TicketKind.Petition, 1)], figures.ByKind);
        Assert.Equal([new CountBy<Priority>(Priority.Medium, 6)], figures.ByPriority);
        Assert.Equal([new Heading(null, 6)], figures.ByPlatform);
        Assert.Equal([new Heading(null, 4), new Heading("Cobros", 2)], figures.ByTopic);
        Assert.Equal(new Satisfaction(5, 2, 1), figures.Satisfaction);
        Assert.Equal(12, figures.Trend.Count);
        Assert.Equal(new TrendPoint(new(2026, 3, 1), 6, 5, 1, new Timeliness(4, 1, 1)), figures.Trend[^1]);
        Assert.All(figures.Trend.SkipLast(1), point => Assert.Equal(0, point.Received + point.Answered + point.Open));
    }

    [SkippableTheory, Engines]
    public async Task The_list_tells_nobody_who_filed_with_a_reserved_identity_or_without_a_name(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var month = await CustomerMonth.LiveAsync(desk);

        var cases = (await ReadAsync(desk, month))!.Figures.Cases;

        Assert.Equal([month.Prompt, month.SlowReply, month.SlowAnswer, month.Reserved, month.Forgotten], cases.Lines.Select(line => line.Number));
        Assert.Equal((1, 6), (cases.Unnamed, cases.Total));
        Assert.Null(cases.Lines.Single(line => line.Number == month.Reserved).Subject);
        Assert.Equal(
            [(Standing.Closed, true), (Standing.Answered, true), (Standing.Answered, false), (Standing.Answered, true), (Standing.Open, false)],
            cases.Lines.Select(line => (line.Standing, line.InTime!.Value)));
        Assert.Equal(Local(12, 10), cases.Lines.Single(line => line.Number == month.SlowAnswer).AnsweredAt);

        // A missed promise of a case without a name is counted, and not named.
        var written = System.Text.Json.JsonSerializer.Serialize((await ReadAsync(desk, month))!);
        Assert.DoesNotContain(month.Anonymous, written, StringComparison.Ordinal);
        Assert.DoesNotContain("Nadie debe saber", written, StringComparison.Ordinal);
        Assert.DoesNotContain("funcionario", written, StringComparison.Ordinal);
        Assert.DoesNotContain("Testigo", written, StringComparison.Ordinal);
    }

    [SkippableTheory, Engines]
    public async Task Its_figures_are_those_of_the_indicators_for_the_same_cases(Engine engine)
    {
        await using var lived = await LivedDesk.StartAsync(engine);
        var customer = await lived.Desk.WinCustomerAsync(ServiceLevel.Standard, "Tercera parte");
        await using (var db = await lived.Desk.Get<IDbContextFactory<Infrastructure.Persistence.DeskDb>>().CreateDbContextAsync())
            await db.Tickets.Where(t => t.Id % 3 == 0).ExecuteUpdateAsync(set => set.SetProperty(t => t.CustomerId, customer.Id));
        var facts = (await lived.Desk.FactsAsync()).Where(fact => fact.Customer == customer.Name).ToList();
        var tally = new FactTally(facts, (await lived.Desk.BookAsync()).Zone, lived.Now);
        Assert.InRange(facts.Count, 100, 200);
        foreach (var month in Period.Month(2026, 3).MonthsUpTo(14))
        {
            var figures = (await lived.Desk.Get<ReadServiceReport>().RunAsync(customer.Id, month, CancellationToken.None))!.Figures;
            var byHand = tally.Indicators(month);
            Assert.Equal(KpiTraits.All.Select(kpi => (kpi, byHand[kpi], tally.Indicators(month.Previous)[kpi])), figures.Indicators.Select(pair => (pair.Kpi, pair.Now, pair.Before)));
            Assert.Equal((byHand.Resolution, byHand.FirstResponse), (figures.Resolution, figures.FirstResponse));
            Assert.Equal(tally.Breakdown(month).ByKind, figures.ByKind);
            Assert.Equal(tally.Trend(month, 12).Select(each => (each.Received, each.Answered, each.Backlog, each.Resolution)), figures.Trend.Select(each => (each.Received, each.Answered, each.Open, each.Resolution)));

            // Each first reply that the indicators count is one promise, kept or missed as they have it.
            var replies = figures.Promises.Where(row => row.Kind == DeadlineKind.FirstResponse).Select(row => row.Kept).Aggregate(Timeliness.None, Timeliness.Add);
            Assert.Equal(byHand.FirstResponse, replies);
            Assert.Equal(figures.Cases.Total, facts.Count(new Cut(month, Facts.Bogota, lived.Now).Concerns));
        }
    }

    [Fact]
    public async Task A_month_under_way_goes_up_to_now_and_one_without_cases_is_empty()
    {
        await using var desk = await TestDesk.StartAsync();
        var month = await CustomerMonth.LiveAsync(desk);

        var april = (await desk.Get<ReadServiceReport>().RunAsync(month.Customer.Id, Period.Month(2026, 4), CancellationToken.None))!.Figures;
        Assert.Equal((false, new DateOnly(2026, 4, 1), 0d, 1d), (april.IsOver, april.ReadOn, april[Kpi.Received], april[Kpi.Backlog]));
        Assert.Equal(6d, april.Indicators.Single(pair => pair.Kpi == Kpi.Received).Before);

        var january = (await desk.Get<ReadServiceReport>().RunAsync(month.Customer.Id, Period.Month(2026, 1), CancellationToken.None))!.Figures;
        Assert.True(january.IsEmpty);
        Assert.Empty(january.Promises);
        Assert.Null(await desk.Get<ReadServiceReport>().RunAsync(999, Period.Month(2026, 1), CancellationToken.None));
    }

    [Fact]
    public async Task An_action_stands_in_each_month_until_it_is_over()
    {
        await using var desk = await TestDesk.StartAsync();
        var month = await CustomerMonth.LiveAsync(desk);
        var keep = desk.Get<KeepReport>();
        Assert.Null(await keep.ActAsync(month.Customer.Id, CustomerMonth.March, new() { Text = "Revisar los medidores", Responsible = "Ana", DueOn = new(2026, 3, 20) }, CustomerMonth.Lead, CancellationToken.None));
        Assert.Null(await keep.ActAsync(month.Customer.Id, CustomerMonth.March, new() { Text = "Avisar de los cortes", Responsible = "Beto", DueOn = new(2026, 4, 20) }, CustomerMonth.Lead, CancellationToken.None));
        Assert.Null(await keep.RemarkAsync(month.Customer.Id, CustomerMonth.March, "Marzo fue difícil.", 0, CustomerMonth.Lead, CancellationToken.None));

        var april = Period.Month(2026, 4);
        var done = (await keep.ActionsAsync(month.Customer.Id, april, CancellationToken.None))[0];
        done.State = ActionState.Done;
        Assert.Null(await keep.ActAsync(month.Customer.Id, april, done, CustomerMonth.Lead, CancellationToken.None));

        Assert.Empty(await ActionsAsync(2));
        Assert.Equal([("Revisar los medidores", ActionState.Open, true), ("Avisar de los cortes", ActionState.Open, false)], await ActionsAsync(3));
        Assert.Equal([("Revisar los medidores", ActionState.Done, false), ("Avisar de los cortes", ActionState.Open, false)], await ActionsAsync(4));
        Assert.Equal([("Avisar de los cortes", ActionState.Open, false)], await ActionsAsync(5));
        Assert.Equal("Marzo fue difícil.", (await ReadAsync(desk, month))!.Remarks);
        Assert.Null((await desk.Get<ReadServiceReport>().RunAsync(month.Customer.Id, april, CancellationToken.None))!.Remarks);

        async Task<IEnumerable<(string, ActionState, bool)>> ActionsAsync(int number) =>
            (await desk.Get<ReadServiceReport>().RunAsync(month.Customer.Id, Period.Month(2026, number), CancellationToken.None))!.Actions.Select(action => (action.Text, action.State, action.IsLate));
    }

    [SkippableTheory, Engines]
    public async Task What_leads_write_is_refused_in_words_where_it_cannot_be(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var customer = await desk.WinCustomerAsync(ServiceLevel.Standard);
        var (keep, march, lead) = (desk.Get<KeepReport>(), CustomerMonth.March, CustomerMonth.Lead);
        var good = new ActionForm { Text = "Revisar", Responsible = "Ana", DueOn = new(2026, 3, 20) };

        Assert.Equal(ReportProblem.NotAllowed, (await keep.RemarkAsync(customer.Id, march, "Hola", 0, Samples.Someone(), CancellationToken.None))!.Problem);
        Assert.Equal(ReportProblem.NotAllowed, (await keep.ActAsync(customer.Id, march, good, Samples.Someone(), CancellationToken.None))!.Problem);
        Assert.Equal(ReportProblem.CustomerUnknown, (await keep.RemarkAsync(999, march, "Hola", 0, lead, CancellationToken.None))!.Problem);
        Assert.Equal(ReportProblem.RemarksTooLong, (await keep.RemarkAsync(customer.Id, march, new string('x', 100_000), 0, lead, CancellationToken.None))!.Problem);
        foreach (var (wrong, problem) in new (Action<ActionForm>, ReportProblem)[]
        {
            (form => form.Text = "  ", ReportProblem.ActionTextMissing),
            (form => form.Text = new string('x', 501), ReportProblem.ActionTextTooLong),
            (form => form.Responsible = "", ReportProblem.ResponsibleMissing),
            (form => form.Responsible = new string('x', 151), ReportProblem.ResponsibleTooLong),
            (form => form.DueOn = null, ReportProblem.DueMissing),
            (form => form.Id = 999, ReportProblem.ActionUnknown),
        })
        {
            var form = new ActionForm { Text = good.Text, Responsible = good.Responsible, DueOn = good.DueOn };
            wrong(form);
            Assert.Equal(problem, (await keep.ActAsync(customer.Id, march, form, lead, CancellationToken.None))!.Problem);
        }

        // Text that is no good to any store or page is kept as far as it can be read.
        const string Hostile = "a\0b \u202E<script>alert(1)</script> 😀";
        Assert.Null(await keep.RemarkAsync(customer.Id, march, Hostile, 0, lead, CancellationToken.None));
        Assert.Equal("ab \u202E<script>alert(1)</script> 😀", (await desk.Get<ReadServiceReport>().RunAsync(customer.Id, march, CancellationToken.None))!.Remarks);

        // The second of two who began from the same text is told.
        Assert.Equal(ReportProblem.ChangedMeanwhile, (await keep.RemarkAsync(customer.Id, march, "Otra cosa", 0, lead, CancellationToken.None))!.Problem);
        Assert.Null(await keep.RemarkAsync(customer.Id, march, "Otra cosa", 1, lead, CancellationToken.None));
        Assert.Null(await keep.ActAsync(customer.Id, march, good, lead, CancellationToken.None));
        var seen = (await keep.ActionsAsync(customer.Id, march, CancellationToken.None)).Single();
        Assert.Null(await keep.ActAsync(customer.Id, march, seen, lead, CancellationToken.None));
        Assert.Equal(ReportProblem.ChangedMeanwhile, (await keep.ActAsync(customer.Id, march, seen, lead, CancellationToken.None))!.Problem);
    }

    internal static Task<ServiceReport?> ReadAsync(TestDesk desk, CustomerMonth month) => desk.Get<ReadServiceReport>().RunAsync(month.Customer.Id, CustomerMonth.March, CancellationToken.None);

    private static DateTimeOffset Local(int day, int hour) => new(2026, 3, day, hour, 0, 0, TimeSpan.FromHours(-5));
}
