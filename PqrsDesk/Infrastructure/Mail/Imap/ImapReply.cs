using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PqrsDesk.Infrastructure.Mail.Imap;

/// <summary>One thing that an IMAP server says: its line, and the literals that stood in it.</summary>
/// <param name="Line">With <c>{n}</c> where a literal of n bytes stood.</param>
internal sealed partial record ImapReply(string Line, IReadOnlyList<byte[]> Literals)
{
    /// <summary>The numbers of <c>* SEARCH 3 5 8</c>.</summary>
    public IEnumerable<uint> Found() => Line.StartsWith("* SEARCH", StringComparison.OrdinalIgnoreCase)
        ? Line[8..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => uint.TryParse(number, CultureInfo.InvariantCulture, out var uid) ? uid : 0).Where(uid => uid > 0)
        : [];

    /// <summary>Of which message it speaks; null when it speaks of none.</summary>
    public uint? Uid => Line.Contains(" FETCH ", StringComparison.OrdinalIgnoreCase) && UidOf().Match(Line) is { Success: true } uid
        && uint.TryParse(uid.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var number) ? number : null;

    public long? Size => SizeOf().Match(Line) is { Success: true } size && long.TryParse(size.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var bytes) ? bytes : null;

    /// <summary>What was asked for with <c>BODY.PEEK[]</c>: a literal, or a quoted string when it is short.</summary>
    public byte[]? Body => Literals.Count > 0 ? Literals[0]
        : QuotedBody().Match(Line) is { Success: true } quoted ? Encoding.Latin1.GetBytes(quoted.Groups[1].Value.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal))
        : null;

    [GeneratedRegex(@"\bUID (\d{1,10})\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex UidOf();

    [GeneratedRegex(@"\bRFC822\.SIZE (\d{1,18})\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex SizeOf();

    [GeneratedRegex("BODY\\[\\](?:<0>)? \"((?:[^\"\\\\]|\\\\.)*)\"", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex QuotedBody();
}
