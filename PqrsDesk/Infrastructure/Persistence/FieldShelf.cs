using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.CaseFiles;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>Keeps the <see cref="FieldBook"/> at hand. Another node's change is known after a few seconds.</summary>
public sealed class FieldShelf(IDbContextFactory<DeskDb> desk, TimeProvider clock)
{
    private readonly Shelf<FieldBook> _shelf = new(clock, TimeSpan.FromSeconds(3), () => ReadAsync(desk));

    public Task<FieldBook> BookAsync() => _shelf.GetAsync();

    public void Refresh() => _shelf.Refresh();

    private static async Task<FieldBook> ReadAsync(IDbContextFactory<DeskDb> desk)
    {
        await using var db = await desk.CreateDbContextAsync();
        return new(await db.CustomFields.AsNoTracking().ToListAsync());
    }
}
