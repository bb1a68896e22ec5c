using PqrsDesk.Infrastructure.Files;

namespace PqrsDesk.Features.Filings;

/// <summary>What one person has begun to write, kept while their connection lives: a look at the queue loses nothing.</summary>
public sealed class FilingDraft(FileStore store) : IDisposable
{
    public FilingForm Form { get; private set; } = new();
    public PendingFiles Files { get; private set; } = new(store);

    public bool Touched => Form.Touched || Files.All.Count > 0;

    /// <summary>Begins again; files that were not filed are taken off the disk.</summary>
    public void Clear()
    {
        Files.Dispose();
        (Form, Files) = (new(), new(store));
    }

    public void Dispose() => Files.Dispose();
}
