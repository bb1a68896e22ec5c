using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Pricing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.RuleChanges;
using PqrsDesk.Testing;
using Xunit;
using static PqrsDesk.Features.Quoting.QuotingHouse;

namespace PqrsDesk.Features.Quoting;

public sealed class KeepQuotesTests
{
    [SkippableTheory, Engines]
    public async Task A_quote_is_kept_to_the_peso_sent_and_runs_out_by_itself(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var plans = await desk.OfferThreeAsync();
        var customer = await desk.WinAsync();
        var first = await desk.QuoteAsync(customer.Name, plans);
        var second = await desk.QuoteAsync("Un interesado", [plans[0]]);
        var sight = await desk.SightAsync(first);
        Assert.Equal(("COT-2026-0001", customer.Id, QuoteState.Draft), (sight.Quote.Number, sight.Quote.CustomerId, sight.State));
        Assert.Equal("COT-2026-0002", (await desk.SightAsync(second)).Quote.Number);

        // What was kept is what is worked out again, line by line.
        Assert.Equal([Essential, Extended, Around], sight.Quote.Content.Sheets.Select(sheet => sheet.Offer.Name));
        foreach (var sheet in sight.Quote.Content.Sheets)
        {
            var again = PriceWorking.Of(sight.Quote.Content.Model, sight.Quote.Content.Factors, sheet.Offer, sight.Quote.Content.Year);
            Assert.Equal(again.Lines.Select(line => (line.Code, line.Value, line.Formula.Text)), sheet.Lines.Select(line => (line.Code, line.Value, line.Formula.Text)));
        }

        Assert.True(sight.Quote.Content.Sheets[2].Price.Amount > sight.Quote.Content.Sheets[0].Price.Amount);
        Assert.Equal((sight.Quote.PriceFrom, sight.Quote.PriceTo), (sight.Quote.Content.Sheets.Min(sheet => sheet.Price.Amount), sight.Quote.Content.Sheets.Max(sheet => sheet.Price.Amount)));

        Assert.True((await desk.Get<KeepQuotes>().SendAsync(first, Lead, CancellationToken.None)).Succeeded);
        Assert.Equal([first], await ListAsync(QuoteState.Sent));
        Assert.Empty(await ListAsync(QuoteState.Expired));
        desk.Clock.Now = new DateTimeOffset(sight.Quote.ValidUntil.ToDateTime(new TimeOnly(23, 0)), TimeSpan.FromHours(-5));
        Assert.Equal(QuoteState.Sent, (await desk.SightAsync(first)).State);
        desk.Clock.Now = desk.Clock.Now.AddHours(2);
        Assert.Equal(QuoteState.Expired, (await desk.SightAsync(first)).State);
        Assert.Equal([first], await ListAsync(QuoteState.Expired));
        Assert.Empty(await ListAsync(QuoteState.Sent));
        Assert.Equal(PriceProblemCode.Expired, Assert.Single((await AcceptAsync(desk, first, 0)).Problems).Code);

        async Task<IEnumerable<int>> ListAsync(QuoteState state) => (await desk.Get<ReadQuotes>().ListAsync(state, null, null, null, 10, CancellationToken.None)).Lines.Select(line => line.Id);
    }

