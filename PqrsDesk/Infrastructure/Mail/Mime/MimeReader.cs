using System.Text;

namespace PqrsDesk.Infrastructure.Mail.Mime;

/// <summary>Takes a message apart (RFC 5322 and 2045 ff.). There is no message that it refuses: what it cannot follow stays one piece.</summary>
internal static class MimeReader
{
    public static MimePart Read(ReadOnlyMemory<byte> message)
    {
        var left = MimeLimits.Parts;
        return Read(message, "text/plain", MimeLimits.Depth, ref left);
    }

    private static MimePart Read(ReadOnlyMemory<byte> part, string otherwise, int depth, ref int left)
    {
        left--;
        var (headers, body) = MailHeaders.Read(part);
        var type = ContentField.Read(headers.First("Content-Type"));
        if (type.Value.IndexOf('/') <= 0) type = type with { Value = otherwise };
        if (depth == 0 || !type.Value.StartsWith("multipart/", StringComparison.Ordinal) || Boundary(type) is not { } boundary) return new(headers, type, body, []);
        var parts = new List<MimePart>();
        foreach (var inner in Split(body, boundary))
        {
            if (left <= 0) break;
            parts.Add(Read(inner, type.Value == "multipart/digest" ? "message/rfc822" : "text/plain", depth - 1, ref left));
        }

        // No boundary anywhere: what there is was meant to be read.
        return new(headers, parts.Count > 0 ? type : type with { Value = "text/plain" }, body, parts);
    }

    private static byte[]? Boundary(ContentField type) =>
        type.Parameter("boundary")?.TrimEnd() is { Length: > 0 and <= MimeLimits.Boundary } boundary ? Encoding.UTF8.GetBytes("--" + boundary) : null;

    /// <summary>What stands between the boundaries; a last one without an end goes to the end.</summary>
    private static List<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> body, byte[] boundary)
    {
        var (parts, start, at) = (new List<ReadOnlyMemory<byte>>(), -1, 0);
        var span = body.Span;
        while (at < span.Length && span[at..].IndexOf(boundary) is >= 0 and var found)
        {
            var line = at + found;
            at = line + boundary.Length;
            if (line > 0 && span[line - 1] != '\n') continue;
            var end = span[at..].IndexOf((byte)'\n');
            var rest = end < 0 ? span[at..] : span.Slice(at, end);
            var closes = rest.StartsWith("--"u8);
            if (!(closes ? rest[2..] : rest).Trim(" \t\r"u8).IsEmpty) continue;
            if (start >= 0) parts.Add(body[start..Math.Max(start, Before(span, line))]);
            start = -1;
            if (closes) return parts;
            at = end < 0 ? span.Length : at + end + 1;
            start = at;
            if (parts.Count > MimeLimits.Parts) return parts;
        }

        if (start >= 0) parts.Add(body[start..]);
        return parts;
    }

    /// <summary>The line end before a boundary belongs to the boundary.</summary>
    private static int Before(ReadOnlySpan<byte> span, int line) =>
        line >= 2 && span[line - 2] == '\r' ? line - 2 : Math.Max(0, line - 1);
}
