using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Likeness;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Likeness;

/// <summary>A case that is probably the same matter.</summary>
/// <param name="Contact">Who filed it; null: nobody's name is in it.</param>
public sealed record AlikeCase(long Id, string Number, TicketKind Kind, string Subject, TicketStatus Status, DateTimeOffset FiledAt, int? Contact, CaseLikeness Likeness);

/// <summary>Finds the probable duplicates of a case, or of what somebody is about to file. No question walks over all tickets.</summary>
/// <remarks>
/// A reserved identity has none and is nobody's: what stands beside it with a name would say who it is.
/// </remarks>
public sealed class FindAlike(IDbContextFactory<DeskDb> desk)
{
    private const int Shown = 8;

    /// <returns>The likest first; none for a case that is not there, or whose identity is reserved.</returns>
    public async Task<IReadOnlyList<AlikeCase>> OfTicketAsync(string radicado, Reader reader, CancellationToken cancel)
    {
        await using var snapshot = await Snapshot.TakeAsync(desk, cancel, fixedNow: false);
        var db = snapshot.Db;
        var own = db.Tickets.AsNoTracking().VisibleTo(reader).Where(t => t.Number == radicado && !t.ReservedIdentity).Select(t => t.Id);
        if (await LikenedCases.ReadAsync(db, own, cancel) is not [var itself]) return [];
        return await FindAsync(db, itself.Id, itself.Filing, itself.Text, reader, cancel);
    }

    /// <param name="who">Nothing is compared of who is anonymous or reserved but the text.</param>
    /// <param name="now">When it would be filed.</param>
    public async Task<IReadOnlyList<AlikeCase>> OfDraftAsync(PetitionerDetails who, string subject, string text, DateTimeOffset now, Reader reader, CancellationToken cancel)
    {
        if (who.Reserved) return [];
        await using var snapshot = await Snapshot.TakeAsync(desk, cancel, fixedNow: false);
        return await FindAsync(snapshot.Db, null, Likened.Of(now, TextPrint.Of(subject, text), who), $"{subject}\n{text}", reader, cancel);
    }

    private static async Task<IReadOnlyList<AlikeCase>> FindAsync(DeskDb db, long? itself, Likened filing, string text, Reader reader, CancellationToken cancel)
    {
        var (from, to) = (filing.FiledAt.AddDays(-CaseLikeness.MostDays), filing.FiledAt.AddDays(CaseLikeness.MostDays));
        var ids = (await Candidates.OfAsync(db, itself, filing, text, from, to, cancel)).ToArray();
        var near = db.Tickets.AsNoTracking().VisibleTo(reader)
            .Where(t => EF.Parameter(ids).Contains(t.Id) && !t.ReservedIdentity && t.FiledAt >= from && t.FiledAt <= to);

        // What is answered with another case, or should never have been filed, is nobody's duplicate any more.
        near = near.Where(t => t.Status != TicketStatus.Merged && t.Status != TicketStatus.Voided);
        if (itself is { } own) near = near.Where(t => t.Id != own && !db.DistinctPairs.Any(pair => (pair.FirstId == own && pair.SecondId == t.Id) || (pair.FirstId == t.Id && pair.SecondId == own)));
        var found = await LikenedCases.ReadAsync(db, near.Select(t => t.Id), cancel);
        return
        [
            .. found.Select(each => new AlikeCase(each.Id, each.Number, each.Kind, each.Subject, each.Status, each.Filing.FiledAt, each.Filing.PetitionerId, CaseLikeness.Of(filing, each.Filing)))
                .Where(each => each.Likeness.IsProbable)
                .OrderByDescending(each => each.Likeness.Share).ThenByDescending(each => each.FiledAt).ThenBy(each => each.Id).Take(Shown),
        ];
    }
}