    [SkippableTheory, Engines]
    public async Task An_accepted_quote_becomes_a_contract_or_nothing_happens(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var plans = await desk.OfferThreeAsync();
        var platform = await desk.ServeAsync();
        var id = await desk.QuoteAsync("Aguas del Valle", plans, [platform.Id], new PriceFactors().With(PriceFactor.Cases, 120));
        await desk.Get<KeepQuotes>().SendAsync(id, Lead, CancellationToken.None);
        Assert.Equal(PriceProblemCode.CustomerNotKept, Assert.Single((await AcceptAsync(desk, id, 1)).Problems).Code);

        var customer = await desk.WinAsync();
        Assert.Equal(PriceProblemCode.ContractRefused, Assert.Single((await AcceptAsync(desk, id, 1, from: new(2027, 1, 1), until: new(2026, 1, 1))).Problems).Code);
        Assert.Equal((QuoteState.Sent, 0), ((await desk.SightAsync(id)).State, await desk.ReadAsync(db => db.Contracts.CountAsync())));
        Assert.True((await AcceptAsync(desk, id, 1)).Succeeded);

        var sight = await desk.SightAsync(id);
        var contract = await desk.ReadAsync(db => db.Contracts.Include(each => each.Products).SingleAsync());
        Assert.Equal((QuoteState.Accepted, 1, contract.Id, contract.Number), (sight.State, sight.Quote.Chosen, sight.Quote.ContractId, sight.ContractNumber));
        Assert.Equal((customer.Id, plans[1], ContractState.Draft, sight.Quote.Number), (contract.CustomerId, contract.PlanId, contract.State, contract.QuoteNumber));
        Assert.Equal((sight.Quote.Content.Sheets[1].Price, 120), (contract.Price, contract.IncludedCases));
        Assert.Equal(platform.Id, Assert.Single(contract.Products).ProductId);
        Assert.Equal(PriceProblemCode.NotOpen, Assert.Single((await AcceptAsync(desk, id, 0)).Problems).Code);
        Assert.Equal(PriceProblemCode.NotOpen, Assert.Single((await desk.Get<KeepQuotes>().ReviseAsync(id, Lead, CancellationToken.None)).Problems).Code);
    }

    [SkippableTheory, Engines]
    public async Task A_quote_without_platforms_gets_them_when_it_is_accepted_and_none_that_costs_more(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var plans = await desk.OfferThreeAsync();
        var (portal, core, gone) = (await desk.ServeAsync(), await desk.ServeAsync("Núcleo", CriticalityClass.Critical), await desk.AddAsync(new Product { Name = "Retirada", Kind = ProductKind.Platform, Active = false }));
        await desk.WinAsync();
        var id = await desk.QuoteAsync("Aguas del Valle", plans);
        Assert.True((await desk.Get<KeepQuotes>().SendAsync(id, Lead, CancellationToken.None)).Succeeded);

        Assert.Equal((PriceProblemCode.PlatformsMissing, null), await RefusedAsync());
        Assert.Equal((PriceProblemCode.PlatformUnknown, null), await RefusedAsync(portal.Id, gone.Id));
        Assert.Equal((PriceProblemCode.PlatformDearer, "Núcleo"), await RefusedAsync(portal.Id, core.Id));
        Assert.Equal((QuoteState.Sent, 0), ((await desk.SightAsync(id)).State, await desk.ReadAsync(db => db.Contracts.CountAsync())));
        Assert.True((await AcceptAsync(desk, id, 1, platforms: portal.Id)).Succeeded);
        Assert.Equal(portal.Id, Assert.Single((await desk.ReadAsync(db => db.Contracts.Include(each => each.Products).SingleAsync())).Products).ProductId);

        // Where the quote named them, nobody names others.
        var named = await desk.QuoteAsync("Aguas del Valle", plans, [core.Id]);
        await desk.Get<KeepQuotes>().SendAsync(named, Lead, CancellationToken.None);
        Assert.True((await AcceptAsync(desk, named, 0, platforms: portal.Id)).Succeeded);
        Assert.Equal([portal.Id, core.Id], await desk.ReadAsync(db => db.Contracts.SelectMany(each => each.Products).OrderBy(each => each.ContractId).Select(each => each.ProductId).ToListAsync()));

        async Task<(PriceProblemCode, string?)> RefusedAsync(params int[] platforms) => Assert.Single((await AcceptAsync(desk, id, 1, platforms: platforms)).Problems) is var wrong ? (wrong.Code, wrong.Detail) : default;
    }

