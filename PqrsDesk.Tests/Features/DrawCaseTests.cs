using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Routing;
using PqrsDesk.Features.Skills;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features;

public sealed class DrawCaseTests
{
    [SkippableTheory, Engines]
    public async Task Many_who_ask_at_once_are_never_handed_the_same(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await using var other = desk.AnotherNode();
        var agents = new List<StaffMember>();
        for (var hired = 0; hired < 6; hired++) agents.Add(await desk.HireAsync($"Agente {hired}"));
        for (var filed = 0; filed < 14; filed++) await desk.FileAsync();

        var drawn = await Task.WhenAll(Enumerable.Range(0, 18).Select(turn => Task.Run(() => DrawAsync(turn % 2 == 0 ? desk : other, agents[turn % 6]))));

        var given = drawn.OfType<DrawOutcome.Given>().Select(each => each.Number).ToList();
        Assert.Equal(14, given.Count);
        Assert.Equal(14, given.Distinct().Count());
        Assert.Equal(4, drawn.OfType<DrawOutcome.Empty>().Count());
    }

    [SkippableTheory, Engines]
    public async Task The_one_that_is_due_first_and_fits_is_handed_out_and_its_log_says_why(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var ana = await desk.HireAsync();
        var early = (await desk.FileAsync(Samples.Filing with { Kind = TicketKind.Petition })).Number;
        desk.Clock.Advance(TimeSpan.FromMinutes(10));
        var claim = (await desk.FileAsync()).Number;
        await KnowsAsync(desk, ana, SkillKind.Kind, ((int)TicketKind.Claim).ToString(System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(new DrawOutcome.Given(claim), await DrawAsync(desk, ana));

        var why = (await desk.LogAsync(claim)).OfType<TicketEvent.Assigned>().Single().Drawn!;
        Assert.Equal((1, (await desk.TicketAsync(claim)).NextDueAt), (why.Before, why.DueAt?.ToUniversalTime()));
        Assert.Contains(new SkillMatch(SkillKind.Kind, "Claim"), why.Fits);
        Assert.Equal(new DrawOutcome.NothingFits((await desk.ReadAsync(db => db.Tickets.Waiting().FirstAsync(1, CancellationToken.None)))[0]), await DrawAsync(desk, ana));
        Assert.Null((await desk.TicketAsync(early)).OwnerId);
    }

    [SkippableTheory, Engines]
    public async Task What_fits_is_the_same_to_the_domain_and_to_the_store(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var ana = await desk.HireAsync();
        var billing = await desk.OpenAreaAsync();
        var topic = await desk.AddAsync(new Topic { Name = "Cobros" });
        var sub = await desk.AddAsync(new Topic { Name = "Doble", ParentId = topic.Id });
        Filing[] filings =
        [
            Samples.Filing,
            Samples.Filing with { Kind = TicketKind.Petition, Channel = Channel.Email },
            Samples.Filing with { Topic = "Cobros › Doble", Language = "es" },
            Samples.Filing with { Topic = "Otro", Language = "en" },
            Samples.Filing with { AreaId = billing.Id, Urgency = Urgency.High, Impact = Impact.High },
            Samples.Filing with { AreaId = billing.Id, Topic = "Cobros", Urgency = Urgency.High, Impact = Impact.High },
        ];
        foreach (var filing in filings) await desk.FileAsync(filing);
        AgentSkill[][] people =
        [
            [],
            [Skill(SkillKind.Topic, topic.Id, SkillLevel.Able)],
            [Skill(SkillKind.Topic, sub.Id, SkillLevel.Expert), Skill(SkillKind.Area, billing.Id, SkillLevel.Learning)],
            [Skill(SkillKind.Kind, (int)TicketKind.Claim, SkillLevel.Learning), Skill(SkillKind.Area, billing.Id, SkillLevel.Expert), Skill(SkillKind.Area, Samples.FirstArea, SkillLevel.Able)],
            [Skill(SkillKind.Channel, (int)Channel.Email, SkillLevel.Able)],
            [new() { StaffId = ana.Id, Kind = SkillKind.Language, Value = "es", Level = SkillLevel.Able }],
            [Skill(SkillKind.Queue, 1, SkillLevel.Able)],
        ];
        var book = await desk.Get<RoutingShelf>().BookAsync();
        var seen = new HashSet<string>();
        foreach (var skills in people)
        {
            foreach (var level in Enum.GetValues<SkillLevel>())
            {
                var set = SkillSet.Of(ana, skills, level, book);
                var stored = await desk.ReadAsync(db => db.Tickets.Asking(level).Fitting(set).FirstAsync(50, CancellationToken.None));
                var all = await desk.ReadAsync(db => Task.FromResult(db.Tickets.ToList()));
                Assert.Equal(all.Where(ticket => SkillSet.Needed(ticket) == level && set.Fits(ticket)).Select(ticket => ticket.Number).Order(), stored.Select(each => each.Number).Order());
                seen.Add(string.Join(',', stored.Select(each => each.Number).Order()));
            }
        }

        Assert.True(seen.Count >= 5, $"Only {seen.Count} answers differ.");

        AgentSkill Skill(SkillKind kind, int value, SkillLevel level) => new() { StaffId = ana.Id, Kind = kind, Value = value.ToString(System.Globalization.CultureInfo.InvariantCulture), Level = level };
    }

    [Fact]
    public async Task High_priority_asks_for_who_can_and_what_waits_for_a_lead_for_an_expert()
    {
        await using var desk = await TestDesk.StartAsync();
        var ana = await desk.HireAsync();
        var number = (await desk.FileAsync(Samples.Filing with { Urgency = Urgency.High, Impact = Impact.High })).Number;
        await KnowsAsync(desk, ana, SkillKind.Kind, "3", SkillLevel.Learning);
        Assert.Equal(TicketKind.Claim, (TicketKind)3);
        Assert.IsType<DrawOutcome.NothingFits>(await DrawAsync(desk, ana));

        await KnowsAsync(desk, ana, SkillKind.Kind, "3", SkillLevel.Able);
        Assert.Equal(new DrawOutcome.Given(number), await DrawAsync(desk, ana));
    }

    [Fact]
    public async Task Whoever_is_away_or_has_enough_is_told_so_and_handed_nothing()
    {
        await using var desk = await TestDesk.StartAsync();
        var (ana, beto) = (await desk.HireAsync(), await desk.HireAsync("Beto Cruz"));
        var admin = Samples.Someone(Role.Admin);
        for (var filed = 0; filed < 3; filed++) await desk.FileAsync();
        Assert.Null(await desk.Get<KeepSkills>().LimitAsync(ana.Id, 1, admin, CancellationToken.None));

        Assert.IsType<DrawOutcome.Given>(await DrawAsync(desk, ana));
        Assert.Equal(new DrawOutcome.Full(1, 1), await DrawAsync(desk, ana));

        var today = DateOnly.FromDateTime(desk.Clock.Now.UtcDateTime);
        Assert.Null((await desk.Get<KeepAbsences>().AddAsync(beto.Id, new AbsenceForm { From = today.AddDays(-1), To = today.AddDays(1) }, admin, CancellationToken.None)).Problem);
        Assert.IsType<DrawOutcome.Away>(await DrawAsync(desk, beto));
        Assert.IsType<DrawOutcome.NotOfTheStaff>(await desk.Get<DrawCase>().RunAsync(0, admin, CancellationToken.None));
    }

    [Fact]
    public async Task What_waits_on_the_petitioner_or_is_set_aside_leaves_room_for_another()
    {
        await using var desk = await TestDesk.StartAsync();
        var ana = await desk.HireAsync();
        for (var filed = 0; filed < 3; filed++) await desk.FileAsync();
        await desk.Get<KeepSkills>().LimitAsync(ana.Id, 1, Samples.Someone(Role.Admin), CancellationToken.None);

        var first = Assert.IsType<DrawOutcome.Given>(await DrawAsync(desk, ana)).Number;
        await desk.WaitAsync(first, by: Actor.Staff(ana));
        var second = Assert.IsType<DrawOutcome.Given>(await DrawAsync(desk, ana)).Number;
        await desk.ChangeAsync(second, (ticket, book, now) => ticket.Snooze(now.At.AddMinutes(30), null, book, now), Actor.Staff(ana));
        Assert.IsType<DrawOutcome.Given>(await DrawAsync(desk, ana));
    }

    [Fact]
    public async Task Leads_keep_the_skills_of_their_area_and_nobody_invents_one()
    {
        await using var desk = await TestDesk.StartAsync();
        var billing = await desk.OpenAreaAsync();
        var (ana, lead, stranger) = (await desk.HireAsync(), await desk.HireAsync("Lía Vega", Role.Lead), await desk.HireAsync("Leo Paz", Role.Lead, billing.Id));
        var keep = desk.Get<KeepSkills>();

        Assert.Null(await keep.SetAsync(ana.Id, SkillKind.Language, "en", SkillLevel.Expert, Actor.Staff(lead), CancellationToken.None));
        Assert.Equal(SkillProblem.NotAllowed, await keep.SetAsync(ana.Id, SkillKind.Language, "en", SkillLevel.Expert, Actor.Staff(stranger), CancellationToken.None));
        Assert.Equal(SkillProblem.NotAllowed, await keep.SetAsync(ana.Id, SkillKind.Language, "en", SkillLevel.Expert, Actor.Staff(ana), CancellationToken.None));
        foreach (var (kind, value) in ((SkillKind, string)[])[(SkillKind.Topic, "99"), (SkillKind.Language, "<script>"), (SkillKind.Area, "-1"), (SkillKind.Kind, "77"), (SkillKind.Channel, "\0"), ((SkillKind)9, "1")])
            Assert.Equal(SkillProblem.Unknown, await keep.SetAsync(ana.Id, kind, value, SkillLevel.Able, Actor.Staff(lead), CancellationToken.None));
        Assert.Equal(SkillProblem.LimitWrong, await keep.LimitAsync(ana.Id, 1_000, Actor.Staff(lead), CancellationToken.None));
        Assert.Equal(["Ana Restrepo", "Lía Vega"], (await keep.ReadAsync(Actor.Staff(lead), CancellationToken.None)).Kept.Select(member => member.Name));
    }

    private static Task<DrawOutcome> DrawAsync(TestDesk desk, StaffMember member) => desk.Get<DrawCase>().RunAsync(member.Id, Actor.Staff(member), CancellationToken.None);

    private static async Task KnowsAsync(TestDesk desk, StaffMember member, SkillKind kind, string value, SkillLevel level = SkillLevel.Able) =>
        Assert.Null(await desk.Get<KeepSkills>().SetAsync(member.Id, kind, value, level, Samples.Someone(Role.Admin), CancellationToken.None));
}
