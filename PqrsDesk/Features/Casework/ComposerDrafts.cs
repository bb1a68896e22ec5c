using System.Globalization;
using PqrsDesk.Features.Casework.Sending;
using PqrsDesk.Features.Drafting;
using PqrsDesk.Infrastructure.Files;

namespace PqrsDesk.Features.Casework;

/// <summary>What a person has begun to write on a ticket.</summary>
public sealed partial class ComposerDraft : IAsyncDisposable
{
    private readonly DraftPen _pen;

    internal ComposerDraft(PendingFiles files, Func<Func<string?>, DraftPen> pen) => (Files, _pen) = (files, pen(() => Text));

    public string Reply { get; set; } = "";
    public string Note { get; set; } = "";

    /// <summary>What goes along with the reply. Files stay as long as the connection.</summary>
    public PendingFiles Files { get; }

    /// <summary>What the desk waits for, when the reply asks for something.</summary>
    public string Waiting { get; set; } = "";

    /// <summary>The number of a cause in the catalogue of pauses, or nothing.</summary>
    public string Cause { get; set; } = "";

    public int? CauseId => int.TryParse(Cause, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>The version that was there when the reply was begun, or that the person has taken note of since.</summary>
    public int? Seen { get; set; }

    public bool Touched => Reply.Length > 0 || Note.Length > 0 || Files.All.Count > 0;

    /// <summary>It was written on another connection.</summary>
    public bool Recovered { get; private set; }

    /// <summary>Null: there are no words to keep.</summary>
    private string? Text => Reply.Length == 0 && Note.Length == 0 ? null : new KeptWords(Reply, Note, Waiting, Cause, Seen) { Put = PutArticles, FilesOnCase = FilesOnCase }.Write();

    /// <summary>Something was put into the reply from outside of the composer.</summary>
    public event Action? Inserted;

    /// <summary>Puts a text (a template, an article, a quotation) at the end of the reply, as paragraphs of its own.</summary>
    public void Insert(string text)
    {
        Reply = Reply.TrimEnd() is { Length: > 0 } begun ? $"{begun}\n\n{text}" : text;
        Touch();
        Inserted?.Invoke();
    }

    /// <summary>It may have changed. What is empty was sent or thrown away, and is forgotten at once.</summary>
    public void Touch()
    {
        if (Text is null) _ = _pen.WriteAsync();
        else _pen.Touch();
    }

    /// <summary>What was recovered is the person's own again.</summary>
    public void Settle() => Recovered = false;

    public void Clear()
    {
        (Reply, Note, Waiting, Cause, Seen, Recovered) = ("", "", "", "", null, false);
        Touch();
    }

    public async ValueTask DisposeAsync()
    {
        await _pen.DisposeAsync();
        Files.Dispose();
    }

    internal void Recover(KeptWords words)
    {
        if (Touched) return;
        (Reply, Note, Waiting, Cause, Seen, Recovered) = (words.Reply, words.Note, words.Waiting, words.Cause, words.Seen, true);
        RecoverPut(words);
        _pen.Begin(Text);
    }
}

/// <summary>The drafts of one person by ticket: in memory while their connection lives, and their words on the server.</summary>
public sealed class ComposerDrafts(FileStore store, Drafts kept, WorkPlan plans, ILogger<ComposerDrafts> log) : IAsyncDisposable
{
    private readonly Dictionary<string, ComposerDraft> _drafts = [];

    /// <summary>What was begun here or on another connection.</summary>
    public async Task<ComposerDraft> OpenAsync(int staffId, string radicado)
    {
        if (_drafts.TryGetValue(radicado, out var known)) return known;
        var key = $"caso:{radicado}";
        var words = await kept.ReadAsync<KeptWords>(staffId, key, CancellationToken.None);
        var files = await plans.FilesAsync(words?.FilesOnCase ?? [], CancellationToken.None);
        if (_drafts.TryGetValue(radicado, out known)) return known;
        var draft = new ComposerDraft(new PendingFiles(store), read => new DraftPen(kept, staffId, key, read, log, KeptWords.Join));
        if (words is not null) draft.Recover(words);
        draft.Adopt(files);
        return _drafts[radicado] = draft;
    }

    /// <summary>Files that were not sent are taken off the disk; words stay.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var draft in _drafts.Values) await draft.DisposeAsync();
    }
}
