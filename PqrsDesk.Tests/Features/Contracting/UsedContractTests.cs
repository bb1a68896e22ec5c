using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Pricing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Casework.TimeKeeping;
using PqrsDesk.Features.Sweeping;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Contracting;

/// <summary>What was used of a contract, told once, and read by programs.</summary>
public sealed class UsedContractTests
{
    [SkippableTheory, Engines]
    public async Task Hours_are_those_spent_in_the_month_and_cases_those_filed_in_it(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var customer = await desk.WinCustomerAsync(ServiceLevel.Standard);
        var portal = await desk.LaunchAsync();
        var contract = await desk.AgreeAsync(Agreements.Draft(customer.Id, await desk.OfferAsync(), portal.Id) with
        {
            From = new(2026, 2, 1),
            IncludedHours = 2,
            IncludedCases = 2,
            Surcharge = Money.Pesos(90_000),
            CaseSurcharge = Money.Pesos(10_000),
        });
        var (one, two, third) = ((await desk.FileAsync(Agreements.About(portal, customer.Id))).Number, (await desk.FileAsync(Agreements.About(portal, customer.Id))).Number, (await desk.FileAsync(Agreements.About(portal, customer.Id))).Number);
        var foreign = (await desk.FileAsync(Agreements.About(portal, null))).Number;
        var spam = (await desk.FileAsync(Agreements.About(portal, customer.Id))).Number;
        await SpendAsync(desk, one, 100, null);
        await SpendAsync(desk, two, 50, null);
        await SpendAsync(desk, one, 30, new(2026, 2, 27));
        await SpendAsync(desk, foreign, 500, null);
        await SpendAsync(desk, spam, 500, null);
        await desk.ChangeAsync(spam, (ticket, book, now) => ticket.Void(VoidKind.Spam, "Publicidad.", book, now), Agreements.Lead);

        var sight = (await desk.Get<ReadContract>().RunAsync(contract.Id, null, CancellationToken.None))!;

        // March: 150 of 120 minutes, 3 of 2 cases. 30 ÷ 60 × 90 000 = 45 000, and 10 000 for the case.
        Assert.Equal(new IncludedSpan(new(2026, 3, 1), new(2026, 3, 31)), sight.Shown.Span);
        Assert.Equal((150, 125, 3, 150), (sight.Shown.UsedMinutes, sight.Shown.HoursPercent, sight.Shown.UsedCases, sight.Shown.CasesPercent));
        Assert.Equal(Money.Pesos(55_000), sight.Shown.Amount);
        Assert.Equal([(one, 100), (two, 50)], sight.Time.Select(spent => (spent.Number, spent.Minutes)));
        Assert.Equal(new[] { one, two, third }.Order(), sight.Cases.Select(filed => filed.Number).Order());

        // February: what was spent then, on a case of March.
        var february = (await desk.Get<ReadContract>().RunAsync(contract.Id, new(2026, 2, 10), CancellationToken.None))!.Shown;
        Assert.Equal((30, 0, 25), (february.UsedMinutes, february.UsedCases, february.HoursPercent));

        // The list and the case say the same.
        var row = Assert.Single((await desk.Get<ReadContracts>().RunAsync(ContractScope.Running, null, null, CancellationToken.None)).Rows);
        Assert.Equal(sight.Shown, row.Now);
        Assert.Equal(sight.Shown, (await desk.Get<ReadCaseContract>().RunAsync(contract.Id, portal.Name, CancellationToken.None))!.Now);
    }

    [SkippableTheory, Engines]
    public async Task Each_is_told_once_by_one_of_two_nodes(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await using var other = desk.AnotherNode();
        var (lead, _) = (await desk.HireAsync("Luz", Role.Lead), await desk.HireAsync());
        var customer = await desk.WinCustomerAsync(ServiceLevel.Standard);
        var portal = await desk.LaunchAsync();
        var contract = await desk.AgreeAsync(Agreements.Draft(customer.Id, await desk.OfferAsync(), portal.Id) with { IncludedHours = 2, Until = new(2026, 4, 30) });
        var number = (await desk.FileAsync(Agreements.About(portal, customer.Id))).Number;
        var sweep = desk.Get<SweepContracts>();

        // 58 days are left: the reminder of 60 comes at once, and only once.
        await sweep.RunAsync(desk.Clock.Now, CancellationToken.None);
        await sweep.RunAsync(desk.Clock.Now, CancellationToken.None);
        Assert.Equal([NoticeThing.ContractEnding], await ThingsAsync(desk, lead));

        await SpendAsync(desk, number, 96, null);
        await Task.WhenAll(sweep.RunAsync(desk.Clock.Now, CancellationToken.None), other.Get<SweepContracts>().RunAsync(desk.Clock.Now, CancellationToken.None));
        await SpendAsync(desk, number, 30, null);
        await sweep.RunAsync(desk.Clock.Now, CancellationToken.None);
        await sweep.RunAsync(desk.Clock.Now, CancellationToken.None);
        Assert.Equal([NoticeThing.ContractEnding, NoticeThing.ContractHoursMost, NoticeThing.ContractHoursAll], await ThingsAsync(desk, lead));
        Assert.Equal(3, await desk.ReadAsync(db => db.Notices.CountAsync(notice => notice.Kind == NoticeKind.Service)));

        // Another month begins anew; a signed successor stills the reminders.
        var renewal = (await desk.Get<KeepContracts>().RenewAsync(contract.Id, Agreements.Lead, CancellationToken.None)).Contract!;
        await desk.Get<SignContract>().RunAsync(renewal.Id, renewal.Version, ApplyTo.NewOnly, Agreements.Lead);
        desk.Clock.Now = new(2026, 4, 10, 15, 0, 0, TimeSpan.Zero);
        await SpendAsync(desk, number, 200, null);
        await sweep.RunAsync(desk.Clock.Now, CancellationToken.None);
        Assert.Equal([NoticeThing.ContractEnding, NoticeThing.ContractHoursMost, NoticeThing.ContractHoursAll, NoticeThing.ContractHoursAll], await ThingsAsync(desk, lead));
    }

