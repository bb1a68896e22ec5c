using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features;

/// <summary>How each person wants the desk to be, kept on the server.</summary>
public sealed class Preferences(IDbContextFactory<DeskDb> desk, DeskWriter writer)
{
    /// <summary>More than any page has to say.</summary>
    private const int MostLetters = 20_000;

    /// <summary>Somebody chose something anew at this node: who, and of what. On whatever thread did it.</summary>
    public event Action<int, string>? Changed;

    /// <returns>Null: nothing was chosen, or nothing that this version can read.</returns>
    public async Task<T?> ReadAsync<T>(int staffId, string key, CancellationToken cancel)
        where T : class
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var text = await db.Preferences.Where(each => each.StaffId == staffId && each.Key == key).Select(each => each.Text).SingleOrDefaultAsync(cancel);
        try
        {
            return text is null ? null : JsonSerializer.Deserialize<T>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <param name="choice">Null: as the desk is by itself.</param>
    /// <exception cref="ArgumentException">It is longer than anything a page writes.</exception>
    public async Task KeepAsync<T>(int staffId, string key, T? choice, CancellationToken cancel)
        where T : class
    {
        var text = choice is null ? null : JsonSerializer.Serialize(choice);
        if (text is { Length: > MostLetters }) throw new ArgumentException($"{text.Length} letters are too many to remember.", nameof(choice));
        await writer.RunAsync(db => KeepAsync(db, staffId, key, text, cancel), cancel);
        Changed?.Invoke(staffId, key);
    }

    private static async Task<int> KeepAsync(DeskDb db, int staffId, string key, string? text, CancellationToken cancel)
    {
        var mine = db.Preferences.Where(each => each.StaffId == staffId && each.Key == key);
        if (text is null) return await mine.ExecuteDeleteAsync(cancel);
        if (await mine.ExecuteUpdateAsync(set => set.SetProperty(each => each.Text, text), cancel) == 0)
            db.Preferences.Add(new Preference { StaffId = staffId, Key = key, Text = text });
        return 1;
    }
}
