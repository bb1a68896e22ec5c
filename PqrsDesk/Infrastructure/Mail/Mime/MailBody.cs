using System.Globalization;

namespace PqrsDesk.Infrastructure.Mail.Mime;

/// <summary>What of a message is text to read, and what are files.</summary>
internal sealed class MailBody
{
    private readonly List<string> _texts = [];
    private readonly List<MailFile> _files = [];
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private int _left = MimeLimits.TextBytes;

    private MailBody()
    {
    }

    public string Text => MailText.Tidy(string.Join("\n\n", _texts));

    public IReadOnlyList<MailFile> Files => _files;

    public static MailBody Of(MimePart message)
    {
        var body = new MailBody();
        body.Take(message, related: false);
        return body;
    }

    /// <param name="related">Inside a page with its pictures: there a text without a name is still the page's.</param>
    private void Take(MimePart part, bool related)
    {
        if (!part.IsMultipart) TakeLeaf(part);
        else if (part.Type.Value == "multipart/alternative") TakeBest(part.Parts, related);
        else foreach (var inner in part.Parts) Take(inner, related || part.Type.Value == "multipart/related");
    }

    private void TakeLeaf(MimePart part)
    {
        if (!IsForReading(part)) Keep(part);
        else if (TextOf(part) is { Length: > 0 } text) _texts.Add(text);
    }

    /// <summary>The same said several times: plain words where there are any, else the page. What is neither is a file.</summary>
    private void TakeBest(IReadOnlyList<MimePart> parts, bool related)
    {
        var readable = parts.Where(CanBeRead).ToList();
        foreach (var part in readable.OrderBy(part => IsPlain(part) ? 0 : 1))
        {
            var before = (Texts: _texts.Count, Files: _files.Count);
            Take(part, related);
            if (_texts.Count == before.Texts) continue;

            // The other ways of saying it may still carry pictures and files of their own.
            foreach (var other in readable.Where(other => !ReferenceEquals(other, part))) TakeFiles(other);
            break;
        }

        foreach (var part in parts.Where(part => !CanBeRead(part))) Take(part, related);
    }

    private void TakeFiles(MimePart part)
    {
        foreach (var inner in part.Parts) TakeFiles(inner);
        if (!part.IsMultipart && !IsForReading(part)) Keep(part);
    }

    private static bool CanBeRead(MimePart part) => part.IsMultipart ? part.Parts.Any(CanBeRead) : IsForReading(part);

    private static bool IsPlain(MimePart part) => part.IsMultipart ? part.Type.Value != "multipart/related" && part.Parts.Any(IsPlain) : part.Type.Value == "text/plain";

    private static bool IsForReading(MimePart part) =>
        part.Type.Value is "text/plain" or "text/html" or "text/enriched" or "text/richtext" or "text" && part.Disposition.Value != "attachment" && part.FileName is null;

    private string TextOf(MimePart part)
    {
        if (_left <= 0) return "";
        var text = part.Text(_left);
        _left -= Math.Min(_left, part.Body.Length);
        if (part.Type.Value == "text/html" || (part.Type.Value != "text/plain" && text.Contains('<'))) return MailText.Clean(HtmlText.Of(text));
        var clean = MailText.Clean(text);
        if (part.Type.Parameter("format") is { } format && format.Equals("flowed", StringComparison.OrdinalIgnoreCase))
            clean = FlowedText.Join(clean, "yes".Equals(part.Type.Parameter("delsp"), StringComparison.OrdinalIgnoreCase));
        return MailText.Tidy(clean);
    }

    private void Keep(MimePart part)
    {
        if (part.Body.IsEmpty) return;
        var type = part.Type.Value is { Length: > 0 and <= 100 } named ? named : "application/octet-stream";
        _files.Add(new MailFile(Free(FileNames.Of(part.FileName ?? NameOfMessage(part), type, _files.Count + 1)), type, part));
    }

    /// <summary>A message inside a message is called by its subject.</summary>
    private static string? NameOfMessage(MimePart part) =>
        part.Type.Value == "message/rfc822" && MailText.Line(MailHeaders.Read(part.Content()).Headers.Text("Subject") ?? "") is { Length: > 0 } subject ? subject + ".eml" : null;

    /// <summary>Two files of one message do not bear the same name.</summary>
    private string Free(string name)
    {
        if (_names.Add(name)) return name;
        var dot = name.LastIndexOf('.');
        var numbered = string.Create(CultureInfo.InvariantCulture, $"{(dot > 0 ? name[..dot] : name)} ({_files.Count + 1}){(dot > 0 ? name[dot..] : "")}");
        _names.Add(numbered);
        return numbered;
    }
}
