using System.Globalization;
using PqrsDesk.Domain.Views;
using PqrsDesk.Features;
using PqrsDesk.Infrastructure.Cluster;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Ui;

namespace PqrsDesk.Shell.Preferring;

/// <summary>Keeps at hand what each person chose for their frame: every page of the desk goes by it.</summary>
/// <remarks>
/// Whoever changes something tells the open tabs of all nodes. A copy is trusted for a few seconds only, should a node not have heard it.
/// Each choice is kept by itself: the theme of one tab does not undo the language of another.
/// </remarks>
public sealed class OwnShelf : IDisposable
{
    private const string SchemeKey = "tema", LanguageKey = "idioma", DensityKey = "densidad", KeysKey = "atajos";
    private const string Topic = "preferencias";
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<int, Copy> _copies = [];
    private readonly Preferences _preferences;
    private readonly INodeWire _wire;
    private readonly TimeProvider _clock;
    private readonly ILogger<OwnShelf> _log;
    private readonly Ears<int> _watchers;
    private readonly IDisposable _hearing;

    public OwnShelf(Preferences preferences, INodeWire wire, TimeProvider clock, ILogger<OwnShelf> log)
    {
        (_preferences, _wire, _clock, _log, _watchers) = (preferences, wire, clock, log, new(log));
        _preferences.Changed += Follow;
        _hearing = wire.Hear(Topic, (_, who) =>
        {
            if (int.TryParse(who, NumberStyles.None, CultureInfo.InvariantCulture, out var member)) Forget(member);
        });
    }

    public void Dispose()
    {
        _preferences.Changed -= Follow;
        _hearing.Dispose();
    }

    public Task<Own> OfAsync(int memberId)
    {
        lock (_gate)
        {
            if (_copies.TryGetValue(memberId, out var copy) && copy.Own is { IsFaulted: false, IsCanceled: false } && _clock.GetElapsedTime(copy.ReadAt) < Trust) return copy.Own;
            var own = ReadAsync(memberId);
            _copies[memberId] = new(own, _clock.GetTimestamp());
            return own;
        }
    }

    /// <summary>Calls with each new state of one person, until it is disposed of.</summary>
    public IDisposable Watch(int memberId, Action<Own> changed) => _watchers.Add(who =>
    {
        if (who == memberId) _ = TellAsync(memberId, changed);
    });

    public Task KeepAsync(int memberId, Scheme scheme) => KeepAsync(memberId, SchemeKey, scheme.ToString());

    /// <param name="language">One of <see cref="Languages.All"/>.</param>
    public Task KeepLanguageAsync(int memberId, string language) => KeepAsync(memberId, LanguageKey, language);

    public Task KeepAsync(int memberId, QueueDensity density) => KeepAsync(memberId, DensityKey, density.ToString());

    /// <param name="change">From the keys as they are kept now.</param>
    public Task ChangeKeysAsync(int memberId, Func<KeyMap, KeyMap> change) => _preferences.ChangeAsync<KeptKeys>(memberId, KeysKey, kept => Write(change(Read(kept))), CancellationToken.None);

    private Task KeepAsync(int memberId, string key, string value) => _preferences.KeepAsync(memberId, key, new KeptWord(value), CancellationToken.None);

    private async Task<Own> ReadAsync(int memberId)
    {
        var kept = await _preferences.OfAsync(memberId, CancellationToken.None);
        return new(
            new(Word<Scheme>(kept, SchemeKey), Languages.Of(kept.Read<KeptWord>(LanguageKey)?.Value), Word<QueueDensity>(kept, DensityKey)),
            Read(kept.Read<KeptKeys>(KeysKey)));
    }

    private static T? Word<T>(Preferences.Kept kept, string key)
        where T : struct, Enum =>
        Enum.TryParse<T>(kept.Read<KeptWord>(key)?.Value, out var value) && Enum.IsDefined(value) ? value : null;

    private static KeyMap Read(KeptKeys? kept) => kept is null ? KeyMap.Usual
        : KeyMap.Of((kept.Keys ?? []).Where(each => each.Value is not null).Select(each => KeyValuePair.Create(each.Key, each.Value!)), kept.LettersOff);

    private static KeptKeys? Write(KeyMap keys) => keys.Own.Count == 0 && !keys.LettersOff ? null : new(keys.Own.ToDictionary(each => each.Key, each => (string?)each.Value), keys.LettersOff);

    private void Follow(int memberId, string key)
    {
        if (key is not (SchemeKey or LanguageKey or DensityKey or KeysKey)) return;
        Forget(memberId);
        _ = SayAsync(memberId);
    }

    private void Forget(int memberId)
    {
        lock (_gate) _copies.Remove(memberId);
        _watchers.Call(memberId);
    }

    private async Task SayAsync(int memberId)
    {
        try
        {
            await _wire.SayAsync(Topic, memberId.ToString(CultureInfo.InvariantCulture), CancellationToken.None);
        }
        catch (Exception wrong)
        {
            // It is kept: the other nodes find it when their copy is old.
            _log.LogWarning(wrong, "The other nodes were not told of a preference.");
        }
    }

    private async Task TellAsync(int memberId, Action<Own> changed)
    {
        try
        {
            changed(await OfAsync(memberId));
        }
        catch (Exception wrong)
        {
            _log.LogWarning(wrong, "An open page was not told of a preference.");
        }
    }

    private sealed record Copy(Task<Own> Own, long ReadAt);

    private sealed record KeptWord(string? Value);

    private sealed record KeptKeys(Dictionary<string, string?>? Keys, bool LettersOff);
}
