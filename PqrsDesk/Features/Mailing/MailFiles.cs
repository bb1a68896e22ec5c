using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Mail.Mime;

namespace PqrsDesk.Features.Mailing;

/// <summary>The files of a message, on disk for a case that is about to name them.</summary>
internal sealed class MailFiles(FileStore store)
{
    private const string Original = "mensaje-original.eml";
    private readonly List<StoredFile> _stored = [];

    public IReadOnlyList<StoredFile> Stored => _stored;

    /// <summary>What the store does not take, or what is too much, is not lost: the whole message goes along instead.</summary>
    /// <param name="cut">Whether text had to be left out.</param>
    public static async Task<MailFiles> StoreAsync(FileStore store, ReadMail mail, Func<Stream> original, bool cut, CancellationToken cancel)
    {
        var files = new MailFiles(store);
        try
        {
            // One place is left for the original.
            var leftOut = cut || mail.Files.Count >= FileStore.CountLimit;
            foreach (var file in mail.Files.Take(FileStore.CountLimit - 1))
            {
                using var content = new MemoryStream(file.Content(), writable: false);
                if (!await files.KeepAsync(file.Name, file.ContentType, content, cancel)) leftOut |= content.Length > 0;
            }

            if (leftOut)
            {
                await using var whole = original();
                await files.KeepAsync(Original, "message/rfc822", whole, cancel);
            }

            return files;
        }
        catch
        {
            files.Remove();
            throw;
        }
    }

    /// <summary>No case came to name them.</summary>
    public void Remove()
    {
        foreach (var file in _stored) store.Remove(file);
        _stored.Clear();
    }

    private async Task<bool> KeepAsync(string name, string contentType, Stream content, CancellationToken cancel)
    {
        if ((await store.StoreAsync(name, contentType, content, null, cancel)).File is not { } stored) return false;
        _stored.Add(stored);
        return true;
    }
}
