using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Care;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Casework.Care;

/// <summary>Steps and reviews on a stored case, on both engines.</summary>
public sealed class CareForTicketTests
{
    [SkippableTheory, Engines]
    public async Task An_answer_is_proposed_with_its_files_returned_approved_and_sent(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await desk.CareAsync(CareHouse.Reviewed());
        var (ana, lead) = (await desk.HireAsync(), await desk.HireAsync("Lía Vega", Role.Lead));
        var number = (await desk.FileAsync()).Number;
        await desk.TakeAsync(number, ana);
        var (one, two) = (await desk.StoreAsync(), await desk.StoreAsync("acta.pdf"));

        Assert.Equal(Decision.Ok, await desk.CareForAsync(number, new CareAct.Propose("Hola\0 mundo.", [one], "Para hoy."), Actor.Staff(ana)));
        Assert.Equal(RefusalCode.AnswerNotApproved, await RefusedAsync(desk, number, new CareAct.SendApproved(), ana));
        Assert.Equal(Decision.Ok, await desk.CareForAsync(number, new CareAct.Return("Falta el acta."), Actor.Staff(lead)));

        // What was proposed before goes along, and is attached once.
        Assert.Equal(Decision.Ok, await desk.CareForAsync(number, new CareAct.Propose(CareHouse.Text, [two]), Actor.Staff(ana)));
        Assert.Equal(2, (await desk.LogAsync(number)).OfType<TicketEvent.FileAttached>().Count());
        Assert.DoesNotContain(await desk.LogAsync(number), happened => happened is TicketEvent.FileAttached { ForPetitioner: true });
        Assert.Equal(RefusalCode.AnswerNotApproved, Code(await desk.TryAsync(number, (t, book, now) => t.Answer(CareHouse.Text, book, now))));
        Assert.Equal(Decision.Ok, await desk.CareForAsync(number, new CareAct.Approve("Bien.", null), Actor.Staff(lead)));
        Assert.Equal(Decision.Ok, await desk.CareForAsync(number, new CareAct.SendApproved(), Actor.Staff(ana)));

        var ticket = await desk.TicketAsync(number);
        var answer = ticket.Events.Select(line => line.Event).OfType<TicketEvent.Answered>().Single();
        Assert.Equal((TicketStatus.Answered, CareHouse.Text, null), (ticket.Status, answer.Text, ticket.ReviewStage));
        Assert.Equal(new[] { one.Id, two.Id }.Order(), answer.FileIds!.Order());
        Assert.Equal(2, ticket.Events.Count(line => line.Event is TicketEvent.FileAttached { ForPetitioner: true }));
        Assert.Equal(TicketWords.Of(ticket), TicketWords.Of(Ticket.Rebuild(ticket.Events, await desk.BookAsync())));
    }

    [Fact]
    public async Task Where_the_rule_says_so_the_approval_sends_and_refuses_with_it()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.CareAsync(new CareDefinition { Reviews = [new() { SendsOnApproval = true }] });
        var (ana, lead) = (await desk.HireAsync(), await desk.HireAsync("Lía Vega", Role.Lead));
        var number = (await desk.FileAsync()).Number;
        await desk.ProposeAsync(number, ana);

        // Not investigated: neither approved nor sent.
        Assert.Equal(RefusalCode.NotInvestigated, await RefusedAsync(desk, number, new CareAct.Approve(null, null), lead));
        Assert.Equal(ReviewStage.Proposed, (await desk.TicketAsync(number)).ReviewStage);
        Assert.Equal(Decision.Ok, await desk.CareForAsync(number, new CareAct.Complete(CareStep.Investigate, null, new("Fue así.", null, null)), Actor.Staff(ana)));
        Assert.Equal(Decision.Ok, await desk.CareForAsync(number, new CareAct.Approve(null, null), Actor.Staff(lead)));
        Assert.Equal(TicketStatus.Answered, (await desk.TicketAsync(number)).Status);
    }

    [Fact]
    public async Task Reviewers_and_authors_are_told_and_nobody_of_what_they_did_themselves()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.CareAsync(CareHouse.Reviewed());
        var other = await desk.OpenAreaAsync();
        var (ana, lead, far) = (await desk.HireAsync(), await desk.HireAsync("Lía Vega", Role.Lead), await desk.HireAsync("Leo Mora", Role.Lead, other.Id));
        var number = (await desk.FileAsync()).Number;
        await desk.ProposeAsync(number, ana);
        Assert.Equal([lead.Id], await ToldAsync(desk));
        await desk.CareForAsync(number, new CareAct.Revise("Otro texto.", null), Actor.Staff(lead));
        await desk.CareForAsync(number, new CareAct.Return("Falta la fecha."), Actor.Staff(lead));
        await desk.ProposeAsync(number, ana, "Con fecha.");
        await desk.CareForAsync(number, new CareAct.Approve(null, null), Actor.Staff(far));
        Assert.Equal([lead.Id, ana.Id, ana.Id, lead.Id, ana.Id], await ToldAsync(desk));

        await desk.CareAsync(CareHouse.Reviewed(new() { ApproverId = far.Id }));
        await desk.ProposeAsync((await desk.FileAsync()).Number, ana);
        Assert.Equal(far.Id, (await ToldAsync(desk))[^1]);
    }

    [Fact]
    public async Task The_petitioner_and_the_search_see_nothing_of_it_before_it_is_sent()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.CareAsync(CareHouse.Reviewed());
        var number = (await desk.FileAsync()).Number;
        await desk.ProposeAsync(number, await desk.HireAsync(), "Zarzuela.");
        await desk.CareForAsync(number, new CareAct.Complete(CareStep.Investigate, null, new("Mandarina.", null, null)), Samples.Someone());
        var log = await desk.LogAsync(number);
        Assert.DoesNotContain("zarzuela", SearchedWords.Of(log).Body);
        Assert.DoesNotContain("mandarina", SearchedWords.Of(log).Body);
        Assert.All((await desk.TicketAsync(number)).Events.Skip(1), line => Assert.Null(Portal.PublicLine.Of(line)));
    }

    private static Task<List<int>> ToldAsync(TestDesk desk) => desk.ReadAsync(db => db.Notices.OrderBy(notice => notice.Id).Select(notice => notice.StaffId).ToListAsync());

    private static async Task<RefusalCode> RefusedAsync(TestDesk desk, string number, CareAct act, StaffMember by) => Code(await desk.CareForAsync(number, act, Actor.Staff(by)));

    private static RefusalCode Code(Decision decision) => Assert.IsType<Decision.Refused>(decision).Refusal.Code;
}