    [Fact]
    public async Task Programs_file_under_a_contract_and_read_it()
    {
        await using var desk = await WebDesk.StartAsync();
        desk.Clock.Now = TestClock.Tuesday;
        var customer = await desk.WinCustomerAsync(ServiceLevel.Standard, "Andina S.A.");
        var portal = await desk.LaunchAsync();
        var contract = await desk.AgreeAsync(Agreements.Draft(customer.Id, await desk.OfferAsync(), portal.Id) with { IncludedCases = 10 });
        using var http = await desk.ProgramAsync();

        var answer = await http.PostAsJsonAsync(DeskUrls.ApiTickets, new
        {
            kind = "claim",
            subject = "No entra",
            description = "Desde las ocho.",
            customerId = customer.Id,
            product = portal.Name,
            priority = "high",
            priorityReason = "Contrato.",
            petitioner = new { name = "Rosa Cortés" },
        });
        var filed = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.IsSuccessStatusCode, filed.ToString());
        Assert.Equal((contract.Id, contract.Number), (filed.GetProperty("contractId").GetInt32(), filed.GetProperty("contract").GetString()));
        var due = filed.GetProperty("deadlines").EnumerateArray().Single(deadline => deadline.GetProperty("kind").GetString() == "firstResponse").GetProperty("dueAt").GetDateTimeOffset();
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 16, 0, 0, TimeSpan.Zero), due, TimeSpan.FromMinutes(5));

        var list = await http.GetFromJsonAsync<JsonElement>($"{DeskUrls.ApiContracts}?q=andina");
        Assert.Equal((contract.Number, 10), (list.GetProperty("items")[0].GetProperty("number").GetString(), list.GetProperty("items")[0].GetProperty("casesPercent").GetInt32()));
        var one = await http.GetFromJsonAsync<JsonElement>($"{DeskUrls.ApiContracts}/{contract.Id}");
        Assert.Equal(60, one.GetProperty("products")[0].GetProperty("targets").GetProperty("high").GetProperty("firstResponseMinutes").GetInt32());
        Assert.Equal(["amount", "currency"], one.GetProperty("price").EnumerateObject().Select(part => part.Name));
        var used = await http.GetFromJsonAsync<JsonElement>($"{DeskUrls.ApiContracts}/{contract.Id}/consumption?on=2026-03-31");
        Assert.Equal((1, 10), (used.GetProperty("usedCases").GetInt32(), used.GetProperty("casesPercent").GetInt32()));
        var queue = await http.GetFromJsonAsync<JsonElement>($"{DeskUrls.ApiTickets}?contract={contract.Id}&count=true");
        Assert.Equal(1, queue.GetProperty("total").GetInt32());
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await http.GetAsync($"{DeskUrls.ApiContracts}/999")).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await http.GetAsync($"{DeskUrls.ApiContracts}?scope=9&customer=x")).StatusCode);
    }

    private static async Task SpendAsync(AnyDesk desk, string number, int minutes, DateOnly? on)
    {
        var decision = await desk.Get<KeepTime>().SpendAsync(number, minutes, null, on, false, Samples.Someone(), CancellationToken.None);
        Assert.True(decision.Succeeded, decision.ToString());
    }

    private static Task<List<NoticeThing>> ThingsAsync(AnyDesk desk, StaffMember member) =>
        desk.ReadAsync(db => db.Notices.Where(notice => notice.StaffId == member.Id && notice.Kind == NoticeKind.Service).OrderBy(notice => notice.Id).Select(notice => notice.Thing).ToListAsync());
}
