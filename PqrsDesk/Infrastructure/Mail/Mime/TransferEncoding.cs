using System.Buffers;

namespace PqrsDesk.Infrastructure.Mail.Mime;

/// <summary>What the way through seven-bit mail did to the bytes, taken back. Both decodings forgive what real senders do wrong.</summary>
internal static class TransferEncoding
{
    private const byte Foreign = 255;
    private static readonly byte[] Sixths = Table();

    public static byte[] Decode(ReadOnlySpan<byte> body, string? encoding) => encoding?.Trim().ToLowerInvariant() switch
    {
        "base64" => Base64(body),
        "quoted-printable" => QuotedPrintable(body),
        _ => body.ToArray(),
    };

    /// <summary>Whatever is no letter of the alphabet is passed over; padding begins a new group, for some senders join whole texts.</summary>
    public static byte[] Base64(ReadOnlySpan<byte> body)
    {
        var decoded = new ArrayBufferWriter<byte>(Math.Max(4, body.Length / 4 * 3 + 3));
        var (bits, count) = (0, 0);
        Span<byte> whole = stackalloc byte[3];
        foreach (var letter in body)
        {
            if (letter == '=')
            {
                Rest(decoded, bits, count);
                (bits, count) = (0, 0);
                continue;
            }

            if (Sixths[letter] is not (not Foreign and var sixth)) continue;
            bits = (bits << 6) | sixth;
            if (++count < 4) continue;
            (whole[0], whole[1], whole[2]) = ((byte)(bits >> 16), (byte)(bits >> 8), (byte)bits);
            decoded.Write(whole);
            (bits, count) = (0, 0);
        }

        Rest(decoded, bits, count);
        return decoded.WrittenSpan.ToArray();
    }

    public static byte[] QuotedPrintable(ReadOnlySpan<byte> body)
    {
        var decoded = new ArrayBufferWriter<byte>(Math.Max(4, body.Length));
        while (body.Length > 0)
        {
            var end = body.IndexOf((byte)'\n');
            var line = end < 0 ? body : body[..end];
            body = end < 0 ? [] : body[(end + 1)..];

            // Blanks at the end of a line were put there on the way.
            var kept = line.TrimEnd(" \t\r"u8);
            var joins = end >= 0 && kept.EndsWith("="u8);
            Line(decoded, joins ? kept[..^1] : kept);
            if (end >= 0 && !joins) decoded.Write("\r\n"u8);
        }

        return decoded.WrittenSpan.ToArray();
    }

    /// <summary>The other kind of Q, in headers: an underscore is a blank.</summary>
    public static byte[] QuotedWord(ReadOnlySpan<byte> word)
    {
        var decoded = new ArrayBufferWriter<byte>(Math.Max(4, word.Length));
        Line(decoded, word, underscored: true);
        return decoded.WrittenSpan.ToArray();
    }

    private static void Line(ArrayBufferWriter<byte> decoded, ReadOnlySpan<byte> line, bool underscored = false)
    {
        var into = decoded.GetSpan(Math.Max(1, line.Length));
        var written = 0;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '=' && at + 2 < line.Length && Hex(line[at + 1]) is >= 0 and var high && Hex(line[at + 2]) is >= 0 and var low)
            {
                into[written++] = (byte)(high << 4 | low);
                at += 2;
            }
            else
            {
                into[written++] = underscored && line[at] == '_' ? (byte)' ' : line[at];
            }
        }

        decoded.Advance(written);
    }

    private static void Rest(ArrayBufferWriter<byte> decoded, int bits, int count)
    {
        if (count == 2) decoded.Write([(byte)(bits >> 4)]);
        else if (count == 3) decoded.Write([(byte)(bits >> 10), (byte)(bits >> 2)]);
    }

    internal static int Hex(int letter) => letter switch
    {
        >= '0' and <= '9' => letter - '0',
        >= 'A' and <= 'F' => letter - 'A' + 10,
        >= 'a' and <= 'f' => letter - 'a' + 10,
        _ => -1,
    };

    private static byte[] Table()
    {
        var table = new byte[256];
        Array.Fill(table, Foreign);
        var letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8;
        for (var value = 0; value < letters.Length; value++) table[letters[value]] = (byte)value;
        return table;
    }
}
