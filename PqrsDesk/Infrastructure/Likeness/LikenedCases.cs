using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Likeness;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Likeness;

/// <summary>A case with what of it is compared.</summary>
internal sealed record LikenedCase(long Id, string Number, TicketKind Kind, string Subject, TicketStatus Status, string Text, Likened Filing);

internal static class LikenedCases
{
    /// <param name="ids">Of cases whose identity is not reserved; some dozens at most.</param>
    public static async Task<List<LikenedCase>> ReadAsync(DeskDb db, IQueryable<long> ids, CancellationToken cancel)
    {
        var rows = await db.Tickets.AsNoTracking().Where(t => ids.Contains(t.Id)).Select(t => new
        {
            t.Id,
            t.Number,
            t.Kind,
            t.Subject,
            t.Status,
            t.FiledAt,
            t.PetitionerId,
            t.PetitionerName,
            t.Petitioner!.DocumentKey,
            t.Petitioner.Email,
            t.Petitioner.Telephone,
            t.Petitioner.Address,
            First = db.Events.Where(line => line.TicketId == t.Id && line.Sequence == 1).Select(line => line.Event).First(),
        }).ToListAsync(cancel);
        return rows.ConvertAll(row =>
        {
            var text = SearchedWords.TextOf(row.First) ?? "";
            return new LikenedCase(row.Id, row.Number, row.Kind, row.Subject, row.Status, $"{row.Subject}\n{text}", new Likened(row.FiledAt, TextPrint.Of(row.Subject, text))
            {
                PetitionerId = row.PetitionerId,
                Name = row.PetitionerName,
                DocumentKey = row.DocumentKey,
                Email = row.Email,
                Telephone = row.Telephone,
                Address = row.Address,
            });
        });
    }
}
