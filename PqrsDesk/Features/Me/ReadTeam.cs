using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Infrastructure.Persistence.Kpis;

namespace PqrsDesk.Features.Me;

/// <summary>Reads the results of everybody at once: one question for all who look at their own.</summary>
public sealed class ReadTeam(KpiReader kpis)
{
    /// <summary>How far back one can look; today is one of the days.</summary>
    public static IReadOnlyList<int> Spans { get; } = [7, 30, 90];

    public const int Usual = 30;

    /// <summary>Deadlines pass without any change.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <summary>Results of weeks may be some seconds old.</summary>
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(5);

    public LiveQuestion<Team> Question(int days) => new(new TeamOf(days), (db, cancel) => RunAsync(db, days, cancel))
    {
        Every = Every,
        Calm = Calm,
        Concerns = change => change.Moved || change.Happened.Any(each => each is TicketEvent.Replied or TicketEvent.Answered or TicketEvent.AnsweredTogether or TicketEvent.Closed
            or TicketEvent.Reopened or TicketEvent.SolutionJudged or TicketEvent.DeadlineBreached or TicketEvent.Withdrawn or TicketEvent.Transferred or TicketEvent.Voided or TicketEvent.Merged),
    };

    public async Task<Team> RunAsync(DeskDb db, int days, CancellationToken cancel)
    {
        await using var reading = await kpis.OverAsync(db, null);
        var period = new Period(reading.Today.AddDays(1 - days), reading.Today);
        return new(
            reading.CutOf(period),
            await reading.PeopleAsync(period, cancel),
            await db.Staff.Where(member => member.Active).ToDictionaryAsync(member => member.Id, member => member.AreaId, cancel),
            await db.Areas.ToDictionaryAsync(area => area.Id, area => area.Name, cancel));
    }

    private sealed record TeamOf(int Days);
}
