using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Portal;

/// <summary>The files of a form that was refused: they stay for a while, for the same form to be sent again with them.</summary>
/// <remarks>Only who has the form's sealed word has them, on any node; nobody can look into them, only send them or not.</remarks>
public sealed class FormFiles(DeskWriter writer, IDbContextFactory<DeskDb> desk, FileStore store, TimeProvider clock)
{
    /// <summary>The field that names those that are still wanted.</summary>
    public const string Field = "Held";

    private static readonly TimeSpan HeldFor = TimeSpan.FromHours(2);

    /// <summary>Those that came with the form before and are still wanted. The others are taken off the disk.</summary>
    public async Task<IReadOnlyList<StoredFile>> OfAsync(FormWord? word, IReadOnlyCollection<string?> wanted, CancellationToken cancel)
    {
        if (word is null) return [];
        var held = await ReadAsync(word.Key, cancel);
        var kept = held.FindAll(file => wanted.Contains(file.Id.ToString("D")));
        if (kept.Count < held.Count) await ForgetAsync([.. held.Except(kept).Select(file => file.Id)], cancel);
        return [.. kept.Select(store.Of)];
    }

    /// <summary>Keeps what came with a form that was refused, as far as it may go together with what is held already.</summary>
    /// <returns>All that the form has by now.</returns>
    public async Task<IReadOnlyList<StoredFile>> HoldAsync(FormWord word, IReadOnlyList<StoredFile> held, Arrivals arrivals, CancellationToken cancel)
    {
        var all = held.ToList();
        foreach (var file in arrivals.Files)
            if (all.Count < store.Most && all.Sum(each => each.Bytes) + file.Bytes <= store.Together) all.Add(file);
        var more = all.Skip(held.Count).ToList();
        if (more.Count == 0) return held;
        var until = clock.GetUtcNow() + HeldFor;
        await writer.RunAsync(db =>
        {
            db.HeldFiles.AddRange(more.Select(file => new HeldFile
            {
                Id = file.Id,
                Form = word.Key,
                Name = file.Name,
                ContentType = file.ContentType,
                Bytes = file.Bytes,
                Sha256 = file.Sha256,
                StoredAt = file.StoredAt,
                KeptUntil = until,
            }));
            return Task.FromResult(true);
        }, cancel);
        arrivals.Keep(more);
        return all;
    }

    /// <summary>In the transaction in which a case comes to name them.</summary>
    public static Task LetGoAsync(DeskDb db, FormWord word, CancellationToken cancel) => db.HeldFiles.Where(file => file.Form == word.Key).ExecuteDeleteAsync(cancel);

    private async Task<List<HeldFile>> ReadAsync(string form, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.HeldFiles.AsNoTracking().Where(file => file.Form == form && file.KeptUntil > now).OrderBy(file => file.StoredAt).ThenBy(file => file.Id).ToListAsync(cancel);
    }

    private async Task ForgetAsync(IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        // The row first: what a case has come to name meanwhile has none, and stays.
        foreach (var id in ids)
            if (await writer.RunAsync(db => db.HeldFiles.Where(file => file.Id == id).ExecuteDeleteAsync(cancel), cancel, gone => gone > 0) > 0) store.Remove(id);
    }
}
