using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.CaseFiles;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>Keeps the <see cref="FieldBook"/> at hand, as <see cref="RoutingShelf"/> does with rules: another node's change is known after a few seconds.</summary>
public sealed class FieldShelf(IDbContextFactory<DeskDb> desk, TimeProvider clock)
{
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(3);
    private readonly Lock _gate = new();
    private Task<FieldBook>? _copy;
    private long _readAt;

    public Task<FieldBook> BookAsync()
    {
        // Whoever comes first reads for all; a failed reading is not kept.
        lock (_gate)
        {
            if (_copy is null or { IsFaulted: true } or { IsCanceled: true } || clock.GetElapsedTime(_readAt) >= Trust)
            {
                _readAt = clock.GetTimestamp();
                _copy = ReadAsync();
            }

            return _copy;
        }
    }

    public void Refresh()
    {
        lock (_gate) _copy = null;
    }

    private async Task<FieldBook> ReadAsync()
    {
        await using var db = await desk.CreateDbContextAsync();
        return new(await db.CustomFields.AsNoTracking().ToListAsync());
    }
}
