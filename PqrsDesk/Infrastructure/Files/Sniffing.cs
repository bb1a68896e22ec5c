using System.Net.Http.Headers;
using System.Text;

namespace PqrsDesk.Infrastructure.Files;

/// <summary>Says what a file is by its own first bytes (magic numbers): what a sender declares may be wrong, or a lie.</summary>
/// <remarks>
/// Nothing that a browser would run is ever named: mark-up of any kind is plain text. A package (ZIP, OLE) keeps the
/// declared type where it is of that family, for only its inside could tell a document from an archive.
/// </remarks>
internal static class Sniffing
{
    /// <summary>Bytes from the start that are looked at.</summary>
    public const int Needed = 512;
    private const int Longest = 120;
    public const string AnyType = "application/octet-stream";
    private const string Zip = "application/zip";
    private const string Ole = "application/x-ole-storage";

    private static readonly (byte[] Magic, int At, string Type)[] Known =
    [
        ("%PDF-"u8.ToArray(), 0, "application/pdf"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], 0, "image/png"),
        ([0xFF, 0xD8, 0xFF], 0, "image/jpeg"),
        ("GIF87a"u8.ToArray(), 0, "image/gif"),
        ("GIF89a"u8.ToArray(), 0, "image/gif"),
        ("WEBP"u8.ToArray(), 8, "image/webp"),
        ("WAVE"u8.ToArray(), 8, "audio/wav"),
        ("AVI "u8.ToArray(), 8, "video/x-msvideo"),
        ("II*\0"u8.ToArray(), 0, "image/tiff"),
        ("MM\0*"u8.ToArray(), 0, "image/tiff"),
        ("ftypheic"u8.ToArray(), 4, "image/heic"),
        ("ftypheix"u8.ToArray(), 4, "image/heic"),
        ("ftypmif1"u8.ToArray(), 4, "image/heif"),
        ("ftypavif"u8.ToArray(), 4, "image/avif"),
        ("ftypM4A"u8.ToArray(), 4, "audio/mp4"),
        ("ftypqt"u8.ToArray(), 4, "video/quicktime"),
        ("ftyp3gp"u8.ToArray(), 4, "video/3gpp"),
        ("ftyp"u8.ToArray(), 4, "video/mp4"),
        ("OggS"u8.ToArray(), 0, "audio/ogg"),
        ("ID3"u8.ToArray(), 0, "audio/mpeg"),
        ([0xFF, 0xFB], 0, "audio/mpeg"),
        ("#!AMR"u8.ToArray(), 0, "audio/amr"),
        ("{\\rtf"u8.ToArray(), 0, "application/rtf"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], 0, "application/x-7z-compressed"),
        ("Rar!\u001a\u0007"u8.ToArray(), 0, "application/vnd.rar"),
        ([0x1F, 0x8B], 0, "application/gzip"),
        ([0x50, 0x4B, 0x03, 0x04], 0, Zip),
        ([0x50, 0x4B, 0x05, 0x06], 0, Zip),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], 0, Ole),
        ("BM"u8.ToArray(), 0, "image/bmp"),
    ];

    /// <param name="head">The first bytes: <see cref="Needed"/>, or all there are.</param>
    /// <param name="declared">As the sender calls it.</param>
    public static string TypeOf(ReadOnlySpan<byte> head, string? declared)
    {
        foreach (var (magic, at, type) in Known)
        {
            if (head.Length < at + magic.Length || !head[at..].StartsWith(magic)) continue;
            return type switch
            {
                Zip => Declared(declared, ["application/vnd.openxmlformats-officedocument.", "application/vnd.oasis.opendocument.", "application/vnd.ms-"]) ?? type,
                Ole => Declared(declared, ["application/vnd.ms-", "application/msword"]) ?? type,
                _ => type,
            };
        }

        return IsText(head) ? Declared(declared, ["text/csv"]) ?? "text/plain" : AnyType;
    }

    private static string? Declared(string? declared, string[] family) =>
        MediaTypeHeaderValue.TryParse(declared, out var type) && type.MediaType is { Length: <= Longest } name && family.Any(part => name.StartsWith(part, StringComparison.OrdinalIgnoreCase))
            ? name.ToLowerInvariant()
            : null;

    /// <summary>UTF-8 without control characters, the last one perhaps cut.</summary>
    private static bool IsText(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty) return false;
        Span<char> room = stackalloc char[head.Length];
        var letters = room[..Encoding.UTF8.GetDecoder().GetChars(head, room, flush: false)];
        return !letters.ContainsAnyInRange('\0', '\u0008') && !letters.Contains('\uFFFD');
    }
}
