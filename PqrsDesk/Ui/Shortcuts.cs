namespace PqrsDesk.Ui;

/// <summary>Where a shortcut means something.</summary>
public enum ShortcutPlace
{
    Everywhere,
    Queue,

    /// <summary>On a case, and in the queue: to its current row, or to all that are picked.</summary>
    Row,
    Case,

    /// <summary>While somebody writes: always with Ctrl.</summary>
    Writing,
}

/// <summary>One thing that is done with the keyboard.</summary>
/// <param name="Name">What it is called on the page (<c>data-key</c>), in a person's own choice of keys, and, after <c>Key.</c>, in the texts.</param>
/// <param name="Keys">As the browser names them (<c>j</c>, <c>Enter</c>, <c>Shift+a</c>, <c>Ctrl+k</c>), or two after one another (<c>g c</c>); empty: none, until somebody gives it some.</param>
public sealed record Shortcut(string Name, string Keys, ShortcutPlace Place)
{
    /// <summary>Ctrl is Cmd on a Mac: the browser takes either.</summary>
    public bool WhileTyping => Keys.StartsWith("Ctrl+", StringComparison.Ordinal);
}

/// <summary>
/// All shortcuts of the desk. A feature adds a line here, its text (<c>Key.NAME</c> in <see cref="UiTexts"/>), and
/// <c>data-key="NAME"</c> on its button or link: pressing the keys presses that. wwwroot/js/keyboard.js does the rest.
/// </summary>
public static class Shortcuts
{
    public static IReadOnlyList<Shortcut> All { get; } =
    [
        new("palette", "Ctrl+k", ShortcutPlace.Everywhere),
        new("search", "/", ShortcutPlace.Everywhere),
        new("new", "n", ShortcutPlace.Everywhere),
        new("go-queue", "g c", ShortcutPlace.Everywhere),
        new("go-mine", "g m", ShortcutPlace.Everywhere),
        new("go-me", "g y", ShortcutPlace.Everywhere),
        new("go-preferences", "g p", ShortcutPlace.Everywhere),
        new("go-reception", "g r", ShortcutPlace.Everywhere),
        new("go-mail", "g e", ShortcutPlace.Everywhere),
        new("go-reviews", "g v", ShortcutPlace.Everywhere),
        new("go-customers", "g l", ShortcutPlace.Everywhere),
        new("go-knowledge", "g k", ShortcutPlace.Everywhere),
        new("go-tasks", "g t", ShortcutPlace.Everywhere),
        new("go-notices", "g a", ShortcutPlace.Everywhere),
        new("outage", "Shift+o", ShortcutPlace.Everywhere),
        new("answer-all", "Shift+r", ShortcutPlace.Everywhere),
        new("next", "s", ShortcutPlace.Everywhere),
        .. Enumerable.Range(1, 9).Select(view => new Shortcut($"view-{view}", $"g {view}", ShortcutPlace.Everywhere)),
        new("theme", "", ShortcutPlace.Everywhere),
        new("language", "", ShortcutPlace.Everywhere),
        new("sign-out", "", ShortcutPlace.Everywhere),
        new("undo", "Alt+z", ShortcutPlace.Everywhere),
        new("help", "?", ShortcutPlace.Everywhere),
        new("down", "j", ShortcutPlace.Queue),
        new("up", "k", ShortcutPlace.Queue),
        new("open", "Enter", ShortcutPlace.Queue),
        new("pick", "x", ShortcutPlace.Queue),
        new("pick-to", "Shift+x", ShortcutPlace.Queue),
        new("filter", "f", ShortcutPlace.Queue),
        new("layout", "v", ShortcutPlace.Queue),
        new("save-view", "Shift+s", ShortcutPlace.Queue),
        new("unpick", "Escape", ShortcutPlace.Queue),
        new("pick-page", "Shift+a", ShortcutPlace.Queue),
        new("pick-list", "", ShortcutPlace.Queue),
        new("more", "m", ShortcutPlace.Queue),
        new("move-queue", "Shift+b", ShortcutPlace.Queue),
        new("export", "Shift+g", ShortcutPlace.Queue),
        new("save-as", "", ShortcutPlace.Queue),
        new("views", "", ShortcutPlace.Queue),
        new("download", "", ShortcutPlace.Queue),
        new("take", "t", ShortcutPlace.Row),
        new("assign", "a", ShortcutPlace.Row),
        new("prioritize", "p", ShortcutPlace.Row),
        new("classify", "l", ShortcutPlace.Row),
        new("wait", "w", ShortcutPlace.Row),
        new("resume", "Shift+w", ShortcutPlace.Row),
        new("snooze", "z", ShortcutPlace.Row),
        new("wake", "Shift+z", ShortcutPlace.Row),
        new("release", "Shift+d", ShortcutPlace.Row),
        new("reassign", "d", ShortcutPlace.Row),
        new("merge", "u", ShortcutPlace.Row),
        new("join", "Shift+j", ShortcutPlace.Row),
        new("macro", "Shift+m", ShortcutPlace.Row),
        new("follow", "Shift+f", ShortcutPlace.Row),
        new("spam", "Shift+n", ShortcutPlace.Row),
        new("reply", "r", ShortcutPlace.Case),
        new("note", "i", ShortcutPlace.Case),
        new("reclassify", "", ShortcutPlace.Case),
        new("hear", "h", ShortcutPlace.Case),
        new("close", "c", ShortcutPlace.Case),
        new("reopen", "Shift+c", ShortcutPlace.Case),
        new("step", "Shift+p", ShortcutPlace.Case),
        new("approve", "Shift+v", ShortcutPlace.Case),
        new("tag", "e", ShortcutPlace.Case),
        new("task", "Shift+t", ShortcutPlace.Case),
        new("fields", "f", ShortcutPlace.Case),
        new("beside", "b", ShortcutPlace.Case),
        new("chat", "Shift+i", ShortcutPlace.Case),
        new("older", "o", ShortcutPlace.Case),
        new("merge-alike", "Shift+u", ShortcutPlace.Case),
        new("link-case", "Shift+l", ShortcutPlace.Case),
        new("split", "Shift+k", ShortcutPlace.Case),
        new("extend", "Shift+q", ShortcutPlace.Case),
        new("complete", "", ShortcutPlace.Case),
        new("transfer", "", ShortcutPlace.Case),
        new("withdraw", "", ShortcutPlace.Case),
        new("send-back", "", ShortcutPlace.Case),
        new("time", "q", ShortcutPlace.Case),
        new("history", "Shift+y", ShortcutPlace.Case),
        new("print", "Shift+h", ShortcutPlace.Case),
        new("case-file", "Shift+e", ShortcutPlace.Case),
        new("send", "Ctrl+Enter", ShortcutPlace.Writing),
        new("send-answer", "Ctrl+Shift+Enter", ShortcutPlace.Writing),
        new("send-wait", "Ctrl+Alt+Enter", ShortcutPlace.Writing),
        new("send-close", "Ctrl+Alt+Shift+Enter", ShortcutPlace.Writing),
        new("schedule", "Ctrl+Shift+h", ShortcutPlace.Writing),
        new("preview", "Ctrl+e", ShortcutPlace.Writing),
        new("attach", "Ctrl+Shift+a", ShortcutPlace.Writing),
        new("bold", "Ctrl+b", ShortcutPlace.Writing),
        new("italic", "Ctrl+i", ShortcutPlace.Writing),
        new("link", "Ctrl+Shift+k", ShortcutPlace.Writing),
        new("insert", "Ctrl+Space", ShortcutPlace.Writing),
        new("accept", "Ctrl+.", ShortcutPlace.Writing),
    ];
}
