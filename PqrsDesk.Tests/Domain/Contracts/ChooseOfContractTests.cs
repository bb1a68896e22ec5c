using System.Diagnostics;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Domain.Contracts;

/// <summary>Policies of contracts are found by customer, and are the first that apply.</summary>
public sealed class ChooseOfContractTests
{
    private static readonly DateOnly Beginning = new(2026, 3, 1);

    [Fact]
    public async Task It_is_the_first_of_all_that_applies()
    {
        await using var desk = await TestDesk.StartAsync();
        var book = With(await desk.BookAsync(), contracts: 40, customers: 12);
        var facts = (
            from customer in Gen.Choose(0, 14)
            from product in Gen.Choose(0, 5)
            from day in Gen.Choose(-3, 40)
            from priority in Gen.Elements(Enum.GetValues<Priority>())
            from channel in Gen.Elements(Channel.Web, Channel.Email)
            select new PolicyFacts(TicketKind.Claim, null, customer == 0 ? null : customer, channel, 1, priority, product == 0 ? null : $"P{product}", Beginning.AddDays(day))).ToArbitrary();

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3_000), Prop.ForAll(facts, each =>
            Assert.Same(book.Current.FirstOrDefault(terms => terms.Policy.Definition.Applies(each)), book.Choose(each))));
    }

    /// <summary>A linear walk over the policies of 500 contracts takes some tens of microseconds; what a filing may cost is in <c>bench filings</c>.</summary>
    [Fact]
    public async Task Five_hundred_contracts_do_not_make_the_choice_slower_than_ten()
    {
        await using var desk = await TestDesk.StartAsync();
        var (few, many) = (With(await desk.BookAsync(), 10, 10), With(await desk.BookAsync(), 500, 500));
        var facts = new PolicyFacts(TicketKind.Claim, null, 7, Channel.Web, 1, Priority.High, "P9", Beginning);
        Measure(few, facts);
        Measure(many, facts);

        // The best of many rounds: a busy machine makes single ones slow, never fast.
        var (small, large) = (Best(few, facts), Best(many, facts));
        Assert.True(large < small * 5 + TimeSpan.FromMilliseconds(1), $"{small} with 10, {large} with 500, for 10 000 choices.");
    }

    [Fact]
    public void What_was_stored_before_there_were_contracts_is_still_read()
    {
        const string Before = """
            {"name":"General","kinds":[],"serviceLevels":[],"targets":{"High":{"firstResponseMinutes":120,"resolutionMinutes":960}},"customers":[],"channels":[],"areas":[],"priorities":[],"thresholds":[50],"isRetired":false,"escalations":[]}
            """;
        var policy = JsonSerializer.Deserialize<PolicyDefinition>(Before, Json.Options)!;
        Assert.Equal((0, null, null, null), (policy.Products.Count, policy.ContractId, policy.From, policy.Until));
        Assert.Empty(policy.Conditions());
        Assert.True(policy.Applies(new(TicketKind.Claim, null, null, Channel.Web, 1, Priority.High)));
        const string Filed = """{"type":"filed","number":"PQRS-2026-000001","filing":{"kind":"Claim","subject":"a","description":"b","channel":"Web","areaId":1},"priority":"High","areaName":"x","policyVersionId":1,"effectiveOn":"2026-03-03"}""";
        var filed = JsonSerializer.Deserialize<TicketEvent>(Filed, Json.Options);
        Assert.Null(Assert.IsType<TicketEvent.Filed>(filed).ContractId);
    }

    private static SlaBook With(SlaBook book, int contracts, int customers)
    {
        var dice = new Random(7);
        var targets = Agreements.Professional.TargetsFor(null);
        var made = Enumerable.Range(1, contracts).Select(contract => new SlaEdit.OfPolicy(
            ContractPolicies.KeyOf(contract, 1), 0, 0, "office", new PolicyDefinition($"C-{contract}", [], [], targets)
            {
                ContractId = contract,
                Customers = [1 + dice.Next(customers)],
                Products = [$"P{1 + dice.Next(4)}"],
                Channels = dice.Next(3) == 0 ? [Channel.Email] : [],
                From = Beginning.AddDays(dice.Next(20)),
                Until = Beginning.AddDays(20 + dice.Next(20)),
                IsRetired = dice.Next(10) == 0,
            }));
        return book.With(new SlaEdit.OfContracts([.. made]).In(book));
    }

    private static TimeSpan Best(SlaBook book, PolicyFacts facts) => Enumerable.Range(0, 30).Min(_ => Measure(book, facts));

    private static TimeSpan Measure(SlaBook book, PolicyFacts facts)
    {
        var begun = Stopwatch.GetTimestamp();
        for (var round = 0; round < 10_000; round++) _ = book.Choose(facts);
        return Stopwatch.GetElapsedTime(begun);
    }
}
