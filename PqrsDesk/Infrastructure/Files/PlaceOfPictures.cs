using System.Buffers.Binary;

namespace PqrsDesk.Infrastructure.Files;

/// <summary>Bytes of a file that are to be read as something else.</summary>
public readonly record struct Blank(long At, int Length, byte As);

/// <summary>Finds where a picture says in what place it was taken, so that it can be shown without.</summary>
/// <remarks>
/// The place stands in a table of Exif (CIPA DC-008, tag 0x8825: GPS Info IFD), which JPEG, PNG, WebP, HEIC and TIFF carry
/// alike, or in an XMP packet. Blanked bytes keep the picture's length and all its offsets; what is broken or strange is
/// left alone, never an error.
/// </remarks>
public static class PlaceOfPictures
{
    /// <summary>Cameras write it at the start.</summary>
    public const int Looked = 1024 * 1024;
    private const int GpsTag = 0x8825;
    private const int MostEntries = 512;

    /// <summary>A picture has one, and one more for its thumbnail; a file of nothing but marks shall not keep the desk busy.</summary>
    private const int MostMarks = 16;
    private static readonly byte[] Marker = "Exif\0\0"u8.ToArray();
    private static readonly byte[] Xmp = "<x:xmpmeta"u8.ToArray();
    private static readonly byte[] XmpEnd = "</x:xmpmeta>"u8.ToArray();
    private static readonly byte[] PngChunk = "eXIf"u8.ToArray();
    private static readonly byte[] WebpChunk = "EXIF"u8.ToArray();

    /// <param name="head">The first bytes: <see cref="Looked"/>, or all there are.</param>
    public static IReadOnlyList<Blank> Find(ReadOnlySpan<byte> head)
    {
        var blanks = new List<Blank>();
        Table(head, 0, blanks);
        After(head, Marker, 0, blanks);
        After(head, PngChunk, 0, blanks);
        After(head, WebpChunk, 4, blanks);
        Packet(head, blanks);
        return blanks;
    }

    /// <summary>Each place behind the mark may be where a table begins.</summary>
    private static void After(ReadOnlySpan<byte> head, ReadOnlySpan<byte> mark, int gap, List<Blank> blanks)
    {
        var marks = 0;
        for (var at = 0; marks++ < MostMarks && head[at..].IndexOf(mark) is var found and >= 0; at += found + mark.Length) Table(head, at + found + mark.Length + gap, blanks);
    }

    /// <summary>A TIFF header and its first directory; the entry that leads to the place is blanked with what it leads to.</summary>
    private static void Table(ReadOnlySpan<byte> head, int start, List<Blank> blanks)
    {
        if (start > head.Length - 8) return;
        var tiff = head[start..];
        bool little = tiff[0] == 'I';
        if (!(tiff.StartsWith("II*\0"u8) || tiff.StartsWith("MM\0*"u8))) return;
        foreach (var entry in Entries(tiff, Number(tiff, 4, little), little))
        {
            if (Short(tiff, entry, little) != GpsTag) continue;
            var place = Number(tiff, entry + 8, little);
            foreach (var detail in Entries(tiff, place, little))
            {
                Value(tiff, detail, little, start, blanks);
                blanks.Add(new(start + detail, 12, 0));
            }

            blanks.Add(new(start + entry, 12, 0));
        }
    }

    private static List<int> Entries(ReadOnlySpan<byte> tiff, uint directory, bool little)
    {
        var entries = new List<int>();
        if (directory < 8 || directory > tiff.Length - 2) return entries;
        var count = Math.Min(Short(tiff, (int)directory, little), MostEntries);
        for (var i = 0; i < count && directory + 2 + 12 * (i + 1) <= tiff.Length; i++) entries.Add((int)directory + 2 + 12 * i);
        return entries;
    }

    /// <summary>What does not fit into the entry's four bytes stands elsewhere.</summary>
    private static void Value(ReadOnlySpan<byte> tiff, int entry, bool little, int start, List<Blank> blanks)
    {
        var size = Short(tiff, entry + 2, little) switch
        {
            3 or 8 => 2,
            4 or 9 or 11 => 4,
            5 or 10 or 12 => 8,
            _ => 1,
        };
        var (bytes, at) = (Number(tiff, entry + 4, little) * (long)size, Number(tiff, entry + 8, little));
        if (bytes > 4 && at >= 8 && at < tiff.Length) blanks.Add(new(start + at, (int)Math.Min(bytes, tiff.Length - at), 0));
    }

    /// <summary>XMP may repeat the place in words: then nothing of the packet's inside is shown.</summary>
    private static void Packet(ReadOnlySpan<byte> head, List<Blank> blanks)
    {
        for (var at = 0; head[at..].IndexOf(Xmp) is var found and >= 0;)
        {
            var start = at + found;
            var rest = head[start..];
            var length = rest.IndexOf(XmpEnd);
            if (length < 0) return;
            if (rest[..length].IndexOf("GPS"u8) >= 0) blanks.Add(new(start, length + XmpEnd.Length, (byte)' '));
            at = start + length + XmpEnd.Length;
        }
    }

    private static int Short(ReadOnlySpan<byte> tiff, int at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(tiff[at..]) : BinaryPrimitives.ReadUInt16BigEndian(tiff[at..]);

    private static uint Number(ReadOnlySpan<byte> tiff, int at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[at..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[at..]);
}
