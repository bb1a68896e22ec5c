using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features;

/// <summary>What a petitioner is told of a case's term.</summary>
/// <param name="LastDay">Null while the term is suspended, or where it is counted in hours.</param>
/// <param name="DueAt">Of a term in hours.</param>
/// <param name="Rule">Null where no rule of law answers to it.</param>
public sealed record PublicTerm(DateOnly? LastDay, DateTimeOffset? DueAt, LegalDefinition? Rule)
{
    public static PublicTerm Of(Deadline? legal, TicketKind kind, SlaBook book) =>
        legal is null ? new(null, null, null) : new(legal.LastDay, legal.Unit == DeadlineUnit.ClockMinutes ? legal.DueAt : null, book.Law.RuleOf(legal, kind)?.Definition);
}

/// <summary>A filing as its receipt tells of it.</summary>
public sealed record PublicReceipt(
    string Number, TicketKind Kind, string Subject, DateTimeOffset FiledAt, DateOnly FiledOn, DateOnly EffectiveOn, string Area, string? Branch, PublicTerm Term, int Files);

public sealed class ReadReceipt(IDbContextFactory<DeskDb> desk, SlaShelf shelf)
{
    public async Task<PublicReceipt?> RunAsync(long ticketId, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var found = await db.Tickets.Where(t => t.Id == ticketId)
            .Select(t => new { t.Number, t.Kind, t.Subject, t.FiledAt, t.FiledOn, t.EffectiveFiledOn, Area = t.Area!.Name, Branch = t.Branch!.Name, Files = db.Files.Count(file => file.TicketId == t.Id) })
            .SingleOrDefaultAsync(cancel);
        if (found is null) return null;
        var legal = await db.Deadlines.AsNoTracking().Where(deadline => deadline.TicketId == ticketId && deadline.Kind == DeadlineKind.LegalAnswer).OrderBy(deadline => deadline.Id).FirstOrDefaultAsync(cancel);
        return new(found.Number, found.Kind, found.Subject, found.FiledAt, found.FiledOn, found.EffectiveFiledOn, found.Area, found.Branch, PublicTerm.Of(legal, found.Kind, await shelf.BookAsync()), found.Files);
    }
}
