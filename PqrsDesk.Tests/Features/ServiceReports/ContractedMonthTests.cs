using PqrsDesk.Domain.Availability;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Pricing;
using PqrsDesk.Domain.ServiceReports;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.RuleChanges;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.ServiceReports;

/// <summary>A month under a contract, by fixed instants.</summary>
public sealed class ContractedMonthTests
{
    [SkippableTheory, Engines]
    public async Task What_a_contract_promises_and_uses_by_hand(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var customer = await desk.WinCustomerAsync(ServiceLevel.Standard, "Banco del Llano");
        var portal = await desk.AddAsync(new Product { Name = "Portal de pagos", Kind = ProductKind.Platform, Criticality = CriticalityClass.Critical });
        var plan = await desk.AddAsync(new SupportPlan
        {
            Key = "oro",
            Version = 1,
            IsCurrent = true,
            Definition = new PlanDefinition("Oro", "office", new Dictionary<Priority, Target> { [Priority.High] = new(60, 480, 60), [Priority.Medium] = new(240, 1_920, 120), [Priority.Low] = new(480, 4_800) })
            {
                PercentByClass = new Dictionary<CriticalityClass, int> { [CriticalityClass.Critical] = 50 },
                AvailabilityPercent = 99.5m,
                AvailabilityCalendarKey = PlanDefinition.DayAndNight,
                OurCommitments = ["Avisar los cortes con tres días"],
                TheirCommitments = ["Nombrar a quien pruebe"],
            },
        });
        var drafted = await desk.Get<SignContract>().DraftAsync(new ContractDraft
        {
            Number = "C-77",
            CustomerId = customer.Id,
            Products = [portal.Id],
            PlanId = plan.Id,
            From = new(2026, 3, 1),
            Until = new(2026, 12, 31),
            IncludedHours = 10,
            IncludedCases = 5,
            Price = Money.Pesos(4_000_000),
            Surcharge = Money.Pesos(90_000),
        }, CustomerMonth.Lead, CancellationToken.None);
        Assert.Null(drafted.Problem);
        var signed = await desk.Get<SignContract>().RunAsync(drafted.Contract!.Id, drafted.Contract.Version, ApplyTo.NewOnly, CustomerMonth.Lead);
        Assert.Null(signed.Problem);

        // Tuesday 3 March, 10:00: critical, so half of the time: a first reply in 120 minutes, the next ones in 60, an answer in 960.
        var number = (await desk.FileAsync(Samples.Filing with { CustomerId = customer.Id, Product = portal.Name })).Number;
        var general = (await desk.FileAsync(Samples.Filing with { CustomerId = customer.Id })).Number;
        At(desk, 3, 11, 0);
        await desk.ReplyAsync(number);
        await desk.AnswerAsync(general);
        At(desk, 3, 11, 30);
        await desk.HearAsync(number);

        // 30 minutes before noon and 30 after one: due at 13:30, written at 15:00.
        At(desk, 3, 15, 0);
        await desk.ReplyAsync(number);
        At(desk, 4, 10, 0);
        await desk.AnswerAsync(number);
        await desk.ChangeAsync(number, (ticket, book, now) => ticket.SpendTime(90, "Revisar la pasarela", now.On, false, book, now));

        // Ten hours down on the 10th, of which two were announced; the rest counts.
        await desk.AddAsync(new PlannedDowntime { ProductId = portal.Id, From = Local(10, 0), Until = Local(10, 2), Reason = "Cambio de versión", AnnouncedAt = Local(4, 8) });
        await desk.AddAsync(new Outage { ProductId = portal.Id, From = Local(10, 0), Until = Local(10, 10), Reach = OutageReach.Full, Summary = "No abre" });
        desk.Clock.Now = new(2026, 4, 1, 14, 0, 0, TimeSpan.Zero);

        var figures = (await desk.Get<ReadServiceReport>().RunAsync(customer.Id, CustomerMonth.March, CancellationToken.None))!.Figures;

        var contract = Assert.Single(figures.Contracts);
        Assert.Equal(("C-77", "Oro", 99.5m, 10m, 5, 90, 1, false), (contract.Number, contract.Plan, contract.Availability, contract.IncludedHours, contract.IncludedCases, contract.UsedMinutes, contract.UsedCases, contract.OfTerm));
        Assert.Equal(["Portal de pagos"], contract.Platforms);
        Assert.Equal(["Avisar los cortes con tres días"], contract.OurCommitments);
        Assert.Equal(["Nombrar a quien pruebe"], contract.TheirCommitments);

        var source = new PromiseSource(drafted.Contract.Id, "C-77 · Oro");
        Assert.Equal((120, new Timeliness(1, 0, 0)), Row(source, DeadlineKind.FirstResponse));
        Assert.Equal((60, new Timeliness(0, 1, 0)), Row(source, DeadlineKind.NextResponse));
        Assert.Equal((960, new Timeliness(1, 0, 0)), Row(source, DeadlineKind.Resolution));
        Assert.Equal([new MissedPromise(number, new DateTimeOffset(2026, 3, 3, 18, 30, 0, TimeSpan.Zero), 90, false)], figures.Promises.Single(row => row.Kind == DeadlineKind.NextResponse && row.Kept.Total > 0).Missed);

        // What is promised stands there also when no case came under it; what is not of the contract is the general policy's.
        var high = figures.Promises.Single(row => row.Source == source && row.Kind == DeadlineKind.FirstResponse && row.Priority == Priority.High);
        Assert.Equal((30, Timeliness.None), (high.Amount, high.Kept));
        Assert.Equal((240, new Timeliness(1, 0, 0)), Row(new PromiseSource(null, "General"), DeadlineKind.FirstResponse));
        Assert.True(figures.Promises[0].Source == source && figures.Promises[^1].Source.ContractId is null);

        // 31 days less two hours are 44,520 minutes, of which 480 were lost: 98.921 %, written without rounding up.
        Assert.Equal([new AvailabilityLine("Portal de pagos", 99.5m, 98.921m, 480, 120, 1, false) { Contract = "C-77", Over = new(null) }], figures.Availability);
        Assert.Equal([new Heading("Portal de pagos", 1), new Heading(null, 1)], figures.ByPlatform.OrderBy(heading => heading.Name is null));

        // Before the contract there was none.
        Assert.Empty((await desk.Get<ReadServiceReport>().RunAsync(customer.Id, Period.Month(2026, 2), CancellationToken.None))!.Figures.Contracts);

        (int, Timeliness) Row(PromiseSource of, DeadlineKind kind)
        {
            var row = figures.Promises.Single(row => row.Source == of && row.Kind == kind && row.Priority == Priority.Medium);
            return (row.Amount, row.Kept);
        }
    }

