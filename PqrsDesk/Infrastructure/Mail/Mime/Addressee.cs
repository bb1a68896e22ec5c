using System.Text;

namespace PqrsDesk.Infrastructure.Mail.Mime;

/// <summary>Somebody in a header such as From or To.</summary>
/// <param name="Name">As they call themselves; empty when they do not.</param>
public sealed record Addressee(string Name, string Address)
{
    /// <summary>The first that a header names; null when it names nobody.</summary>
    public static Addressee? Of(string? header) => Read(header) is [var first, ..] ? first : null;

    /// <summary>All that a header names. What is no address is left out; groups are their members.</summary>
    public static IReadOnlyList<Addressee> Read(string? header)
    {
        var found = new List<Addressee>();
        if (header is null) return found;
        var (phrase, inside, comment) = (new StringBuilder(), (StringBuilder?)null, new StringBuilder());
        for (var at = 0; at <= header.Length && found.Count < MimeLimits.Addresses; at++)
        {
            switch (at < header.Length ? header[at] : ',')
            {
                case '"':
                    at = Quoted(header, at, inside ?? phrase);
                    break;
                case '(':
                    at = Comment(header, at, comment);
                    break;
                case '<' when inside is null:
                    inside = new StringBuilder();
                    break;
                case '>' when inside is not null:
                    break;
                case ':' when inside is not null:
                    // A route before the address, of a mail of the eighties.
                    inside.Clear();
                    break;
                case ':':
                    phrase.Clear();
                    break;
                case ',' or ';':
                    Keep();
                    break;
                case var letter:
                    (inside ?? phrase).Append(letter);
                    break;
            }
        }

        return found;

        void Keep()
        {
            var bare = inside is null;
            var address = (inside ?? phrase).ToString().Trim();
            var name = (bare ? comment : phrase.Length > 0 ? phrase : comment).ToString();
            if (IsAddress(address)) found.Add(new(Named(name, address), address));
            phrase.Clear();
            comment.Clear();
            inside = null;
        }
    }

    private static string Named(string name, string address)
    {
        var decoded = MailText.Line(EncodedWords.Decode(name)).Trim('\'', '"', ' ');
        return decoded.Equals(address, StringComparison.OrdinalIgnoreCase) ? "" : decoded;
    }

    private static bool IsAddress(string address) =>
        address.Length <= 320 && address.IndexOf('@') is > 0 and var at && at == address.LastIndexOf('@') && at < address.Length - 1
        && !address.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '<' or '>');

    private static int Quoted(string header, int at, StringBuilder into)
    {
        for (at++; at < header.Length && header[at] != '"'; at++)
        {
            if (header[at] == '\\' && at + 1 < header.Length) at++;
            into.Append(header[at]);
        }

        return at;
    }

    private static int Comment(string header, int at, StringBuilder into)
    {
        var depth = 0;
        for (; at < header.Length; at++)
        {
            if (header[at] == '\\' && at + 1 < header.Length)
            {
                into.Append(header[++at]);
                continue;
            }

            if (header[at] == '(' && depth++ == 0) continue;
            if (header[at] == ')' && --depth == 0) break;
            into.Append(header[at]);
        }

        return at;
    }
}
