using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Receiving;

public sealed record BoxLine(int Id, string Branch, DateOnly OpenedOn, int Papers, int Filed);

/// <summary>What stands on the label of a paper.</summary>
/// <param name="Folios">Null: it is not known, or there is no paper.</param>
public sealed record PaperLabel(string Number, TicketKind Kind, string Subject, DateTimeOffset FiledAt, string Area, string? Branch, int? Row, int? Folios);

public sealed record BoxSheet(int Id, string Branch, DateOnly OpenedOn, string Openers, int Papers, string RegisteredBy, DateTimeOffset RegisteredAt, IReadOnlyList<PaperLabel> Labels);

/// <summary>Openings that were registered, and the labels of their papers.</summary>
public sealed class ReadBoxes(IDbContextFactory<DeskDb> desk)
{
    private const int Newest = 10;

    public async Task<IReadOnlyList<BoxLine>> NewestAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.BoxOpenings.OrderByDescending(opening => opening.Id).Take(Newest)
            .Select(opening => new BoxLine(opening.Id, opening.Branch!.Name, opening.OpenedOn, opening.Papers, db.BoxPapers.Count(paper => paper.OpeningId == opening.Id))).ToListAsync(cancel);
    }

    /// <returns>Null when there is no such opening.</returns>
    public async Task<BoxSheet?> SheetAsync(int id, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var labels = await db.BoxPapers.Where(paper => paper.OpeningId == id).OrderBy(paper => paper.Row)
            .Select(paper => new PaperLabel(paper.Ticket!.Number, paper.Ticket.Kind, paper.Ticket.Subject, paper.Ticket.FiledAt, paper.Ticket.Area!.Name, paper.Ticket.Branch!.Name, paper.Row, paper.Folios)).ToListAsync(cancel);
        var sheet = await db.BoxOpenings.Where(opening => opening.Id == id)
            .Select(opening => new BoxSheet(opening.Id, opening.Branch!.Name, opening.OpenedOn, opening.Openers, opening.Papers, opening.RegisteredBy, opening.RegisteredAt, Array.Empty<PaperLabel>())).SingleOrDefaultAsync(cancel);
        return sheet is null ? null : sheet with { Labels = labels };
    }

    /// <returns>Null when there is no such ticket for that reader.</returns>
    public async Task<PaperLabel?> LabelAsync(string radicado, Reader reader, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.Tickets.AsNoTracking().VisibleTo(reader).Where(t => t.Number == radicado)
            .Select(t => new PaperLabel(t.Number, t.Kind, t.Subject, t.FiledAt, t.Area!.Name, t.Branch!.Name, null,
                db.BoxPapers.Where(paper => paper.TicketId == t.Id).Select(paper => (int?)paper.Folios).FirstOrDefault())).SingleOrDefaultAsync(cancel);
    }
}
