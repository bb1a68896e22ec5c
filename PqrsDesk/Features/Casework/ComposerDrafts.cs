namespace PqrsDesk.Features.Casework;

/// <summary>What a person has begun to write on a ticket.</summary>
public sealed class ComposerDraft
{
    public string Reply { get; set; } = "";
    public string Note { get; set; } = "";

    /// <summary>What the desk waits for, when the reply asks for something.</summary>
    public string Waiting { get; set; } = "";

    /// <summary>The number of a cause in the catalogue of pauses, or nothing.</summary>
    public string Cause { get; set; } = "";

    public int? CauseId => int.TryParse(Cause, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>The version that was there when the reply was begun, or that the person has taken note of since.</summary>
    public int? Seen { get; set; }

    public bool Touched => Reply.Length > 0 || Note.Length > 0;
}

/// <summary>The drafts of one person by ticket, kept while their connection lives: a look at another ticket loses nothing.</summary>
public sealed class ComposerDrafts
{
    private readonly Dictionary<string, ComposerDraft> _drafts = [];

    public ComposerDraft Of(string radicado)
    {
        if (!_drafts.TryGetValue(radicado, out var draft)) _drafts[radicado] = draft = new();
        return draft;
    }
}
