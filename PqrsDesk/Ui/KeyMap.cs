namespace PqrsDesk.Ui;

/// <summary>Why keys cannot be those of a shortcut.</summary>
public enum KeyProblem
{
    /// <summary>No key, or none that a shortcut can be made of.</summary>
    Malformed = 1,

    /// <summary>The browser, or a field, needs it.</summary>
    Reserved,

    /// <summary>It is for while somebody writes, and would write a letter.</summary>
    NeedsCtrl,

    /// <summary>Others have it, or begin with it.</summary>
    Taken,
}

/// <param name="Others">Whose they are.</param>
public sealed record KeyFault(KeyProblem Problem, IReadOnlyList<Shortcut> Others)
{
    /// <summary>Whether one other shortcut could change places with it.</summary>
    public bool CanSwap { get; init; }
}

/// <summary>The keys of one person: the catalogue's, but for what they chose themselves. A value that never changes.</summary>
/// <remarks>
/// No two shortcuts of which one was chosen have the same keys. What was kept and cannot be (an older or a newer desk, a hand
/// in the database) counts as not chosen; where somebody's choice takes what another shortcut has by itself, that one has none.
/// </remarks>
public sealed class KeyMap
{
    private readonly Dictionary<string, string> _own = [];
    private readonly Dictionary<string, string> _keys = [];

    private KeyMap(IEnumerable<KeyValuePair<string, string>> own, bool lettersOff)
    {
        LettersOff = lettersOff;
        var wanted = new Dictionary<string, string>();
        foreach (var (name, keys) in own) wanted[name] = keys;
        foreach (var each in Shortcuts.All)
            if (wanted.TryGetValue(each.Name, out var keys) && keys != each.Keys && IsFit(each, keys) && !_own.Values.Any(taken => KeyStrokes.Meet(taken, keys))) _own.Add(each.Name, keys);
        foreach (var each in Shortcuts.All)
            _keys.Add(each.Name, _own.TryGetValue(each.Name, out var keys) ? keys : _own.Values.Any(taken => KeyStrokes.Meet(taken, each.Keys)) ? "" : each.Keys);
    }

    /// <summary>Of whoever chose nothing.</summary>
    public static KeyMap Usual { get; } = new([], false);

    /// <param name="own">Name and keys; empty keys: none. Anything else that is no choice is passed over.</param>
    /// <param name="lettersOff">What is pressed with characters alone is not heard.</param>
    public static KeyMap Of(IEnumerable<KeyValuePair<string, string>> own, bool lettersOff) => new(own, lettersOff);

    public bool LettersOff { get; }

    /// <summary>What the person chose themselves.</summary>
    public IReadOnlyDictionary<string, string> Own => _own;

    /// <summary>The keys of a shortcut; empty when it has none.</summary>
    public string Chosen(string name) => _keys.GetValueOrDefault(name, "");

    /// <summary>The keys that are heard; empty when none are.</summary>
    public string Heard(string name) => Chosen(name) is var keys && LettersOff && KeyStrokes.AreCharacters(keys) ? "" : keys;

    /// <summary>A tooltip with the keys behind it.</summary>
    public string Hint(string text, string name) => Heard(name) is { Length: > 0 } keys ? $"{text} ({KeyStrokes.Say(keys)})" : text;

    /// <returns>Null: nothing is against it. The keys that it has, and none, are always its own.</returns>
    public KeyFault? Fault(Shortcut shortcut, string keys)
    {
        if (keys.Length == 0 || keys == Chosen(shortcut.Name)) return null;
        if (!KeyStrokes.AreKeys(keys)) return new(KeyProblem.Malformed, []);
        if (keys != shortcut.Keys && KeyStrokes.AreReserved(keys)) return new(KeyProblem.Reserved, []);
        if (!IsFit(shortcut, keys)) return new(KeyProblem.NeedsCtrl, []);
        List<Shortcut> others = [.. Shortcuts.All.Where(each => each.Name != shortcut.Name && KeyStrokes.Meet(Chosen(each.Name), keys) && !AreBothUsual(shortcut, keys, each))];
        return others.Count == 0 ? null : new(KeyProblem.Taken, others) { CanSwap = others is [var other] && CanSwap(shortcut, other, keys) };
    }

    /// <summary>The shortcut has the keys from now on; others that had them have none.</summary>
    public KeyMap With(Shortcut shortcut, string keys)
    {
        var own = new Dictionary<string, string>(_own);
        foreach (var other in Fault(shortcut, keys)?.Others ?? []) own[other.Name] = "";
        Put(own, shortcut, keys);
        return new(own, LettersOff);
    }

    /// <summary>The two change places.</summary>
    public KeyMap Swap(Shortcut shortcut, Shortcut other)
    {
        var own = new Dictionary<string, string>(_own);
        Put(own, shortcut, Chosen(other.Name));
        Put(own, other, Chosen(shortcut.Name));
        return new(own, LettersOff);
    }

    public KeyMap WithLetters(bool off) => new(_own, off);

    private static void Put(Dictionary<string, string> own, Shortcut shortcut, string keys)
    {
        if (keys == shortcut.Keys) own.Remove(shortcut.Name);
        else own[shortcut.Name] = keys;
    }

    private bool CanSwap(Shortcut shortcut, Shortcut other, string keys) =>
        Chosen(shortcut.Name) is { Length: > 0 } mine && Chosen(other.Name) == keys && IsFit(other, mine)
        && !Shortcuts.All.Any(third => third.Name != shortcut.Name && third.Name != other.Name && KeyStrokes.Meet(Chosen(third.Name), mine));

    /// <summary>In different places the desk itself gives the same key twice.</summary>
    private bool AreBothUsual(Shortcut shortcut, string keys, Shortcut other) => keys == shortcut.Keys && !_own.ContainsKey(other.Name);

    private static bool IsFit(Shortcut shortcut, string keys) => keys.Length == 0
        || keys == shortcut.Keys
        || (KeyStrokes.AreKeys(keys) && !KeyStrokes.AreReserved(keys) && (shortcut.Place != ShortcutPlace.Writing || keys.StartsWith("Ctrl+", StringComparison.Ordinal)));
}