    [SkippableTheory, Engines]
    public async Task Where_the_drafted_contract_was_dropped_another_is_drafted(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var plans = await desk.OfferThreeAsync();
        var platform = await desk.ServeAsync();
        await desk.WinAsync();
        var id = await desk.QuoteAsync("Aguas del Valle", plans, [platform.Id]);
        await desk.Get<KeepQuotes>().SendAsync(id, Lead, CancellationToken.None);
        Assert.True((await AcceptAsync(desk, id, 1)).Succeeded);
        Assert.False((await desk.SightAsync(id)).Quote.LostItsContract);
        var contract = await desk.ReadAsync(db => db.Contracts.SingleAsync());
        Assert.Null(await desk.Get<Contracting.KeepContracts>().DropAsync(contract.Id, contract.Version, Lead, CancellationToken.None));

        Assert.True((await desk.SightAsync(id)).Quote.LostItsContract);
        desk.Clock.Advance(TimeSpan.FromDays(200));
        Assert.True((await AcceptAsync(desk, id, 2)).Succeeded);
        var sight = await desk.SightAsync(id);
        Assert.Equal((QuoteState.Accepted, 2, plans[2]), (sight.State, sight.Quote.Chosen, (await desk.ReadAsync(db => db.Contracts.SingleAsync())).PlanId));
        Assert.Equal(PriceProblemCode.NotOpen, Assert.Single((await AcceptAsync(desk, id, 2)).Problems).Code);
    }

    [SkippableTheory, Engines]
    public async Task A_revision_keeps_the_one_before_and_takes_its_place(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var plans = await desk.OfferThreeAsync();
        var keep = desk.Get<KeepQuotes>();
        var id = await desk.QuoteAsync("Un interesado", plans);
        await keep.SendAsync(id, Lead, CancellationToken.None);
        var next = (await keep.ReviseAsync(id, Lead, CancellationToken.None)).QuoteId!.Value;
        var sight = await desk.SightAsync(next);
        Assert.Equal(["COT-2026-0001-r2", "COT-2026-0001"], sight.Revisions.Select(line => line.Number));
        Assert.True((await keep.SaveAsync(new("Un interesado", new PriceFactors().With(PriceFactor.Users, 900), [plans[1]], [], null, "Con descuento.", 0), next, sight.Quote.Version, Lead, CancellationToken.None)).Succeeded);
        Assert.Equal((3, 1), ((await desk.SightAsync(id)).Quote.Content.Sheets.Count, (await desk.SightAsync(next)).Quote.Content.Sheets.Count));
        foreach (var refused in (QuoteOutcome[])[
            await keep.RejectAsync(id, "Caro.", Lead, CancellationToken.None), await keep.ReviseAsync(id, Lead, CancellationToken.None), await AcceptAsync(desk, id, 0)])
            Assert.Equal(PriceProblemCode.Replaced, Assert.Single(refused.Problems).Code);
        Assert.Equal(PriceProblemCode.ChangedMeanwhile, Assert.Single((await keep.SaveAsync(new("Otro", new(), [plans[1]], [], null, null), next, 0, Lead, CancellationToken.None)).Problems).Code);
    }

    [SkippableTheory, Engines]
    public async Task Two_that_save_at_once_get_two_numbers(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var plan = (await desk.OfferAsync(Essential)).Id;
        var ids = await Task.WhenAll(Enumerable.Range(0, 6).Select(at => desk.QuoteAsync($"Interesado {at}", [plan])));
        Assert.Equal(Enumerable.Range(1, 6), (await desk.ReadAsync(db => db.Quotes.Where(quote => ids.Contains(quote.Id)).Select(quote => quote.Sequence).ToListAsync())).Order());
    }

