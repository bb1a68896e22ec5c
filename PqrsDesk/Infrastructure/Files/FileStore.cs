using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Files;

/// <summary>An attachment that is on disk, or why it is not.</summary>
public sealed record StoringOutcome(StoredFile? File, Refusal? Refusal)
{
    public static implicit operator StoringOutcome(Refusal refusal) => new(null, refusal);

    public static implicit operator StoringOutcome(StoredFile file) => new(file, null);
}

/// <summary>The bytes of attachments: one file each in the data folder, which no web address reaches, under a name that says nothing.</summary>
/// <remarks>
/// A file is streamed in, measured on the way and flushed to disk before it is handed over, so that the transaction
/// that names it never names bytes that a power cut took. What is refused, or stopped half-way, is taken off the disk.
/// </remarks>
public sealed class FileStore(DeskSettings settings, FileSettings limits, Scanner scanner, FileRoom room, TimeProvider clock)
{
    public const string Field = "Files";

    /// <summary>On the first of two levels.</summary>
    public const int Folders = 256;
    private const int Chunk = 81_920;

    /// <summary>So often a file that is coming is asked whether it still fits on the disk.</summary>
    private const long Stretch = 16L * 1024 * 1024;

    private readonly string _folder = Path.Combine(settings.DataFolder, "files");
    private readonly string _quarantine = Path.Combine(settings.DataFolder, "quarantine");

    /// <summary>Bytes of one file at most.</summary>
    public long Limit => settings.FileLimit;

    /// <summary>Files of one filing or message at most.</summary>
    public int Most => limits.Most;

    /// <summary>Bytes of them at most.</summary>
    public long Together => Math.Min(limits.Together, limits.Case);

    public Refusal TooMany => new(RefusalCode.TooManyFiles, Field, Most.ToString(CultureInfo.InvariantCulture));

    public Refusal TooLargeTogether => new(RefusalCode.FilesTooLargeTogether, Field, FileSettings.InMiB(Together));

    public Refusal TooLarge => new(RefusalCode.FileTooLarge, Field, (Limit / 1024 / 1024).ToString(CultureInfo.InvariantCulture));

    /// <param name="name">As the sender calls it; a path before it is dropped.</param>
    /// <param name="contentType">As the sender declares it.</param>
    /// <param name="arrived">Told the bytes that have come so far.</param>
    public Task<StoringOutcome> StoreAsync(string name, string? contentType, Stream content, Action<long>? arrived, CancellationToken cancel) =>
        StoreAsync(name, contentType, content, Limit, arrived, cancel);

    /// <summary>Whatever its size: what somebody else has measured already, and nobody may cut.</summary>
    public Task<StoringOutcome> StoreWholeAsync(string name, string? contentType, Stream content, CancellationToken cancel) =>
        StoreAsync(name, contentType, content, long.MaxValue - Chunk, null, cancel);

    private async Task<StoringOutcome> StoreAsync(string name, string? contentType, Stream content, long limit, Action<long>? arrived, CancellationToken cancel)
    {
        if (await room.RefuseAsync(cancel) is { } full) return full;
        if (NameOf(name) is not { } kept) return new Refusal(RefusalCode.FileNameInvalid, Field, name);
        var id = Guid.NewGuid();
        var path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            var (bytes, sha256, type) = await WriteAsync(path, content, contentType, limit, arrived, cancel);
            if (bytes is > 0 && bytes <= limit && sha256 is not null)
            {
                room.Add(bytes);
                return Stored(id, kept, type, bytes, sha256);
            }

            File.Delete(path);
            return bytes == 0 ? new Refusal(RefusalCode.FileEmpty, Field) : sha256 is null && room.RefuseByDisk() is { } low ? low : TooLarge;
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Takes back a file that no ticket came to name.</summary>
    public void Remove(StoredFile file) => Remove(file.Id);

    public void Remove(Guid id)
    {
        // Its folder too may never have been.
        if (Find(id) is { } path) File.Delete(path);
    }

    /// <summary>A file that was held for a form, as the store gives out what just came.</summary>
    public StoredFile Of(HeldFile held) => Stored(held.Id, held.Name, held.ContentType, held.Bytes, held.Sha256);

    /// <summary>Files that were last written before that instant.</summary>
    /// <param name="folder">From 0 to <see cref="Folders"/>.</param>
    public IEnumerable<Guid> OlderThan(DateTimeOffset instant, int folder)
    {
        var path = new DirectoryInfo(Path.Combine(_folder, folder.ToString("x2", CultureInfo.InvariantCulture)));
        return !path.Exists ? [] : path.EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => file.LastWriteTimeUtc < instant.UtcDateTime && Guid.TryParseExact(file.Name, "N", out _))
            .Select(file => Guid.ParseExact(file.Name, "N"));
    }

