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
        return Read<T>(await Mine(db, staffId, key).Select(each => each.Text).SingleOrDefaultAsync(cancel));
    }

    /// <summary>All that a person chose, in one reading.</summary>
    public async Task<Kept> OfAsync(int staffId, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return new(await db.Preferences.Where(each => each.StaffId == staffId).ToDictionaryAsync(each => each.Key, each => each.Text, cancel));
    }

    /// <param name="choice">Null: as the desk is by itself.</param>
    /// <exception cref="ArgumentException">It is longer than anything a page writes.</exception>
    public async Task KeepAsync<T>(int staffId, string key, T? choice, CancellationToken cancel)
        where T : class
    {
        var text = Write(choice);
        await writer.RunAsync(db => KeepAsync(db, staffId, key, text, cancel), cancel);
        Changed?.Invoke(staffId, key);
    }

    /// <summary>Chooses anew by what is kept now: two tabs that change different parts of one choice do not undo each other.</summary>
    /// <param name="change">From what was kept, or null, to what shall be.</param>
    public async Task ChangeAsync<T>(int staffId, string key, Func<T?, T?> change, CancellationToken cancel)
        where T : class
    {
        await writer.RunAsync(async db =>
        {
            var kept = await Mine(db, staffId, key).Select(each => each.Text).SingleOrDefaultAsync(cancel);
            return await KeepAsync(db, staffId, key, Write(change(Read<T>(kept))), cancel);
        }, cancel);
        Changed?.Invoke(staffId, key);
    }

    private static string? Write<T>(T? choice)
        where T : class
    {
        var text = choice is null ? null : JsonSerializer.Serialize(choice);
        return text is { Length: > MostLetters } ? throw new ArgumentException($"{text.Length} letters are too many to remember.", nameof(choice)) : text;
    }

    private static T? Read<T>(string? text)
        where T : class
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize<T>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IQueryable<Preference> Mine(DeskDb db, int staffId, string key) => db.Preferences.Where(each => each.StaffId == staffId && each.Key == key);

    private static async Task<int> KeepAsync(DeskDb db, int staffId, string key, string? text, CancellationToken cancel)
    {
        var mine = Mine(db, staffId, key);
        if (text is null) return await mine.ExecuteDeleteAsync(cancel);
        if (await mine.ExecuteUpdateAsync(set => set.SetProperty(each => each.Text, text), cancel) == 0)
            db.Preferences.Add(new Preference { StaffId = staffId, Key = key, Text = text });
        return 1;
    }

    /// <summary>What one person chose, by what it is of.</summary>
    public sealed class Kept(IReadOnlyDictionary<string, string> texts)
    {
        /// <inheritdoc cref="ReadAsync{T}"/>
        public T? Read<T>(string key)
            where T : class => Preferences.Read<T>(texts.GetValueOrDefault(key));
    }
}