    [Fact]
    public async Task What_is_wrong_is_told_with_its_field()
    {
        await using var desk = await TestDesk.StartAsync();
        var plan = (await desk.OfferAsync(Essential)).Id;
        var lost = (await desk.OfferAsync("Sin calendario", "nada")).Id;
        Assert.Equal([(PriceProblemCode.NotAllowed, (string?)null)], await SaveAsync(new("A", new(), [plan], [], null, null), Samples.Someone(Role.Agent)));
        Assert.Equal([(PriceProblemCode.CustomerMissing, "For")], await SaveAsync(new(" ", new(), [plan], [], null, null)));
        Assert.Equal([(PriceProblemCode.ValidityPast, "ValidUntil")], await SaveAsync(new("A", new(), [plan], [], new(2026, 3, 2), null)));
        Assert.Equal([(PriceProblemCode.ValidityFar, "ValidUntil")], await SaveAsync(new("A", new(), [plan], [], new(2028, 3, 2), null)));
        Assert.Equal([(PriceProblemCode.CalendarMissing, "Offer1")], await SaveAsync(new("A", new(), [lost], [], null, null)));
        Assert.Equal([(PriceProblemCode.PlanUnknown, "Offers")], await SaveAsync(new("A", new(), [plan, 999], [], null, null)));
        Assert.Equal([(PriceProblemCode.PlatformUnknown, "Platforms")], await SaveAsync(new("A", new(), [plan], [77], null, null)));
        Assert.Equal([(PriceProblemCode.TextTooLong, "Note")], await SaveAsync(new("A", new(), [plan], [], null, new string('x', 2_001))));
        Assert.Equal([(PriceProblemCode.Negative, "Factor.Hardware")], await SaveAsync(new("A", new PriceFactors().With(PriceFactor.Hardware, -1), [plan], [], null, null)));
        var five = new List<int> { plan };
        for (var at = 0; at < 4; at++) five.Add((await desk.OfferAsync($"Nivel {at}")).Id);
        Assert.Equal([(PriceProblemCode.TooManyOffers, "Offers")], await SaveAsync(new("A", new(), five, [], null, null)));

        async Task<IEnumerable<(PriceProblemCode, string?)>> SaveAsync(QuoteDraft draft, Actor? by = null) =>
            (await desk.Get<KeepQuotes>().SaveAsync(draft, null, null, by ?? Lead, CancellationToken.None)).Problems.Select(wrong => (wrong.Code, wrong.Field));
    }

    [Fact]
    public async Task Hostile_names_are_kept_as_they_are_and_found()
    {
        await using var desk = await TestDesk.StartAsync();
        var plan = (await desk.OfferAsync(Essential)).Id;
        const string Name = "<script>alert(1)</script> \u202Eسلام 🏢 =1+1";
        var id = await desk.QuoteAsync(Name, [plan]);
        Assert.Equal(Name, (await desk.SightAsync(id)).Quote.For);
        var accented = await desk.QuoteAsync("Óptica Ñandú", [plan]);
        Assert.Equal(accented, Assert.Single((await desk.Get<ReadQuotes>().ListAsync(null, "OPTICA nandu", null, null, 10, CancellationToken.None)).Lines).Id);
        var found = await desk.Get<ReadQuotes>().ListAsync(null, "ALERT(1)", null, null, 10, CancellationToken.None);
        Assert.Equal(id, Assert.Single(found.Lines).Id);
        Assert.Equal(id, Assert.Single((await desk.Get<ReadQuotes>().ListAsync(null, "cot-2026-0001", null, null, 10, CancellationToken.None)).Lines).Id);
        Assert.Empty((await desk.Get<ReadQuotes>().ListAsync(null, new string('%', 100_000), null, null, 10, CancellationToken.None)).Lines);
    }

