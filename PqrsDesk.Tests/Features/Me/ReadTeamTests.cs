using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Infrastructure.Persistence.Kpis;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Me;

public sealed class ReadTeamTests
{
    [SkippableTheory, Engines]
    public async Task Each_number_is_what_its_list_has_and_what_the_rules_of_the_desk_say(Engine engine)
    {
        await using var lived = await LivedDesk.StartAsync(engine);
        var desk = lived.Desk;
        var midnight = (await desk.BookAsync()).Midnight(lived.Now);
        var owners = await desk.ReadAsync(db => db.Tickets.ToDictionaryAsync(t => t.Number, t => t.OwnerId));
        foreach (var days in ReadTeam.Spans)
        {
            var team = await ReadAsync(desk, days);
            var facts = await FactsAsync(desk, team.Cut.Period);
            foreach (var member in team.AreaOf.Keys)
            {
                var (results, lists) = (team.For(member), new MyLists(team.Cut));
                var mine = results.Mine;
                var theirs = facts.Where(fact => owners[fact.FilingNumber] == member).ToList();
                Assert.Equal(theirs.Count(team.Cut.Answered), mine.Answered);
                Assert.Equal(theirs.Select(team.Cut.InTime).OfType<bool>().Count(inTime => inTime), mine.Resolution.InTime);
                Assert.Equal(theirs.Select(team.Cut.InTime).OfType<bool>().Count(inTime => !inTime), mine.Resolution.Late);
                Assert.Equal(theirs.Select(team.Cut.FirstReplyInTime).OfType<bool>().Count(inTime => !inTime), mine.FirstResponse.Late);
                Assert.Equal(theirs.Count(team.Cut.Closed), mine.Closed);
                foreach (var (count, list) in new[]
                {
                    (mine.Answered, lists.Answered), (mine.Resolution.InTime, lists.AnsweredInTime), (mine.Resolution.AnsweredLate, lists.AnsweredLate), (mine.Resolution.OpenOverdue, lists.OpenOverdue),
                    (mine.FirstResponse.InTime, lists.RepliedInTime), (mine.FirstResponse.AnsweredLate, lists.RepliedLate), (mine.FirstResponse.OpenOverdue, lists.OwedReply),
                    (mine.Closed, lists.Closed), (mine.ClosedReopened, lists.ClosedReopened),
                })
                {
                    var rows = await desk.ReadAsync(db => db.Tickets.Matching(FilterAddress.Read(FilterAddress.Of(list)).For(member), lived.Now, midnight).CountAsync());
                    Assert.True(rows == count, $"{days} days of {member}: {FilterAddress.Of(list)} lists {rows}, and the number says {count}.");
                }
            }

            Assert.True(team.People.Sum(person => person.Answered) > 0);
        }
    }

    [Fact]
    public async Task The_team_is_the_area_and_says_nobodys_own_number()
    {
        await using var desk = await TestDesk.StartAsync();
        var other = await desk.OpenAreaAsync();
        var ana = await desk.HireAsync();
        var stranger = await desk.HireAsync("De otra área", areaId: other.Id);
        await AnswerAsync(desk, stranger, 200);
        foreach (var minutes in new[] { 10, 20 }) await AnswerAsync(desk, await desk.HireAsync($"Persona {minutes}"), minutes);
        await AnswerAsync(desk, ana, 5);

        var few = (await ReadAsync(desk, 30)).For(ana.Id);
        Assert.Equal(5, few.Mine[PersonKpi.FirstReplyTime]);
        Assert.Equal(new TeamMedian(null, 2), few.Team[PersonKpi.FirstReplyTime]);

        await AnswerAsync(desk, await desk.HireAsync("Persona 60"), 60);
        Assert.Equal(new TeamMedian(30, 3), (await ReadAsync(desk, 30)).For(ana.Id).Team[PersonKpi.FirstReplyTime]);

        // Of whoever has no area all the others are the team; who left is in none.
        var boss = await desk.AddAsync(new StaffMember { Name = "Sin área", Email = "sin@example.org", Role = Role.Manager });
        Assert.Equal(5, (await ReadAsync(desk, 30)).For(boss.Id).Team[PersonKpi.FirstReplyTime].Others);
        await desk.Get<DeskWriter>().RunAsync(db => db.Staff.Where(member => member.Id == ana.Id).ExecuteUpdateAsync(set => set.SetProperty(member => member.Active, false)), CancellationToken.None);
        Assert.Equal(4, (await ReadAsync(desk, 30)).For(boss.Id).Team[PersonKpi.FirstReplyTime].Others);
        Assert.True((await ReadAsync(desk, 30)).For(boss.Id).Mine is { Answered: 0 });
    }

    private static async Task AnswerAsync(TestDesk desk, StaffMember by, int minutes)
    {
        var number = (await desk.FileAsync()).Number;
        await desk.TakeAsync(number, by);
        desk.Clock.Advance(TimeSpan.FromMinutes(minutes));
        await desk.ReplyAsync(number, by: Actor.Staff(by));
        await desk.AnswerAsync(number, by: Actor.Staff(by));
    }

    private static async Task<List<TicketFact>> FactsAsync(TestDesk desk, Period period)
    {
        await using var reading = await desk.Get<KpiReader>().OpenAsync(null, CancellationToken.None);
        List<TicketFact> facts = [];
        await foreach (var fact in reading.FactsAsync(period)) facts.Add(fact);
        return facts;
    }

    private static Task<Team> ReadAsync(TestDesk desk, int days) => desk.ReadAsync(db => desk.Get<ReadTeam>().RunAsync(db, days, CancellationToken.None));
}
