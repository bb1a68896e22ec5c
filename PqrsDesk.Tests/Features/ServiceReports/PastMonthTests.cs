using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Availability;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.ServiceReports;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Contracting;
using PqrsDesk.Features.RuleChanges;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.ServiceReports;

/// <summary>A month that is past says what was promised in it, whatever became of the promise.</summary>
public sealed class PastMonthTests
{
    [SkippableTheory, Engines]
    public async Task A_class_and_a_level_that_changed_in_April_leave_March_as_it_was(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var customer = await desk.WinCustomerAsync(ServiceLevel.Standard);
        var (portal, plan) = (await desk.LaunchAsync(), await desk.OfferAsync());
        var contract = await desk.AgreeAsync(Agreements.Draft(customer.Id, plan, portal.Id));
        var office = (await desk.BookAsync()).CurrentCalendar("office")!.Definition.Name;

        // On 10 April the platform becomes critical for it: a class of 75 %.
        desk.Clock.Now = Local(4, 10, 15);
        await ApproveAsync(desk, portal, CriticalityClass.High);

        // On the 15th the level promises more, by day and by night.
        desk.Clock.Now = Local(4, 15, 9);
        var better = await desk.OfferAsync(Agreements.Professional with { AvailabilityPercent = 99.9m, AvailabilityCalendarKey = PlanDefinition.DayAndNight }, plan);
        Assert.Null((await desk.Get<ApplyChange>().RunAsync(KeepContracts.TakeOver(contract.Id, contract.Version, better.Id), ApplyTo.NewOnly, Agreements.Lead)).Problem);

        // Two nights: 31 March to 1 April, with two hours of planned work in it, and an hour of the 20th.
        await desk.AddAsync(new PlannedDowntime { ProductId = portal.Id, From = Local(4, 1, 0), Until = Local(4, 1, 2), Reason = "Cambio de versión", AnnouncedAt = Local(3, 20, 8) });
        await desk.AddAsync(new Outage { ProductId = portal.Id, From = Local(3, 31, 22), Until = Local(4, 1, 6), Reach = OutageReach.Full, Summary = "No abre" });
        await desk.AddAsync(new Outage { ProductId = portal.Id, From = Local(4, 20, 0), Until = Local(4, 20, 1), Reach = OutageReach.Full, Summary = "No abre" });
        desk.Clock.Now = Local(5, 2, 9);
        await ApproveAsync(desk, portal, CriticalityClass.Critical);

        var march = await FiguresAsync(desk, customer, 3);
        Assert.Equal([(60, "")], First(march));
        Assert.Equal(99.5m, Assert.Single(march.Contracts).Availability);
        Assert.Equal(
            [new AvailabilityLine("Portal de pagos", 99.5m, 100m, 0, 0, 1, true) { Contract = contract.Number, Over = new(office) }],
            march.Availability);

        // 16 days are 23,040 minutes, 60 of them lost: 99.739 %. By day nothing was.
        var april = await FiguresAsync(desk, customer, 4);
        Assert.Equal([(45, "2026-04-10–"), (60, "–2026-04-10")], First(april));
        Assert.Equal(
            [
                new AvailabilityLine("Portal de pagos", 99.5m, 100m, 0, 0, 1, true) { Contract = contract.Number, Over = new(office), Days = new(new(2026, 4, 1), new(2026, 4, 14)) },
                new AvailabilityLine("Portal de pagos", 99.9m, 99.739m, 60, 0, 1, false) { Contract = contract.Number, Over = new(null), Days = new(new(2026, 4, 15), new(2026, 4, 30)) },
            ],
            april.Availability);

        // May began with 45 and has 30 from its second day on.
        Assert.Equal([(30, "2026-05-02–"), (45, "–2026-05-02")], First(await FiguresAsync(desk, customer, 5)));
    }

    private static IEnumerable<(int, string)> First(ReportFigures figures) => figures.Promises.Where(row => row.Source.ContractId is not null && row is { Kind: DeadlineKind.FirstResponse, Priority: Priority.High })
        .Select(row => (row.Amount, string.Join(", ", row.Days.Select(days => $"{days.From:yyyy-MM-dd}–{days.Until:yyyy-MM-dd}"))));

    private static async Task<ReportFigures> FiguresAsync(TestDesk desk, Customer customer, int month) =>
        (await desk.Get<ReadServiceReport>().RunAsync(customer.Id, Period.Month(2026, month), CancellationToken.None))!.Figures;

    private static async Task ApproveAsync(TestDesk desk, Product product, CriticalityClass known)
    {
        var follower = Assert.Single(desk.Get<IEnumerable<ICriticalityFollower>>());
        await desk.Get<DeskWriter>().RunAsync(async db =>
        {
            (await db.Products.SingleAsync(each => each.Id == product.Id)).Criticality = known;
            await follower.FollowAsync(db, new(product.Id, product.Name, null, known, new(2026, 9, 1), null, desk.Clock.Now, "Luz Marina"), CancellationToken.None);
            return true;
        }, CancellationToken.None);
        follower.Refresh();
    }

    private static DateTimeOffset Local(int month, int day, int hour) => new(2026, month, day, hour, 0, 0, TimeSpan.FromHours(-5));
}
