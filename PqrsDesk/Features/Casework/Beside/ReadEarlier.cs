using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework.Beside;

/// <summary>What an earlier case has in common with the one that is worked on.</summary>
public enum Common
{
    Petitioner = 1,
    Topic = 2,
    Product = 3,
}

public sealed record EarlierCase(string Number, TicketKind Kind, string Subject, TicketStatus Status, DateTimeOffset FiledAt);

/// <summary>The cases of before, by what they have in common; nothing of what is not common to any.</summary>
public sealed record EarlierCases(IReadOnlyDictionary<Common, IReadOnlyList<EarlierCase>> By);

/// <summary>Reads them when somebody opens them, and not before.</summary>
public sealed class ReadEarlier(IDbContextFactory<DeskDb> desk)
{
    public const int Listed = 20;

    /// <returns>Null when there is no such case for that reader.</returns>
    public async Task<EarlierCases?> RunAsync(string radicado, Reader reader, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var tickets = db.Tickets.VisibleTo(reader);
        if (await tickets.Where(t => t.Number == radicado).Select(t => new { t.Id, t.PetitionerId, t.ReservedIdentity, t.Topic, t.Product, t.FiledAt }).SingleOrDefaultAsync(cancel) is not { } own) return null;
        var before = tickets.Where(t => t.Id != own.Id && t.FiledAt <= own.FiledAt);
        var by = new Dictionary<Common, IReadOnlyList<EarlierCase>>();

        // That two cases are of one person says who it is, where either keeps it back.
        if (own.PetitionerId is { } petitioner && !own.ReservedIdentity) await AddAsync(Common.Petitioner, before.Where(t => t.PetitionerId == petitioner && !t.ReservedIdentity));
        if (own.Topic is { } topic) await AddAsync(Common.Topic, before.Where(t => t.Topic == topic));
        if (own.Product is { } product) await AddAsync(Common.Product, before.Where(t => t.Product == product));
        return new(by);

        async Task AddAsync(Common common, IQueryable<Ticket> which) => by[common] = await which.OrderByDescending(t => t.FiledAt).ThenByDescending(t => t.Id).Take(Listed)
            .Select(t => new EarlierCase(t.Number, t.Kind, t.Subject, t.Status, t.FiledAt)).ToListAsync(cancel);
    }
}
