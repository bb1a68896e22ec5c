namespace PqrsDesk.Infrastructure.Mail.Mime;

/// <summary>A message, or a part of one.</summary>
/// <param name="Body">As it stands in the message; of a multipart all of it.</param>
/// <param name="Parts">Of a multipart; else empty.</param>
internal sealed record MimePart(MailHeaders Headers, ContentField Type, ReadOnlyMemory<byte> Body, IReadOnlyList<MimePart> Parts)
{
    public bool IsMultipart => Parts.Count > 0;

    public bool IsText => Type.Value.StartsWith("text/", StringComparison.Ordinal) || Type.Value.Length == 0;

    /// <summary>The name it was sent under; null when it has none.</summary>
    public string? FileName => NullIfBlank(Disposition.Parameter("filename")) ?? NullIfBlank(Type.Parameter("name"));

    public ContentField Disposition { get; } = ContentField.Read(Headers.First("Content-Disposition"));

    /// <summary>What it holds, decoded anew with each asking: nothing large is kept.</summary>
    public byte[] Content() => TransferEncoding.Decode(Body.Span, Headers.First("Content-Transfer-Encoding"));

    /// <param name="most">Bytes of the body that are looked at.</param>
    public string Text(int most)
    {
        var bytes = TransferEncoding.Decode(Body.Span[..Math.Min(most, Body.Length)], Headers.First("Content-Transfer-Encoding"));
        return Charsets.Decode(bytes, Type.Parameter("charset"));
    }

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
