using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Starting;

/// <summary>What ships is laid once, also into a desk that is older than it, and touches nothing of an administrator's.</summary>
public sealed class StandardLawTests
{
    [SkippableTheory, Engines]
    public async Task A_desk_without_rules_gets_them_and_keeps_its_tickets_as_they_were(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var number = (await desk.FileAsync()).Number;
        var due = (await LegalAsync(desk, number)).DueAt;
        await desk.Get<DeskWriter>().RunAsync(async db => await db.LegalRules.ExecuteDeleteAsync() + await db.Deadlines.ExecuteUpdateAsync(set => set.SetProperty(deadline => deadline.LegalRuleId, (int?)null)), CancellationToken.None);

        for (var start = 0; start < 2; start++) await desk.Get<StandardLaw>().LayAsync(CancellationToken.None);

        Assert.Equal(
            ShippedLaw.Rules().Select(rule => (rule.Code, rule.Version)).Order(),
            (await desk.ReadAsync(db => db.LegalRules.ToListAsync())).Select(rule => (rule.Code, rule.Version)).Order());
        await desk.ChangeAsync(number, (ticket, book, now) => ticket.RequestCompletion("Falta la factura.", book, now));
        Assert.True((await LegalAsync(desk, number)).IsPaused);
        await desk.HearAsync(number);
        Assert.True((await LegalAsync(desk, number)) is { Amount: 15, LegalRuleId: null, IsPaused: false } legal && legal.DueAt >= due);
    }

    [SkippableTheory, Engines]
    public async Task A_rule_of_a_later_release_is_added_and_an_administrators_stays(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await desk.Get<DeskWriter>().RunAsync(db => db.LegalRules.Where(rule => rule.Code == "crc.pqr" || rule.Code == "sfc.queja").ExecuteDeleteAsync(), CancellationToken.None);
        var mine = ShippedLaw.Rules().Single(rule => rule.Code == "crc.pqr").Definition with { Amount = 9 };
        await desk.AddAsync(new LegalRule { Code = "crc.pqr", Version = 7, Definition = mine, MadeBy = "Zoe", MadeAt = TestClock.Tuesday });

        await desk.Get<StandardLaw>().LayAsync(CancellationToken.None);

        var law = (await desk.BookAsync()).Law;
        Assert.Equal((7, 9), law.InForce.Where(rule => rule.Code == "crc.pqr").Select(rule => (rule.Version, rule.Definition.Amount)).Single());
        Assert.NotNull(law.Find("sfc.queja", new(2026, 3, 3)));
    }

    private static async Task<Deadline> LegalAsync(TestDesk desk, string number) =>
        (await desk.TicketAsync(number)).Deadlines.Single(deadline => deadline.Kind == DeadlineKind.LegalAnswer);
}