    /// <summary>Takes the bytes to where nobody reads them. What is there already, or gone, is left so.</summary>
    public void Quarantine(Guid id)
    {
        if (Find(id) is not { } path) return;
        Directory.CreateDirectory(_quarantine);
        var to = Path.Combine(_quarantine, id.ToString("N"));
        File.Move(path, to, overwrite: true);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(to, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    /// <summary>Where the bytes are; null when they are not there.</summary>
    public string? Find(Guid id) => PathOf(id) is var path && File.Exists(path) ? path : null;

    /// <summary>The bytes as they may be shown to others: of a picture, without the place where it was taken. What is kept stays as it came.</summary>
    /// <returns>Null when they are not there.</returns>
    public async Task<Stream?> ShowAsync(StoredFile file, CancellationToken cancel)
    {
        if (Find(file.Id) is not { } path) return null;
        var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
        try
        {
            if (!file.ContentType.StartsWith("image/", StringComparison.Ordinal)) return content;
            var head = new byte[Math.Min(PlaceOfPictures.Looked, content.Length)];
            await content.ReadExactlyAsync(head, cancel);
            content.Position = 0;
            return PlaceOfPictures.Find(head) is { Count: > 0 } blanks ? new BlankedStream(content, blanks) : content;
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    }

    private StoredFile Stored(Guid id, string name, string type, long bytes, string sha256)
    {
        var now = clock.GetUtcNow();
        return new()
        {
            Id = id,
            Name = name,
            ContentType = type,
            Bytes = bytes,
            Sha256 = sha256,
            StoredAt = now,
            Scan = scanner.IsSet ? FileScan.Waiting : FileScan.None,
            NextScanAt = scanner.IsSet ? now : null,
        };
    }

    /// <summary>Two levels of folders keep each one short: 65,536 of them at most.</summary>
    private string PathOf(Guid id)
    {
        var name = id.ToString("N");
        return Path.Combine(_folder, name[..2], name[2..4], name);
    }

    /// <returns>The bytes read: one more than the limit at least, when there are too many. Without a hash when the disk has no room for them.</returns>
    private async Task<(long Bytes, string? Sha256, string Type)> WriteAsync(string path, Stream content, string? declared, long limit, Action<long>? arrived, CancellationToken cancel)
    {
        var chunk = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
            var (bytes, head) = (0L, new ArrayBufferWriter<byte>(Sniffing.Needed));
            for (int read; bytes <= limit && (read = await content.ReadAsync(chunk, cancel)) > 0; arrived?.Invoke(bytes))
            {
                hash.AppendData(chunk, 0, read);
                head.Write(chunk.AsSpan(0, Math.Min(read, Sniffing.Needed - head.WrittenCount)));
                await file.WriteAsync(chunk.AsMemory(0, read), cancel);
                if (bytes / Stretch != (bytes += read) / Stretch && room.IsLow) return (bytes, null, "");
            }

            file.Flush(flushToDisk: true);
            return (bytes, Convert.ToHexStringLower(hash.GetHashAndReset()), Sniffing.TypeOf(head.WrittenSpan, declared));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    /// <summary>The last part of what may be a whole path of the sender's machine, without control characters.</summary>
    private static string? NameOf(string name)
    {
        var kept = string.Concat(name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Where(letter => !char.IsControl(letter))).Trim();
        return kept.Length is > 0 and <= Ticket.FileNameLimit ? kept : null;
    }
}
