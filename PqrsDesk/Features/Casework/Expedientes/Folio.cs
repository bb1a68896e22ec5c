using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using PqrsDesk.Infrastructure.Files;

namespace PqrsDesk.Features.Casework.Expedientes;

/// <summary>One piece of a case file, as its index lists it.</summary>
/// <param name="Kind">Key of the text that says what it is.</param>
/// <param name="Path">Within the archive; null: it is listed and not in it.</param>
/// <param name="Sha256">Of what is in the archive, in lower-case hexadecimal.</param>
/// <param name="Missing">Key of the text that says why it is not in it.</param>
public sealed record Folio(int Number, string Kind, string Title, DateTimeOffset? At, string Who, string? Path, long Bytes, string? Sha256, string? Missing);

/// <summary>Writes a case file piece by piece into an archive that nobody holds in memory.</summary>
/// <param name="root">The one folder that it all lies in.</param>
internal sealed class FolioWriter(ZipArchive zip, string root, CancellationToken cancel)
{
    private const int Chunk = 81_920;
    private static readonly DateTimeOffset Oldest = new(1980, 1, 2, 0, 0, 0, TimeSpan.Zero);
    private readonly List<Folio> _folios = [];

    public IReadOnlyList<Folio> Folios => _folios;

    /// <summary>With its number before the name, no two are called alike.</summary>
    public Task AddAsync(string kind, string title, DateTimeOffset? at, string who, string folder, string name, string text) =>
        AddAsync(kind, title, at, who, folder, name, new MemoryStream(Encoding.UTF8.GetBytes(text)));

    public async Task AddAsync(string kind, string title, DateTimeOffset? at, string who, string folder, string name, Stream content)
    {
        var number = _folios.Count + 1;
        var path = $"{folder}{(folder.Length > 0 ? "/" : "")}{number:0000} {SafeNames.Of(name, "archivo")}";
        await using var source = content;
        var (bytes, sha256) = await WriteAsync(path, source, at);
        _folios.Add(new(number, kind, title, at, who, path, bytes, sha256, null));
    }

    /// <summary>What belongs to the case and is not handed out.</summary>
    public void Mention(string kind, string title, DateTimeOffset? at, string who, long bytes, string missing) =>
        _folios.Add(new(_folios.Count + 1, kind, title, at, who, null, bytes, null, missing));

    /// <summary>The index itself, which lists all else.</summary>
    public Task IndexAsync(string name, string text) => WriteAsync(name, new MemoryStream([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]), null);

    private async Task<(long Bytes, string Sha256)> WriteAsync(string path, Stream source, DateTimeOffset? at)
    {
        var entry = zip.CreateEntry($"{root}/{path}", CompressionLevel.Fastest);
        if (at is { } instant && instant > Oldest) entry.LastWriteTime = instant;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var into = await entry.OpenAsync(cancel);
        var (chunk, bytes) = (new byte[Chunk], 0L);
        for (int read; (read = await source.ReadAsync(chunk, cancel)) > 0; bytes += read)
        {
            hash.AppendData(chunk, 0, read);
            await into.WriteAsync(chunk.AsMemory(0, read), cancel);
        }

        return (bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