    [SkippableTheory, Engines]
    public async Task Platforms_of_two_classes_are_named_beside_what_is_promised_of_each(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var customer = await desk.WinCustomerAsync(ServiceLevel.Standard, "Banco del Llano");
        var (portal, app, mail) = (await desk.LaunchAsync("Portal", CriticalityClass.Critical), await desk.LaunchAsync("App", CriticalityClass.Low), await desk.LaunchAsync("Correo", CriticalityClass.Low));
        var plan = await desk.OfferAsync();
        await desk.AgreeAsync(Agreements.Draft(customer.Id, plan, portal.Id, app.Id, mail.Id));
        var plain = await desk.WinCustomerAsync(ServiceLevel.Standard, "Caja");
        await desk.AgreeAsync(Agreements.Draft(plain.Id, plan, app.Id, mail.Id));
        var number = (await desk.FileAsync(Agreements.About(app, customer.Id))).Number;
        await desk.ReplyAsync(number);
        await desk.AnswerAsync(number);
        desk.Clock.Now = new(2026, 4, 1, 14, 0, 0, TimeSpan.Zero);

        var rows = await RowsAsync(customer.Id);
        Assert.Equal(2, rows.Count);
        Assert.Equal(["App", "Correo"], rows.Single(row => row.Kept.Total == 1).Platforms);
        Assert.Equal(["Portal"], rows.Single(row => row.Kept.Total == 0).Platforms);

        // Where all is promised alike there is nothing to tell apart.
        Assert.Empty(Assert.Single(await RowsAsync(plain.Id)).Platforms);

        async Task<List<PromiseRow>> RowsAsync(int of) =>
            [.. (await desk.Get<ReadServiceReport>().RunAsync(of, CustomerMonth.March, CancellationToken.None))!.Figures.Promises.Where(row => row is { Kind: DeadlineKind.FirstResponse, Priority: Priority.High, Source.ContractId: not null })];
    }

    private static void At(TestDesk desk, int day, int hour, int minute) => desk.Clock.Now = new(2026, 3, day, hour, minute, 0, TimeSpan.FromHours(-5));

    private static DateTimeOffset Local(int day, int hour) => new(2026, 3, day, hour, 0, 0, TimeSpan.FromHours(-5));
}
