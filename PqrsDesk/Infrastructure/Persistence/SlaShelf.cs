using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>Keeps the <see cref="SlaBook"/> at hand, read once and read again after a change of policy or calendar.</summary>
public sealed class SlaShelf(IDbContextFactory<DeskDb> desk)
{
    private Task<SlaBook>? _book;

    public Task<SlaBook> BookAsync()
    {
        // Whoever comes first reads for all; a failed reading is not kept.
        var book = Volatile.Read(ref _book);
        return book is null or { IsFaulted: true } or { IsCanceled: true } ? _book = ReadAsync() : book;
    }

    public void Refresh() => Volatile.Write(ref _book, null);

    private async Task<SlaBook> ReadAsync()
    {
        await using var db = await desk.CreateDbContextAsync();
        return new SlaBook(
            await db.Calendars.AsNoTracking().ToListAsync(),
            await db.Policies.AsNoTracking().ToListAsync());
    }
}
