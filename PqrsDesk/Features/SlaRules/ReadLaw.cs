using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.SlaRules;

/// <summary>The rules of law and the ways of filing, the newest first.</summary>
public sealed record Law(SlaBook Book, IReadOnlyList<FilingPracticeVersion> Practices);

public sealed class ReadLaw(IDbContextFactory<DeskDb> desk, SlaShelf shelf)
{
    private const int Shown = 20;

    public async Task<Law> RunAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return new(await shelf.BookAsync(), await db.FilingPractices.AsNoTracking().OrderByDescending(version => version.Id).Take(Shown).ToListAsync(cancel));
    }
}
