using Microsoft.EntityFrameworkCore;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>Keeps a book of what the house has set at hand, read once for all.</summary>
/// <param name="trust">How long it goes without asking whether another node changed it.</param>
/// <param name="stamp">What is another after each change; null: it is read again instead.</param>
/// <param name="life">How long an equal stamp is believed.</param>
/// <seealso cref="Shelf{T}"/>
public abstract class BookShelf<TBook>(
    IDbContextFactory<DeskDb> desk, TimeProvider clock, TimeSpan trust, Func<DeskDb, Task<TBook>> read, Func<DeskDb, Task<object?>>? stamp = null, TimeSpan? life = null)
{
    private readonly Shelf<TBook> _shelf = new(clock, trust, () => AskAsync(desk, read), stamp is null ? null : () => AskAsync(desk, stamp), life);

    public Task<TBook> BookAsync() => _shelf.GetAsync();

    /// <summary>Whoever saved a change calls it.</summary>
    public void Refresh() => _shelf.Refresh();

    protected Task<TBook> ReadAgainAsync() => _shelf.ReadAgainAsync();

    private static async Task<T> AskAsync<T>(IDbContextFactory<DeskDb> desk, Func<DeskDb, Task<T>> ask)
    {
        await using var db = await desk.CreateDbContextAsync();
        return await ask(db);
    }
}