    [SkippableTheory, Engines]
    public async Task The_past_is_that_of_like_contracts_else_of_the_desk_else_blank(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var plan = await desk.OfferAsync(Essential, response: 30);
        var platform = await desk.ServeAsync(criticality: CriticalityClass.Critical);
        var customer = await desk.WinAsync();
        var past = desk.Get<ReadPast>();
        var choice = Assert.Single((await desk.Get<ReadQuoter>().RunAsync(CancellationToken.None)).Plans);

        // Half of the time is left for what is critical.
        Assert.Equal((30m, 15m), (choice.Offer(null).ResponseMinutes, choice.Offer(CriticalityClass.Critical).ResponseMinutes));
        Assert.Null(await past.OfPlanAsync(choice, CancellationToken.None));

        var answered = (await desk.FileAsync()).Number;
        await desk.AnswerAsync(answered);
        desk.Clock.Now = desk.Clock.Now.AddDays(1);
        await desk.Get<Infrastructure.Persistence.Kpis.FoldDays>().RunAsync(desk.Clock.Now, CancellationToken.None);
        Assert.Equal(new PastCompliance(2, 0, ComplianceGround.SamePriorities), await past.OfPlanAsync(choice, CancellationToken.None));

        var quote = await desk.QuoteAsync(customer.Name, [plan.Id], [platform.Id]);
        await desk.Get<KeepQuotes>().SendAsync(quote, Lead, CancellationToken.None);
        Assert.True((await AcceptAsync(desk, quote, 0, from: new(2026, 3, 4))).Succeeded);
        var contract = await desk.ReadAsync(db => db.Contracts.SingleAsync());
        Assert.Null((await desk.Get<SignContract>().RunAsync(contract.Id, contract.Version, ApplyTo.NewOnly, Lead)).Problem);
        var number = (await desk.FileAsync(Samples.Filing with { CustomerId = customer.Id, Product = platform.Name })).Number;

        // What is open and not due yet is neither kept nor missed: the desk's own goes on to be said.
        Assert.Equal(new PastCompliance(2, 0, ComplianceGround.SamePriorities), await past.OfPlanAsync(choice, CancellationToken.None));
        var spam = (await desk.FileAsync(Samples.Filing with { CustomerId = customer.Id, Product = platform.Name, Subject = "Compre ya" })).Number;
        var kept = (await desk.FileAsync(Samples.Filing with { CustomerId = customer.Id, Product = platform.Name, Subject = "Otro cobro" })).Number;
        await desk.AnswerAsync(kept);
        Assert.Equal(new PastCompliance(2, 0, ComplianceGround.SamePlan), await past.OfPlanAsync(choice, CancellationToken.None));
        desk.Clock.Now = desk.Clock.Now.AddDays(5);
        await desk.Get<Sweeping.SweepDeadlines>().RunAsync(desk.Clock.Now, CancellationToken.None);
        Assert.Equal(new PastCompliance(6, 4, ComplianceGround.SamePlan), await past.OfPlanAsync(choice, CancellationToken.None));
        await desk.ChangeAsync(spam, (ticket, book, now) => ticket.Void(VoidKind.Spam, "Publicidad.", book, now), Lead);
        Assert.Equal(new PastCompliance(4, 2, ComplianceGround.SamePlan), await past.OfPlanAsync(choice, CancellationToken.None));
        Assert.NotNull((await desk.TicketAsync(number)).BreachedAt);

        var known = await past.OfCustomerAsync(customer.Name, CancellationToken.None);
        Assert.Equal((customer.Id, 3, false), (known!.Id, known.CasesPerMonth, known.Alike));
        var other = await desk.WinAsync("Otro cliente");
        Assert.Equal((3, true), ((await past.OfCustomerAsync(other.Name, CancellationToken.None))!.CasesPerMonth, (await past.OfCustomerAsync(other.Name, CancellationToken.None))!.Alike));
        Assert.Null(await past.OfCustomerAsync("Nadie", CancellationToken.None));
    }

    private static async Task<QuoteOutcome> AcceptAsync(TestDesk desk, int id, int offer, DateOnly? from = null, DateOnly? until = null, params int[] platforms)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        var form = new AcceptForm { Offer = offer, From = from ?? new(2026, 4, 1), Until = until ?? new(2027, 3, 31) };
        form.Platforms.UnionWith(platforms);
        return await scope.ServiceProvider.GetRequiredService<AcceptQuote>().RunAsync(id, form, Lead, CancellationToken.None);
    }
}
