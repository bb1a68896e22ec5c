using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Drafting;

/// <summary>What people have begun to write, kept on the server: a closed tab, another machine or a restart loses nothing.</summary>
public sealed class Drafts(IDbContextFactory<DeskDb> desk, DeskWriter writer, TimeProvider clock)
{
    /// <summary>What nobody has touched for so long is forgotten.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    /// <summary>A form with more than this is not kept: no person wrote it.</summary>
    private const int MostLetters = 1_000_000;

    /// <returns>Null when there is none, or none that this version can read.</returns>
    public async Task<T?> ReadAsync<T>(int staffId, string key, CancellationToken cancel)
        where T : class
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var text = await db.Drafts.Where(draft => draft.StaffId == staffId && draft.Key == key).Select(draft => draft.Text).SingleOrDefaultAsync(cancel);
        try
        {
            return text is null ? null : JsonSerializer.Deserialize<T>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <param name="text">Null: it was sent, or thrown away.</param>
    /// <param name="join">Makes one of what is kept by now and <paramref name="text"/>, where the same person writes in two tabs; null: the last one counts.</param>
    public Task KeepAsync(int staffId, string key, string? text, CancellationToken cancel, Func<string?, string?>? join = null) => text is { Length: > MostLetters }
        ? Task.CompletedTask
        : writer.RunAsync(db => KeepAsync(db, staffId, key, text, join, cancel), cancel);

    private async Task<int> KeepAsync(DeskDb db, int staffId, string key, string? text, Func<string?, string?>? join, CancellationToken cancel)
    {
        var mine = db.Drafts.Where(each => each.StaffId == staffId && each.Key == key);
        var joined = join is null ? text : join(await mine.Select(each => each.Text).SingleOrDefaultAsync(cancel));
        if (joined is null) return await mine.ExecuteDeleteAsync(cancel);
        var now = clock.GetUtcNow();
        var changed = await mine.ExecuteUpdateAsync(set => set.SetProperty(each => each.Text, joined).SetProperty(each => each.ChangedAt, now), cancel);
        if (changed == 0) db.Drafts.Add(new Draft { StaffId = staffId, Key = key, Text = joined, ChangedAt = now });
        return 1;
    }
}
