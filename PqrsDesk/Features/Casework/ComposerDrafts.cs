using PqrsDesk.Infrastructure.Files;

namespace PqrsDesk.Features.Casework;

/// <summary>What a person has begun to write on a ticket.</summary>
public sealed class ComposerDraft(PendingFiles files)
{
    public string Reply { get; set; } = "";
    public string Note { get; set; } = "";

    /// <summary>What goes along with the reply.</summary>
    public PendingFiles Files => files;

    /// <summary>What the desk waits for, when the reply asks for something.</summary>
    public string Waiting { get; set; } = "";

    /// <summary>The number of a cause in the catalogue of pauses, or nothing.</summary>
    public string Cause { get; set; } = "";

    public int? CauseId => int.TryParse(Cause, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>The version that was there when the reply was begun, or that the person has taken note of since.</summary>
    public int? Seen { get; set; }

    public bool Touched => Reply.Length > 0 || Note.Length > 0 || files.All.Count > 0;
}

/// <summary>The drafts of one person by ticket, kept while their connection lives: a look at another ticket loses nothing.</summary>
public sealed class ComposerDrafts(FileStore store) : IDisposable
{
    private readonly Dictionary<string, ComposerDraft> _drafts = [];

    public ComposerDraft Of(string radicado)
    {
        if (!_drafts.TryGetValue(radicado, out var draft)) _drafts[radicado] = draft = new(new PendingFiles(store));
        return draft;
    }

    /// <summary>What was not sent is taken off the disk.</summary>
    public void Dispose()
    {
        foreach (var draft in _drafts.Values) draft.Files.Dispose();
    }
}
