using System.Globalization;
using System.Text;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.CaseFiles;

/// <summary>Etiqueta: a free word on a case. Two that differ by case, accents or spaces are one.</summary>
public static class Tag
{
    /// <summary>Letters of one.</summary>
    public const int Limit = 40;

    /// <summary>On one case.</summary>
    public const int Most = 20;

    /// <summary>A letter taken apart is at most four, as some scripts are written.</summary>
    public const int KeyLimit = Limit * 4;

    private const char Joiner = '\u200D';

    /// <summary>As it is shown: single spaces, and nothing that cannot be seen, but what joins parts of one sign.</summary>
    public static string Tidy(string? typed)
    {
        var kept = new StringBuilder(typed?.Length ?? 0);
        foreach (var letter in typed ?? "")
        {
            var gap = char.IsWhiteSpace(letter) || char.IsControl(letter);
            if (gap && kept.Length > 0 && kept[^1] != ' ') kept.Append(' ');
            else if (!gap && (letter == Joiner || CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.Format)) kept.Append(letter);
        }

        return kept.ToString().Trim(' ', Joiner);
    }

    /// <summary>What makes two of them the same.</summary>
    public static string KeyOf(string? typed) => Ticket.Fold(Tidy(typed));

    public static bool Same(string one, string other) => KeyOf(one) == KeyOf(other);
}
