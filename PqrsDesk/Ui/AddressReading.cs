using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Ui;

/// <summary>Reads the parameters of an address that anybody may have written, and keeps what is not understood.</summary>
internal sealed class AddressReading
{
    private const int MostStrange = 5;

    private readonly Dictionary<string, StringValues> _query;
    private readonly List<string> _strange = [];

    public AddressReading(string addressOrQuery)
    {
        var start = addressOrQuery.IndexOf('?', StringComparison.Ordinal);
        _query = QueryHelpers.ParseQuery(start < 0 ? "" : addressOrQuery[start..]);
    }

    /// <summary>What was left out, as the address says it: <c>tipo=Nada</c>.</summary>
    public IReadOnlyList<string> Strange => _strange;

    public static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Of what is said twice the last counts.</summary>
    public string? Text(string name, int most = int.MaxValue) => All(name) is [.., var last] ? last.Length <= most ? last : Refused<string>(name, last) : null;

    public bool Switch(string name) => YesOrNo(name) ?? false;

    public bool? YesOrNo(string name) => Text(name) is not { } text ? null : bool.TryParse(text, out var yes) ? yes : RefusedValue<bool>(name, text);

    public bool Known(string name, string word) => Text(name) is { } text && (text == word || Refused<string>(name, text) is not null);

    public T? Word<T>(string name)
        where T : struct, Enum => Text(name) is not { } text ? null : Named<T>(text) ?? RefusedValue<T>(name, text);

    public int? Whole(string name) => Text(name) is not { } text ? null : Number(text) ?? RefusedValue<int>(name, text);

    public long? Long(string name) =>
        Text(name) is not { } text ? null : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : RefusedValue<long>(name, text);

    public DateOnly? Day(string name) =>
        Text(name) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : RefusedValue<DateOnly>(name, text);

    public DateTimeOffset? At(string name, string format) =>
        Text(name) is not { } text ? null
        : DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at
        : RefusedValue<DateTimeOffset>(name, text);

    public Choice<T>? Choice<T>(string name)
        where T : struct, Enum => Choice(name, Named<T>);

    public Choice<T>? Choice<T>(string name, Func<string, T?> read)
        where T : struct
    {
        var values = new List<T>();
        foreach (var text in All(name))
        {
            if (read(text) is { } value) values.Add(value);
            else RefusedValue<T>(name, text);
        }

        return Choices.Of(values, IsExcepted(name));
    }

    public Choice<string>? Choice(string name, int most) =>
        Choices.Of(All(name).Where(text => text.Length <= most || Refused<string>(name, text) is not null), IsExcepted(name));

    public IReadOnlyList<T> List<T>(string name, char between)
        where T : struct, Enum =>
        [.. (Text(name)?.Split(between, StringSplitOptions.RemoveEmptyEntries) ?? []).Select(text => Named<T>(text) ?? RefusedValue<T>(name, text)).OfType<T>()];

    /// <summary>The parameters whose names begin so.</summary>
    public IEnumerable<string> Names(string prefix) => _query.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>The number in the name of a parameter.</summary>
    public int? NumberIn(string name, string prefix) => Number(name[prefix.Length..]) ?? RefusedValue<int>(name, Text(name) ?? "");

    /// <summary>Numbers with something between them.</summary>
    public IReadOnlyList<int> Numbers(string name, char between) =>
        [.. (Text(name)?.Split(between, StringSplitOptions.RemoveEmptyEntries) ?? []).Select(text => Number(text) ?? RefusedValue<int>(name, text)).OfType<int>()];

    private bool IsExcepted(string name) => All(QueueParameter.Except).Contains(name);

    // What no keyboard writes is no part of a name, and PostgreSQL takes no NUL.
    private string[] All(string name) => _query.TryGetValue(name, out var values)
        ? [.. values.OfType<string>().Select(value => value.Any(char.IsControl) ? string.Concat(value.Where(letter => !char.IsControl(letter))) : value).Where(value => value.Length > 0)]
        : [];

    private static T? Named<T>(string text)
        where T : struct, Enum => Array.Find(Enum.GetNames<T>(), name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse<T>(name) : null;

    private T? RefusedValue<T>(string name, string text)
        where T : struct
    {
        Refused<string>(name, text);
        return null;
    }

    private T? Refused<T>(string name, string text)
        where T : class
    {
        if (_strange.Count < MostStrange) _strange.Add($"{name}={Texts.Shorten(text, 40)}");
        return null;
    }
}
