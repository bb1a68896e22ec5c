using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Portal;

/// <summary>Finds a case by its radicado and something that only its petitioner has: the code, or the number of their document.</summary>
/// <remarks>Radicados are consecutive, so anybody can name one. A wrong pair costs the same work whether there is such a radicado or not.</remarks>
public sealed class FindCase(IDbContextFactory<DeskDb> desk)
{
    /// <returns>The ticket; null when the pair is wrong, whatever is wrong with it.</returns>
    public async Task<long?> RunAsync(string? radicado, string? secret, CancellationToken cancel)
    {
        var typed = Shortened(radicado, FilingNumberTemplate.NumberLimit);
        string[] numbers = [typed, typed.ToUpperInvariant()];
        await using var db = await desk.CreateDbContextAsync(cancel);
        var found = await db.Tickets.Where(t => numbers.Contains(t.Number)).OrderBy(t => t.Id).Select(t => new
        {
            t.Id,
            t.Petitioner!.Document,
            Hash = db.TrackingHashes.Where(hash => hash.TicketId == t.Id).Select(hash => hash.Hash).FirstOrDefault(),
        }).FirstOrDefaultAsync(cancel);
        var said = Shortened(secret, Contact.DocumentLimit);
        var fits = TrackingCode.Fits(TrackingCode.Read(said), found?.Hash) | IdentityDocuments.SameNumber(found?.Document, said);
        return fits ? found?.Id : null;
    }

    private static string Shortened(string? text, int limit) => Texts.Cut((text ?? "").Replace("\0", "", StringComparison.Ordinal).Trim(), limit);
}
