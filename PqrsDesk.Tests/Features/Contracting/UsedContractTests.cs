using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Pricing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Casework.TimeKeeping;
using PqrsDesk.Features.Mailing;
using PqrsDesk.Features.RuleChanges;
using PqrsDesk.Features.Sweeping;
using PqrsDesk.Infrastructure.Persistence;
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

    /// <summary>What stands on the page is shown to the customer: who did not say who they are must not be known by the subject and the day.</summary>
    [SkippableTheory, Engines]
    public async Task Anonymous_and_reserved_cases_are_counted_and_not_listed(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var customer = await desk.WinCustomerAsync(ServiceLevel.Standard);
        var portal = await desk.LaunchAsync();
        var contract = await desk.AgreeAsync(Agreements.Draft(customer.Id, await desk.OfferAsync(), portal.Id) with { IncludedHours = 2, IncludedCases = 5 });
        var about = Agreements.About(portal, customer.Id);
        var named = (await desk.FileAsync(about)).Number;
        var nobody = (await desk.FileAsync(about, Samples.Nobody)).Number;
        var reserved = (await desk.FileAsync(about, Samples.Petitioner with { Reserved = true })).Number;
        await SpendAsync(desk, named, 10, null);
        await SpendAsync(desk, nobody, 20, null);
        await SpendAsync(desk, reserved, 30, null);

        var sight = (await desk.Get<ReadContract>().RunAsync(contract.Id, null, CancellationToken.None))!;

        Assert.Equal((3, 60), (sight.Shown.UsedCases, sight.Shown.UsedMinutes));
        Assert.Equal([named], sight.Cases.Select(filed => filed.Number));
        Assert.Equal([named], sight.Time.Select(spent => spent.Number));
        Assert.Equal((2, 50), sight.Unnamed);
    }

    [SkippableTheory, Engines]
    public async Task What_is_worked_on_after_the_last_day_counts_in_the_last_period_everywhere(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var lead = await desk.HireAsync("Luz", Role.Lead);
        var (customer, portal) = (await desk.WinCustomerAsync(ServiceLevel.Standard), await desk.LaunchAsync());
        var contract = await desk.AgreeAsync(Agreements.Draft(customer.Id, await desk.OfferAsync(), portal.Id) with
        {
            From = new(2026, 2, 1),
            Until = new(2026, 3, 4),
            IncludedHours = 2,
            Surcharge = Money.Pesos(60_000),
            ReminderDays = [],
        });
        var number = (await desk.FileAsync(Agreements.About(portal, customer.Id))).Number;
        await SpendAsync(desk, number, 60, null);
        await SpendAsync(desk, number, 30, new(2026, 2, 20));
        desk.Clock.Now = new(2026, 4, 8, 15, 0, 0, TimeSpan.Zero);
        await SpendAsync(desk, number, 90, null);

        // March: 60 minutes before the 4th and 90 in April; 30 beyond the two hours. February has its own.
        var sight = (await desk.Get<ReadContract>().RunAsync(contract.Id, null, CancellationToken.None))!;
        Assert.Equal(new IncludedSpan(new(2026, 3, 1), new(2026, 3, 4)), sight.Shown.Span);
        Assert.Equal((150, 90, 30, Money.Pesos(30_000)), (sight.Shown.UsedMinutes, sight.Shown.LaterMinutes, sight.Shown.ExtraMinutes, sight.Shown.Amount));
        Assert.Equal([(number, 150)], sight.Time.Select(spent => (spent.Number, spent.Minutes)));
        Assert.Equal((30, 0), (await desk.Get<ReadContract>().RunAsync(contract.Id, new(2026, 2, 1), CancellationToken.None))!.Shown is var february ? (february.UsedMinutes, february.LaterMinutes) : default);
        Assert.Equal(sight.Shown, (await desk.Get<ReadCaseContract>().RunAsync(contract.Id, portal.Name, CancellationToken.None))!.Now);
        Assert.Equal(sight.Shown, (await desk.ReadAsync(db => db.ConsumptionsAsync([contract], new(2026, 4, 8), CancellationToken.None)))[contract.Id]);
        var line = Assert.Single((await desk.Get<ServiceReports.ReadServiceReport>().RunAsync(customer.Id, Domain.Kpis.Period.Month(2026, 3), CancellationToken.None))!.Figures.Contracts);
        Assert.Equal(150, line.UsedMinutes);

        // What is used up after the end is told as well, and once.
        for (var turn = 0; turn < 2; turn++) await desk.Get<SweepContracts>().RunAsync(desk.Clock.Now, CancellationToken.None);
        Assert.Equal([NoticeThing.ContractHoursAll], await ThingsAsync(desk, lead));
        desk.Clock.Now = new(2026, 6, 8, 15, 0, 0, TimeSpan.Zero);
        Assert.Equal(0, await desk.Get<SweepContracts>().RunAsync(desk.Clock.Now, CancellationToken.None));
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

    [SkippableTheory, Engines]
    public async Task Who_is_reminded_gets_one_letter_unless_they_want_none(Engine engine)
    {
        var settings = Mails.Sending.But(("Desk:PublicAddress", "https://mesa.example"));
        await using var desk = await TestDesk.StartAsync(engine, settings);
        await using var other = desk.AnotherNode(settings);
        var (lead, silent, _) = (await desk.HireAsync("Luz", Role.Lead), await desk.HireAsync("Iván", Role.Lead), await desk.HireAsync());
        await desk.Get<Preferences>().KeepAsync(silent.Id, MailNotices.Key, new MailNotices(false), CancellationToken.None);
        var (customer, portal) = (await desk.WinCustomerAsync(ServiceLevel.Standard), await desk.LaunchAsync());
        var contract = await desk.AgreeAsync(Agreements.Draft(customer.Id, await desk.OfferAsync(), portal.Id) with { Number = "C {fecha} <b>", Until = new(2026, 4, 30) });

        for (var turn = 0; turn < 2; turn++) await Task.WhenAll(desk.Get<SweepContracts>().RunAsync(desk.Clock.Now, CancellationToken.None), other.Get<SweepContracts>().RunAsync(desk.Clock.Now, CancellationToken.None));

        var notice = Assert.Single(await desk.ReadAsync(db => db.Notices.Where(each => each.StaffId == lead.Id && each.Kind == NoticeKind.Service).Select(each => each.Id).ToListAsync()));
        Assert.Equal(2, await desk.ReadAsync(db => db.Notices.CountAsync(each => each.Kind == NoticeKind.Service)));
        var queued = await desk.ReadAsync(db => db.OutgoingMails.AsNoTracking().SingleAsync());
        Assert.Equal((notice, lead.Email, "Luz", Infrastructure.Mail.MailState.Queued), (queued.NoticeId, queued.ToAddress, queued.ToName, queued.State));
        var letter = await desk.Get<ComposeLetter>().RunAsync(queued, desk.Clock.Now, CancellationToken.None);
        Assert.Equal($"El contrato {contract.Number} vence el 30 de abril de 2026", letter.Subject);
        Assert.Contains($"https://mesa.example{DeskUrls.NoticeOf(notice)}", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{", letter.Text.Replace(contract.Number, "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(letter.IsAutomatic);

        // Whoever is told of a platform is written to, too.
        await desk.AddAsync(new Domain.Catalogue.Product { Name = "Núcleo", Kind = Domain.Catalogue.ProductKind.Platform, CriticalityReviewOn = new(2026, 3, 10) });
        await desk.Get<RemindReviews>().RunAsync(desk.Clock.Now, CancellationToken.None);
        var review = await desk.ReadAsync(db => db.OutgoingMails.AsNoTracking().OrderBy(mail => mail.Id).LastAsync());
        Assert.Equal((Infrastructure.Mail.MailOccasion.CriticalityReview, lead.Email), (review.Occasion, review.ToAddress));
        Assert.Equal("Revisar la criticidad de Núcleo", (await desk.Get<ComposeLetter>().RunAsync(review, desk.Clock.Now, CancellationToken.None)).Subject);

        // A notice that is forgotten takes its letter along.
        await desk.Get<ForgetNotices>().RunAsync(desk.Clock.Now + Notice.Kept + TimeSpan.FromDays(1), CancellationToken.None);
        Assert.Equal((0, 0), (await desk.ReadAsync(db => db.Notices.CountAsync()), await desk.ReadAsync(db => db.OutgoingMails.CountAsync())));
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
