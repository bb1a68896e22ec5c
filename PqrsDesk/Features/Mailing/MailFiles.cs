using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Mail.Mime;

namespace PqrsDesk.Features.Mailing;

/// <summary>The files of a message, on disk for a case that is about to name them.</summary>
internal sealed class MailFiles(FileStore store)
{
    private const string Original = "mensaje-original.eml";
    private readonly List<StoredFile> _stored = [];
    private readonly List<string> _leftOut = [];

    public IReadOnlyList<StoredFile> Stored => _stored;

    /// <summary>Names of those that were too much: they are in the original, which the desk keeps whole in any event.</summary>
    public IReadOnlyList<string> LeftOut => _leftOut;

    /// <summary>What the store does not take, or what is too much, is not lost: the whole message goes along instead, where it fits.</summary>
    /// <param name="cut">Whether text had to be left out.</param>
    public static async Task<MailFiles> StoreAsync(FileStore store, ReadMail mail, Func<Stream> original, bool cut, CancellationToken cancel)
    {
        var files = new MailFiles(store);
        try
        {
            foreach (var file in mail.Files)
            {
                using var content = new MemoryStream(file.Content(), writable: false);

                // One place is left for the original.
                var fits = files._stored.Count < store.Most - 1 && await files.KeepAsync(file.Name, file.ContentType, content, cancel);
                if (!fits && content.Length > 0) files._leftOut.Add(file.Name);
            }

            if (cut || files._leftOut.Count > 0)
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

    /// <summary>The case has no room for any of them.</summary>
    public void LeaveOut()
    {
        _leftOut.AddRange(_stored.Where(file => file.Name != Original).Select(file => file.Name));
        Remove();
    }

    private async Task<bool> KeepAsync(string name, string contentType, Stream content, CancellationToken cancel)
    {
        if (content.Length + _stored.Sum(file => file.Bytes) > store.Together) return false;
        if ((await store.StoreAsync(name, contentType, content, null, cancel)).File is not { } stored) return false;
        _stored.Add(stored);
        return true;
    }
}
