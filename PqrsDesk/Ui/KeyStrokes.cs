using System.Globalization;

namespace PqrsDesk.Ui;

/// <summary>Keys as the catalogue and the browser write them: <c>j</c>, <c>Shift+a</c>, <c>Ctrl+Enter</c>, or two after one another, <c>g c</c>.</summary>
/// <remarks>Modifiers stand in the order Ctrl, Alt, Shift; wwwroot/js/keyboard.js writes what is pressed in the same way.</remarks>
public static class KeyStrokes
{
    private const string Ctrl = "Ctrl+", Alt = "Alt+", Shift = "Shift+";

    private static readonly HashSet<string> Names =
        ["Enter", "Escape", "Space", "Tab", "Backspace", "Delete", "Insert", "Home", "End", "PageUp", "PageDown", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", .. Enumerable.Range(1, 12).Select(key => $"F{key}")];

    /// <summary>Those that neither the browser nor a field on a page needs.</summary>
    private static readonly HashSet<string> FreeNames = ["Delete", "F2", "F8", "F9"];
    private static readonly HashSet<string> FreeWithCtrl = ["Enter", "Space", "F2", "F8", "F9"];

    /// <summary>With Ctrl: text is copied and undone by them, or the browser opens, closes, prints, seeks and reloads.</summary>
    private const string BrowsersOwn = "acfhlnopqrtuvwxyz0123456789+-";
    private const string BrowsersOwnWithShift = "cijnopqrtvw+-";

    /// <summary>Whether it is written as the browser would write it: one stroke, or two that are characters.</summary>
    public static bool AreKeys(string? keys) => keys?.Split(' ') switch
    {
        [var one] => IsStroke(one),
        [var first, var second] => IsCharacter(first) && IsCharacter(second),
        _ => false,
    };

    /// <summary>Whether all of it is letters, digits and signs, which speech input and a slip of the hand may press too (WCAG 2.1.4).</summary>
    public static bool AreCharacters(string keys) => keys.Length > 0 && keys.Split(' ').All(IsCharacter);

    /// <summary>Whether a field must not be kept from hearing it, or the browser does not give it away.</summary>
    public static bool AreReserved(string keys)
    {
        if (!IsStroke(keys)) return false;
        var (ctrl, alt, shift, key) = Parts(keys);
        if (Names.Contains(key)) return ctrl ? !FreeWithCtrl.Contains(key) : alt || !FreeNames.Contains(key);

        // Ctrl with Alt is AltGr on many keyboards, which types @ and { and the like.
        return ctrl && (alt || (shift ? BrowsersOwnWithShift : BrowsersOwn).Contains(key[0], StringComparison.Ordinal));
    }

    /// <summary>The same keys, or those of which the first alone would be swallowed by the other.</summary>
    public static bool Meet(string one, string other) =>
        one.Length > 0 && other.Length > 0
        && (one == other || one.StartsWith($"{other} ", StringComparison.Ordinal) || other.StartsWith($"{one} ", StringComparison.Ordinal));

    /// <summary>In words for a tooltip: <c>Ctrl + Enter</c>.</summary>
    public static string Say(string keys) => string.Join(' ', keys.Split(' ').Select(stroke => string.Join(" + ", Caps(stroke))));

    /// <summary>What is printed on the keys of one stroke.</summary>
    public static IReadOnlyList<string> Caps(string stroke)
    {
        var (ctrl, alt, shift, key) = Parts(stroke);
        List<string> caps = [];
        if (ctrl) caps.Add("Ctrl");
        if (alt) caps.Add("Alt");
        if (shift) caps.Add("Shift");
        caps.Add(key == "Escape" ? "Esc" : key);
        return caps;
    }

    private static bool IsStroke(string stroke)
    {
        var (_, _, shift, key) = Parts(stroke);
        return Names.Contains(key) || (key is [var letter] && IsTyped(letter) && (!shift || char.ToUpperInvariant(letter) != letter));
    }

    private static bool IsCharacter(string stroke) => IsStroke(stroke) && Parts(stroke) is { Ctrl: false, Alt: false, Key.Length: 1 };

    /// <summary>What a key types by itself, as the browser names it: small, seen, and no half of a character.</summary>
    private static bool IsTyped(char letter) => char.ToLowerInvariant(letter) == letter && char.GetUnicodeCategory(letter) is
        UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber
        or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation or UnicodeCategory.OtherPunctuation or UnicodeCategory.ConnectorPunctuation
        or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
        or UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.OtherSymbol;

    private static (bool Ctrl, bool Alt, bool Shift, string Key) Parts(string stroke)
    {
        var (ctrl, alt, shift) = (Take(ref stroke, Ctrl), Take(ref stroke, Alt), Take(ref stroke, Shift));
        return (ctrl, alt, shift, stroke);
    }

    // What is left must name a key: "Ctrl+" alone names none.
    private static bool Take(ref string stroke, string modifier)
    {
        if (stroke.Length <= modifier.Length || !stroke.StartsWith(modifier, StringComparison.Ordinal)) return false;
        stroke = stroke[modifier.Length..];
        return true;
    }
}
