using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Views;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Queue.Views;

/// <summary>Keeps all saved views at hand: every page of the desk shows some of them in its side bar.</summary>
/// <remarks>They are read again when they were used for a few seconds, for another node may have changed them; who changes one here refreshes at once.</remarks>
public sealed class ViewShelf(IDbContextFactory<DeskDb> desk, TimeProvider clock, ILogger<ViewShelf> log)
{
    private readonly Ears<ViewShelf> _watchers = new(log);
    private readonly Shelf<IReadOnlyList<SavedView>> _shelf = new(clock, TimeSpan.FromSeconds(3), () => ReadAsync(desk));

    /// <summary>Those of a reader: the shared ones first, then their own, each in their order.</summary>
    public async Task<IReadOnlyList<SavedView>> OfAsync(ViewReader reader) => [.. (await _shelf.GetAsync()).Where(view => view.IsFor(reader))];

    /// <returns>Null when there is none, or none for this reader.</returns>
    public async Task<SavedView?> FindAsync(int id, ViewReader reader) => (await _shelf.GetAsync()).FirstOrDefault(view => view.Id == id && view.IsFor(reader));

    /// <summary>Calls after each change that was made on this node.</summary>
    public IDisposable Watch(Action changed) => _watchers.Add(_ => changed());

    public void Refresh()
    {
        _shelf.Refresh();
        _watchers.Call(this);
    }

    private static async Task<IReadOnlyList<SavedView>> ReadAsync(IDbContextFactory<DeskDb> desk)
    {
        await using var db = await desk.CreateDbContextAsync();
        return await db.SavedViews.AsNoTracking().Where(view => view.DeletedAt == null)
            .OrderByDescending(view => view.Reach != ViewReach.Private).ThenBy(view => view.Place).ThenBy(view => view.Id).ToListAsync();
    }
}
