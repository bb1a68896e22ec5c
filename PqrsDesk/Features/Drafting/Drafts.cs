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
    public Task KeepAsync(int staffId, string key, string? text, CancellationToken cancel) => text is { Length: > MostLetters }
        ? Task.CompletedTask
        : writer.RunAsync(db => KeepAsync(db, new Draft { StaffId = staffId, Key = key, Text = text ?? "", ChangedAt = clock.GetUtcNow() }, forget: text is null, cancel), cancel);

    private static async Task<int> KeepAsync(DeskDb db, Draft draft, bool forget, CancellationToken cancel)
    {
        var mine = db.Drafts.Where(each => each.StaffId == draft.StaffId && each.Key == draft.Key);
        if (forget) return await mine.ExecuteDeleteAsync(cancel);
        var changed = await mine.ExecuteUpdateAsync(set => set.SetProperty(each => each.Text, draft.Text).SetProperty(each => each.ChangedAt, draft.ChangedAt), cancel);
        if (changed == 0) db.Drafts.Add(draft);
        return 1;
    }
}
