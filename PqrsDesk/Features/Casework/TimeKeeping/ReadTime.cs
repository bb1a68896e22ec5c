using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework.TimeKeeping;

/// <summary>By what the time of a month is added up.</summary>
public enum TimeBy
{
    /// <summary>Not at all: each entry by itself.</summary>
    Entry = 1,
    Person = 2,
    Case = 3,
}

/// <summary>A line of a month's time.</summary>
/// <param name="On">Null where several days are added up.</param>
/// <param name="Person">Null where several people are.</param>
/// <param name="Number">The radicado; null where several cases are.</param>
/// <param name="Entries">How many are added up.</param>
public sealed record TimeLine(DateOnly? On, string? Person, string? Number, string? Subject, string? Area, int Minutes, int Entries, string? What, bool? Timed, bool? Corrected);

/// <summary>What people spent in a month, by the local day on which they spent it.</summary>
public sealed class ReadTime(IDbContextFactory<DeskDb> desk)
{
    /// <summary>One at a time: a large house has many.</summary>
    public async IAsyncEnumerable<TimeLine> RunAsync(DateOnly from, DateOnly to, TimeBy by, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var spent = db.SpentTimes.AsNoTracking().Where(time => time.On >= from && time.On <= to && time.Minutes > 0);
        var lines = by switch
        {
            TimeBy.Person => spent.GroupBy(time => new { time.StaffId, time.By })
                .Select(one => new { one.Key.By, Minutes = one.Sum(time => time.Minutes), Entries = one.Count() })
                .OrderByDescending(one => one.Minutes).ThenBy(one => one.By)
                .Select(one => new TimeLine(null, one.By, null, null, null, one.Minutes, one.Entries, null, null, null)),
            TimeBy.Case => spent.GroupBy(time => time.TicketId)
                .Select(one => new { TicketId = one.Key, Minutes = one.Sum(time => time.Minutes), Entries = one.Count() })
                .Join(db.Tickets, one => one.TicketId, ticket => ticket.Id, (one, ticket) => new { one.Minutes, one.Entries, ticket.Number, ticket.Subject, Area = ticket.Area!.Name })
                .OrderByDescending(one => one.Minutes).ThenBy(one => one.Number)
                .Select(one => new TimeLine(null, null, one.Number, one.Subject, one.Area, one.Minutes, one.Entries, null, null, null)),
            _ => spent.OrderBy(time => time.On).ThenBy(time => time.TicketId).ThenBy(time => time.Number)
                .Join(db.Tickets, time => time.TicketId, ticket => ticket.Id, (time, ticket) => new { Time = time, ticket.Number, ticket.Subject, Area = ticket.Area!.Name })
                .OrderBy(line => line.Time.On).ThenBy(line => line.Time.TicketId).ThenBy(line => line.Time.Number)
                .Select(line => new TimeLine(line.Time.On, line.Time.By, line.Number, line.Subject, line.Area, line.Time.Minutes, 1, line.Time.What, line.Time.Timed, line.Time.Corrected)),
        };
        await foreach (var line in lines.AsAsyncEnumerable().WithCancellation(cancel)) yield return line;
    }
}
