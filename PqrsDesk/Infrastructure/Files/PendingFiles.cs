using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Files;

/// <summary>One file that a person chose: on its way, on disk, or refused.</summary>
public sealed class PendingFile(string name, long bytes)
{
    public string Name => name;
    public long Bytes => bytes;

    /// <summary>Bytes that have come so far.</summary>
    public long Arrived { get; internal set; }
    public StoredFile? Stored { get; internal set; }
    public Refusal? Refusal { get; internal set; }
    public bool OnItsWay => Stored is null && Refusal is null;
}

/// <summary>The files of a form that is not sent yet. What nobody keeps by then is taken off the disk.</summary>
public sealed class PendingFiles(FileStore store) : IDisposable
{
    private readonly List<PendingFile> _files = [];
    private readonly CancellationTokenSource _end = new();

    public IReadOnlyList<PendingFile> All => _files;
    public bool OnTheirWay => _files.Exists(file => file.OnItsWay);

    public IReadOnlyList<StoredFile> Stored => [.. _files.Select(file => file.Stored).OfType<StoredFile>()];

    /// <param name="open">Opens the content; not called for a file that is too large by its own word.</param>
    /// <param name="arrived">Told whenever there is something new to show.</param>
    public async Task AddAsync(string name, string? contentType, long bytes, Func<CancellationToken, Stream> open, Action arrived)
    {
        var file = new PendingFile(name, bytes);
        _files.Add(file);
        if (bytes > store.Limit || bytes > LeftFor(file))
        {
            file.Refusal = bytes > store.Limit ? store.TooLarge : store.TooLargeTogether;
            return;
        }

        try
        {
            await using var content = open(_end.Token);
            var outcome = await store.StoreAsync(name, contentType, content, soFar =>
            {
                file.Arrived = soFar;
                arrived();
            }, _end.Token);
            (file.Stored, file.Refusal) = (outcome.File, outcome.Refusal);
        }
        catch
        {
            _files.Remove(file);
            throw;
        }

        // What did not say its size beforehand.
        if (file.Stored is { } more && more.Bytes > LeftFor(file))
        {
            store.Remove(more);
            (file.Stored, file.Refusal) = (null, store.TooLargeTogether);
        }

        // The form was left, or the file taken off it, while the last bytes came.
        if (file.Stored is { } late && !_files.Contains(file)) store.Remove(late);
    }

    private long LeftFor(PendingFile one) => store.Together - _files.Where(file => file != one && file.Refusal is null).Sum(file => file.Stored?.Bytes ?? file.Bytes);

    public void Remove(PendingFile file)
    {
        if (_files.Remove(file) && file.Stored is { TicketId: 0 } stored) store.Remove(stored);
    }

    /// <summary>One that is on a case already, and stays there whatever becomes of the form.</summary>
    public void Adopt(StoredFile file)
    {
        if (!_files.Exists(each => each.Stored?.Id == file.Id)) _files.Add(new PendingFile(file.Name, file.Bytes) { Stored = file, Arrived = file.Bytes });
    }

    /// <summary>A ticket names those that are on disk now: they stay there.</summary>
    public void Keep() => _files.RemoveAll(file => file.Stored is not null);

    public void Dispose()
    {
        if (_end.IsCancellationRequested) return;
        _end.Cancel();
        foreach (var file in _files.ToList()) Remove(file);
        _end.Dispose();
    }
}
