using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.SlaRules;

/// <summary>Rules of law are rows that are added, and cases keep the one they were promised.</summary>
public sealed class StoreLawTests
{
    private static readonly Actor Admin = Samples.Someone(Role.Admin, name: "Zoe Admin");

    [SkippableTheory, Engines]
    public async Task A_correction_is_a_row_of_its_own_for_what_is_filed_from_now_on(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var before = (await desk.FileAsync()).Number;
        var petition = await PetitionAsync(desk);

        var stored = await desk.Get<StoreLaw>().RunAsync(new LegalEdit(petition.Code, petition.Version, petition.Definition with { Amount = 12 }), Admin, CancellationToken.None);
        var after = (await desk.FileAsync()).Number;

        Assert.Null(stored.Problem);
        Assert.Equal((petition.Version + 1, (int?)petition.Version, "Zoe Admin"), (stored.Rule!.Version, stored.Rule.Replaces, stored.Rule.MadeBy));
        Assert.Equal((15, 12), ((await LegalAsync(desk, before)).Amount, (await LegalAsync(desk, after)).Amount));
        Assert.Equal(stored.Rule.Id, (await LegalAsync(desk, after)).LegalRuleId);
        Assert.Equal(petition.Definition.Amount, (await desk.BookAsync()).Law.Rule(petition.Id).Definition.Amount);
    }

    [SkippableTheory, Engines]
    public async Task Another_node_learns_of_a_rule_when_it_meets_a_ticket_that_names_it(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await using var other = desk.AnotherNode();
        await other.BookAsync();
        var petition = await PetitionAsync(desk);
        await desk.Get<StoreLaw>().RunAsync(new LegalEdit(petition.Code, petition.Version, petition.Definition with { Amount = 12 }), Admin, CancellationToken.None);
        var number = (await desk.FileAsync()).Number;
        await other.ReplyAsync(number);
        Assert.Equal(12, (await LegalAsync(desk, number)).Amount);
    }

    [SkippableTheory, Engines]
    public async Task The_newest_way_of_filing_holds_and_the_older_ones_stay(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var store = desk.Get<StoreLaw>();
        var health = FilingPractice.Safe with { Regime = "supersalud", Offered = ["ley1755"], AfterHours = AfterHours.NextBusinessDay, CutOff = TimeSpan.FromHours(17.5) };
        Assert.Null((await store.RunAsync(health, Admin, CancellationToken.None)).Problem);
        var hours = await desk.TicketAsync((await desk.FileAsync(Samples.Filing with { PriorityOverride = Priority.High, PriorityReason = "Riesgo vital." })).Number);
        Assert.Null((await store.RunAsync(FilingPractice.Safe, Admin, CancellationToken.None)).Problem);
        var days = await desk.TicketAsync((await desk.FileAsync()).Number);

        Assert.Equal(("supersalud", "ley1755"), (hours.Regime, days.Regime));
        Assert.Equal(hours.FiledAt.AddHours(24), hours.Deadlines.Single(deadline => deadline.Kind == DeadlineKind.LegalAnswer).DueAt);
        var law = await desk.Get<ReadLaw>().RunAsync(CancellationToken.None);
        Assert.Equal([AfterHours.SameDate, AfterHours.NextBusinessDay], law.Practices.Select(version => version.Practice.AfterHours));
        Assert.Equal((TimeSpan.FromHours(17.5), "ley1755"), (law.Practices[1].Practice.CutOff, Assert.Single(law.Practices[1].Practice.Offered)));
    }

    [Fact]
    public async Task What_is_wrong_is_not_stored_and_only_administrators_store()
    {
        await using var desk = await TestDesk.StartAsync();
        var petition = await PetitionAsync(desk);
        var edit = new LegalEdit(petition.Code, petition.Version, petition.Definition with { Amount = 0 });
        Assert.Equal("amount", (await desk.Get<StoreLaw>().RunAsync(edit, Admin, CancellationToken.None)).Problem?.Field);
        foreach (var role in new[] { Role.Agent, Role.Lead, Role.Manager })
        {
            var denied = await desk.Get<StoreLaw>().RunAsync(edit with { Definition = petition.Definition with { Amount = 12 } }, Samples.Someone(role), CancellationToken.None);
            Assert.Equal(LegalProblemCode.NotAllowed, denied.Problem?.Code);
        }

        Assert.Equal(ShippedLaw.Rules().Count, (await desk.BookAsync()).Law.All.Count);
    }

    [SkippableTheory, Engines]
    public async Task A_filing_names_a_regime_that_the_desk_offers_and_no_other(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await desk.Get<StoreLaw>().RunAsync(FilingPractice.Safe with { Offered = ["ley1581"] }, Admin, CancellationToken.None);
        var data = await desk.TicketAsync((await desk.FileAsync(Samples.Filing with { Kind = TicketKind.Inquiry, Regime = "ley1581" })).Number);
        Assert.Equal(("ley1581", 10), (data.Regime, data.Deadlines.Single(deadline => deadline.Kind == DeadlineKind.LegalAnswer).Amount));
        Assert.Equal(new Refusal(RefusalCode.RegimeUnknown, "Regime", "crc"), (await desk.TryFileAsync(Samples.Filing with { Regime = "crc" })).Refusal);
    }

    private static async Task<LegalRule> PetitionAsync(TestDesk desk) => (await desk.BookAsync()).Law.Find("ley1755.peticion", new(2026, 3, 3))!;

    private static async Task<Deadline> LegalAsync(TestDesk desk, string number) =>
        (await desk.TicketAsync(number)).Deadlines.Single(deadline => deadline.Kind == DeadlineKind.LegalAnswer);
}
