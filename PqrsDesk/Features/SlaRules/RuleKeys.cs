using System.Globalization;
using System.Text;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.SlaRules;

/// <summary>The key of something new, out of its name: it stays when the name changes.</summary>
public static class RuleKeys
{
    private const int Room = 50;

    public static string ForCalendar(SlaBook book, string name) => Free(name, key => book.Calendars.All(version => version.Key != key));

    public static string ForPolicy(SlaBook book, string name) => Free(name, key => book.AllTerms.All(terms => terms.Policy.Key != key));

    private static string Free(string name, Func<string, bool> free)
    {
        var letters = new StringBuilder();
        foreach (var letter in Ticket.Fold(name))
        {
            if (char.IsAsciiLetterOrDigit(letter)) letters.Append(letter);
            else if (letters.Length > 0 && letters[^1] != '-') letters.Append('-');
        }

        var key = letters.ToString().Trim('-') is { Length: > 0 } said ? said[..Math.Min(said.Length, Room)].Trim('-') : "x";
        for (var number = 2; ; number++)
        {
            if (key != DeskUrls.NewRule && free(key)) return key;
            var next = string.Create(CultureInfo.InvariantCulture, $"{key}-{number}");
            if (free(next)) return next;
        }
    }
}
