using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Views;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Queue.Views;

/// <summary>Keeps all saved views at hand: every page of the desk shows some of them in its side bar.</summary>
/// <remarks>They are read again when they were used for a few seconds, for another node may have changed them; who changes one here refreshes at once.</remarks>
public sealed class ViewShelf(IDbContextFactory<DeskDb> desk, TimeProvider clock, ILogger<ViewShelf> log)
{
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(3);
    private readonly Lock _gate = new();
    private readonly Ears<ViewShelf> _watchers = new(log);
    private Task<IReadOnlyList<SavedView>>? _copy;
    private long _readAt;

    /// <summary>Those of a reader: the shared ones first, then their own, each in their order.</summary>
    public async Task<IReadOnlyList<SavedView>> OfAsync(ViewReader reader) => [.. (await AllAsync()).Where(view => view.IsFor(reader))];

    /// <returns>Null when there is none, or none for this reader.</returns>
    public async Task<SavedView?> FindAsync(int id, ViewReader reader) => (await AllAsync()).FirstOrDefault(view => view.Id == id && view.IsFor(reader));

    /// <summary>Calls after each change that was made on this node.</summary>
    public IDisposable Watch(Action changed) => _watchers.Add(_ => changed());

    public void Refresh()
    {
        lock (_gate) _copy = null;
        _watchers.Call(this);
    }

    private Task<IReadOnlyList<SavedView>> AllAsync()
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

    private async Task<IReadOnlyList<SavedView>> ReadAsync()
    {
        await using var db = await desk.CreateDbContextAsync();
        return await db.SavedViews.AsNoTracking().Where(view => view.DeletedAt == null)
            .OrderByDescending(view => view.Reach != ViewReach.Private).ThenBy(view => view.Place).ThenBy(view => view.Id).ToListAsync();
    }
}
