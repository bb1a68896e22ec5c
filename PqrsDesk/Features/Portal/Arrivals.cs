using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;

namespace PqrsDesk.Features.Portal;

/// <summary>Marks a page whose form brings files.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesFilesAttribute : Attribute;

/// <summary>The files that came with a form, on disk already. Those that no ticket names when the answer is made are taken off it.</summary>
public sealed class Arrivals(FileStore store)
{
    private readonly List<StoredFile> _files = [];
    private bool _kept;

    public IReadOnlyList<StoredFile> Files => _files;

    /// <summary>Why one of them did not come through.</summary>
    public Refusal? Refusal { get; private set; }

    public static Arrivals Of(HttpContext http) => http.Features.Get<Arrivals>() ?? new(http.RequestServices.GetRequiredService<FileStore>());

    public void Keep() => _kept = true;

    /// <summary>Something else than a ticket names these.</summary>
    public void Keep(IReadOnlyCollection<StoredFile> some) => _files.RemoveAll(some.Contains);

    internal async Task AddAsync(string name, string? contentType, Stream content, CancellationToken cancel)
    {
        if (Refusal is not null) return;
        if (_files.Count == store.Most)
        {
            Refuse(store.TooMany);
            return;
        }

        var outcome = await store.StoreAsync(name, contentType, content, null, cancel);
        if (outcome.File is { } file) _files.Add(file);
        else Refuse(outcome.Refusal!);
        if (_files.Sum(each => each.Bytes) > store.Together) Refuse(store.TooLargeTogether);
    }

    internal void Refuse(Refusal refusal) => Refusal ??= refusal;

    internal void Leave()
    {
        if (_kept) return;
        foreach (var file in _files) store.Remove(file);
        _files.Clear();
    }
}
