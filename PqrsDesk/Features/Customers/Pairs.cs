using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Customers;

/// <summary>One of two that may be one.</summary>
public sealed record PairSide(int Id, string Name, string? Document, string? Email, string? Telephone, string? Customer, int Cases);

/// <summary>Two that may be one, and why.</summary>
public sealed record PairLine(PairSide First, PairSide Second, PairReasons Reasons, int Weight);

/// <summary>Two that somebody said are two.</summary>
public sealed record ApartLine(int FirstId, string First, int SecondId, string Second, DateTimeOffset At, string By);

/// <summary>What the page of duplicates shows.</summary>
/// <param name="Reading">Some have not been held against the others yet.</param>
/// <param name="More">There are others behind them.</param>
public sealed record PairList(IReadOnlyList<PairLine> Pairs, IReadOnlyList<ApartLine> Apart, bool More, bool Reading);

/// <summary>Reads pairs that may be one, the most probable first.</summary>
public sealed class ReadPairs(IDbContextFactory<DeskDb> desk)
{
    public const int Page = 30;
    private const int ApartShown = 20;

    public async Task<PairList> RunAsync(PartyKind kind, int page, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var pairs = await db.PartyPairs.AsNoTracking().Where(pair => pair.Kind == kind && pair.ToldApartAt == null)
            .OrderByDescending(pair => pair.Weight).ThenByDescending(pair => pair.FirstId).ThenByDescending(pair => pair.SecondId).Skip(Page * (page - 1)).Take(Page + 1).ToListAsync(cancel);
        var apart = await db.PartyPairs.AsNoTracking().Where(pair => pair.Kind == kind && pair.ToldApartAt != null).OrderByDescending(pair => pair.ToldApartAt).Take(ApartShown).ToListAsync(cancel);
        var ids = pairs.Concat(apart).SelectMany(pair => new[] { pair.FirstId, pair.SecondId }).Distinct().ToArray();
        var sides = await SidesAsync(db, kind, ids, cancel);
        return new(
            [.. from pair in pairs.Take(Page) where sides.ContainsKey(pair.FirstId) && sides.ContainsKey(pair.SecondId) select new PairLine(sides[pair.FirstId], sides[pair.SecondId], pair.Reasons, pair.Weight)],
            [.. from pair in apart where sides.ContainsKey(pair.FirstId) && sides.ContainsKey(pair.SecondId) select new ApartLine(pair.FirstId, sides[pair.FirstId].Name, pair.SecondId, sides[pair.SecondId].Name, pair.ToldApartAt!.Value, pair.ToldApartBy ?? "")],
            pairs.Count > Page, await IsReadingAsync(db, kind, cancel));
    }

    private static async Task<Dictionary<int, PairSide>> SidesAsync(DeskDb db, PartyKind kind, int[] ids, CancellationToken cancel) => kind == PartyKind.Person
        ? await db.Contacts.Where(c => EF.Parameter(ids).Contains(c.Id) && !c.Reserved)
            .Select(c => new PairSide(c.Id, c.Name, c.Document, c.Email, c.Telephone, c.Customer!.Name, db.Tickets.Count(t => t.PetitionerId == c.Id && !t.ReservedIdentity))).ToDictionaryAsync(side => side.Id, cancel)
        : await db.Customers.Where(c => EF.Parameter(ids).Contains(c.Id))
            .Select(c => new PairSide(c.Id, c.Name, c.Document, c.Email, c.Telephone, null, db.Tickets.Count(t => t.CustomerId == c.Id && t.PetitionerId != null && !t.ReservedIdentity))).ToDictionaryAsync(side => side.Id, cancel);

    private static async Task<bool> IsReadingAsync(DeskDb db, PartyKind kind, CancellationToken cancel)
    {
        var position = await db.PairReadings.Where(reading => reading.Kind == kind).Select(reading => reading.Position).SingleOrDefaultAsync(cancel);
        var last = kind == PartyKind.Person
            ? await db.Contacts.Where(contact => !contact.Reserved).OrderByDescending(contact => contact.Id).Select(contact => contact.Id).FirstOrDefaultAsync(cancel)
            : await db.Customers.OrderByDescending(customer => customer.Id).Select(customer => customer.Id).FirstOrDefaultAsync(cancel);
        return last > position;
    }
}

/// <summary>Somebody looked at two and says that they are two: they are not proposed again.</summary>
public sealed class TellPartiesApart(DeskWriter writer, TimeProvider clock)
{
    /// <param name="apart">False: it was not so, and they are proposed again.</param>
    public async Task<Refusal?> RunAsync(PartyKind kind, int one, int other, bool apart, Actor by, CancellationToken cancel)
    {
        if (!KeepParties.MayKeep(kind, by)) return RefusalCode.RoleTooLow;
        var (first, second) = (Math.Min(one, other), Math.Max(one, other));
        return await writer.RunAsync<Refusal?>(async db =>
        {
            if (await db.PartyPairs.SingleOrDefaultAsync(pair => pair.Kind == kind && pair.FirstId == first && pair.SecondId == second, cancel) is not { } pair) return RefusalCode.PartyNotFound;
            if (apart == (pair.ToldApartAt is not null)) return null;
            pair.ToldApartAt = apart ? clock.GetUtcNow() : null;
            pair.ToldApartBy = apart ? by.Name : null;
            return null;
        }, cancel, refusal => refusal is null);
    }
}
