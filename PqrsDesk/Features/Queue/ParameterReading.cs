using System.Globalization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Queue;

/// <summary>Reads what a program wrote, and keeps what is wrong with it by the parameter's name.</summary>
internal sealed class ParameterReading(IStringLocalizer<QueueTexts> texts)
{
    public Dictionary<string, string[]> Errors { get; } = [];

    public void Refuse(string name, string why, params object[] details) => Errors[name] = [texts[why, details]];

    public string? Words(string name, string? value, int most)
    {
        if (value?.Length > most) Refuse(name, "Api.TooLong", most);
        return string.IsNullOrWhiteSpace(value) ? null : value;
    }

    public bool? Switch(string name, string? value) =>
        string.IsNullOrEmpty(value) ? null : bool.TryParse(value, out var on) ? on : Refused<bool>(name, "Api.Switch");

    public int? Whole(string name, string? value, int least = 1, int most = int.MaxValue) =>
        string.IsNullOrEmpty(value) ? null
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : Refused<int>(name, "Api.Whole", least, most);

    public DateOnly? Day(string name, string? value) =>
        string.IsNullOrEmpty(value) ? null
        : DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : Refused<DateOnly>(name, "Api.Day");

    public DateTimeOffset? Instant(string name, string? value) =>
        string.IsNullOrEmpty(value) ? null
        : DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.ToUniversalTime()
        : Refused<DateTimeOffset>(name, "Api.Instant");

    public T? Word<T>(string name, string? value)
        where T : struct, Enum =>
        string.IsNullOrEmpty(value) ? null
        : Array.Exists(Enum.GetNames<T>(), word => word.Equals(value, StringComparison.OrdinalIgnoreCase)) ? Enum.Parse<T>(value, ignoreCase: true)
        : Refused<T>(name, "Api.Word", string.Join(", ", Enum.GetNames<T>().Select(word => char.ToLowerInvariant(word[0]) + word[1..])));

    /// <summary>Several words with commas between them.</summary>
    public Choice<T>? Choice<T>(string name, string? value, bool not)
        where T : struct, Enum => Choices.Of(Parts(value).Select(part => Word<T>(name, part)).OfType<T>(), not);

    public Choice<int>? Choice(string name, string? value, bool not, int least = 1) =>
        Choices.Of(Parts(value).Select(part => Whole(name, part, least)).OfType<int>(), not);

    public Choice<string>? Choice(string name, string[]? values, int most, bool not) =>
        Choices.Of((values ?? []).Select(value => Words(name, value, most)).OfType<string>(), not);

    /// <summary>What fields of the house must say, each as its key, a colon and a value; of one field any of several.</summary>
    public FieldChoices? Fields(string name, string[]? values, FieldBook book, bool not)
    {
        var said = new List<(int Field, string Value)>();
        foreach (var text in (values ?? []).Where(text => text.Length > 0))
        {
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && book.Find(text[..colon]) is { } field && Words(name, text[(colon + 1)..], FieldValues.TextLimit) is { } value) said.Add((field.Id, FieldValues.Sought(field, value)));
            else Refuse(name, "Api.Field");
        }

        return FieldChoices.Of(said.GroupBy(each => each.Field).Select(field => new FieldChoice(field.Key, Choices.Of(field.Select(each => each.Value), not)!)));
    }

    /// <summary>The names of parameters, with commas between them.</summary>
    public HashSet<string> Among(string name, string? value, params IReadOnlyList<string> known)
    {
        HashSet<string> said = [.. Parts(value)];
        if (said.Any(each => !known.Contains(each))) Refuse(name, "Api.Word", string.Join(", ", known));
        return said;
    }

    private static string[] Parts(string? value) => value?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    public QueueCursor? Cursor(string name, string? value, TicketOrder order)
    {
        if (string.IsNullOrEmpty(value)) return null;
        var cursor = QueueCursor.Read(value, order);
        if (cursor is null) Refuse(name, "Api.Cursor");
        return cursor;
    }

    private T? Refused<T>(string name, string why, params object[] details)
        where T : struct
    {
        Refuse(name, why, details);
        return null;
    }
}
