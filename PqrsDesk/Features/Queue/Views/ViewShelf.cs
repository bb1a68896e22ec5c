using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Views;
using PqrsDesk.Infrastructure.Cluster;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Queue.Views;

/// <summary>Keeps all saved views at hand: every page of the desk shows some of them in its side bar.</summary>
/// <remarks>Who changes one tells the other nodes too. A word may be lost: they are also read again when they were used for a few seconds.</remarks>
public sealed class ViewShelf : IDisposable
{
    private const string Topic = "views";

    private readonly Ears<ViewShelf> _watchers;
    private readonly INodeWire _wire;
    private readonly ILogger<ViewShelf> _log;
    private readonly Shelf<IReadOnlyList<SavedView>> _shelf;
    private readonly IDisposable[] _heard;

    public ViewShelf(IDbContextFactory<DeskDb> desk, INodeWire wire, TimeProvider clock, ILogger<ViewShelf> log)
    {
        (_wire, _log, _watchers) = (wire, log, new(log));
        _shelf = new(clock, TimeSpan.FromSeconds(3), () => ReadAsync(desk));
        _heard = [wire.Hear(Topic, (_, _) => Refresh()), wire.Opened(Refresh)];
    }

    /// <summary>Those of a reader: the shared ones first, then their own, each in their order.</summary>
    public async Task<IReadOnlyList<SavedView>> OfAsync(ViewReader reader) => [.. (await _shelf.GetAsync()).Where(view => view.IsFor(reader))];

    /// <returns>Null when there is none, or none for this reader.</returns>
    public async Task<SavedView?> FindAsync(int id, ViewReader reader) => (await _shelf.GetAsync()).FirstOrDefault(view => view.Id == id && view.IsFor(reader));

    /// <summary>Calls after each change, whichever node made it.</summary>
    public IDisposable Watch(Action changed) => _watchers.Add(_ => changed());

    /// <summary>Something was changed here, and is committed.</summary>
    public async Task ChangedAsync()
    {
        Refresh();
        try
        {
            await _wire.SayAsync(Topic, "", CancellationToken.None);
        }
        catch (Exception wrong) when (wrong is not OperationCanceledException)
        {
            // What was changed stands; the other nodes see it when somebody moves on.
            _log.LogDebug(wrong, "The other nodes were not told that a view was changed.");
        }
    }

    public void Dispose()
    {
        foreach (var heard in _heard) heard.Dispose();
    }

    private void Refresh()
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
