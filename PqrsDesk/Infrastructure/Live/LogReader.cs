using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Live;

/// <summary>A line of the log, and where its ticket stands now.</summary>
public sealed record LogLine(LoggedEvent Line, string Number, int AreaId, int? OwnerId, int? WorkQueueId, int Version)
{
    /// <summary>Its place among all lines of all tickets, in the order of the commits.</summary>
    public long Position => Line.Id;

    public bool ChangesArea => Line.Event.ChangesArea;

    public bool ChangesQueue => Line.Event.ChangesQueue;

    public bool ChangesOwner => Line.Event.ChangesOwner;
}

/// <summary>Reads the log of all tickets by position, as it was committed.</summary>
public sealed class LogReader(IDbContextFactory<DeskDb> desk)
{
    /// <summary>The position of the last line; 0 while there is none.</summary>
    public async Task<long> EndAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.Events.MaxAsync(line => (long?)line.Id, cancel) ?? 0;
    }

    /// <param name="most">So many lines at once; as many come back when there may be more.</param>
    public async Task<List<LogLine>> AfterAsync(long position, int most, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var lines = await db.Events.AsNoTracking().Where(line => line.Id > position).OrderBy(line => line.Id).Take(most)
            .Join(db.Tickets, line => line.TicketId, ticket => ticket.Id, (line, ticket) => new LogLine(line, ticket.Number, ticket.AreaId, ticket.OwnerId, ticket.WorkQueueId, ticket.Version))
            .ToListAsync(cancel);
        lines.Sort((one, other) => one.Position.CompareTo(other.Position));
        return lines;
    }
}
