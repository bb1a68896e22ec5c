using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PqrsDesk.Features.Simulating;

/// <summary>Reads single values. What cannot be read is null, and told by its field.</summary>
internal sealed partial class PartReading(Faults faults)
{
    /// <summary>Minutes of a hundred years.</summary>
    public const long MostMinutes = Century * 366L * 24 * 60;

    /// <summary>Years between two instants at most, and ahead of one.</summary>
    public const int Century = 100;

    public bool Present(JsonPart part)
    {
        if (part.IsAbsent) faults.Add(part.Path, "Fault.Required");
        return !part.IsAbsent;
    }

    public bool IsArray(JsonPart part, int most)
    {
        if (!Present(part)) return false;
        if (!part.Is(JsonValueKind.Array)) faults.Add(part.Path, "Fault.Array");
        else if (part.Value.GetArrayLength() > most) faults.Add(part.Path, "Fault.TooMany", most);
        else return true;
        return false;
    }

    public bool IsObject(JsonPart part)
    {
        if (!Present(part)) return false;
        if (!part.Is(JsonValueKind.Object)) faults.Add(part.Path, "Fault.Object");
        return part.Is(JsonValueKind.Object);
    }

    public string? Text(JsonPart part)
    {
        if (!Present(part)) return null;
        if (TextOf(part.Value) is { } text) return text;
        faults.Add(part.Path, "Fault.Text");
        return null;
    }

    public DateTimeOffset? Instant(JsonPart part)
    {
        if (Text(part) is not { } text) return null;
        if (WithoutOffset().IsMatch(text)) faults.Add(part.Path, "Fault.NoOffset");
        else if (WithOffset().Match(text) is { Success: true } match && Parsed(match) is { } instant) return instant;
        else faults.Add(part.Path, "Fault.Instant");
        return null;
    }

    /// <summary>A length of working time; it may have a fraction, and is cut to the tick.</summary>
    public TimeSpan? Minutes(JsonPart part)
    {
        if (!Present(part)) return null;
        if (!part.Is(JsonValueKind.Number)) faults.Add(part.Path, "Fault.Number");
        else if (!part.Value.TryGetDouble(out var about) || !double.IsFinite(about) || about > MostMinutes) faults.Add(part.Path, "Fault.TooFar", Century);
        else if (about < 0) faults.Add(part.Path, "Fault.Negative");
        else return new TimeSpan((long)((part.Value.TryGetDecimal(out var minutes) ? minutes : (decimal)about) * TimeSpan.TicksPerMinute));
        return null;
    }

    /// <summary>A whole number from 0 on.</summary>
    public int? Days(JsonPart part)
    {
        if (!Present(part)) return null;
        if (!part.Is(JsonValueKind.Number)) faults.Add(part.Path, "Fault.Number");
        else if (!part.Value.TryGetDecimal(out var days)) faults.Add(part.Path, "Fault.TooFar", Century);
        else if (days < 0) faults.Add(part.Path, "Fault.Negative");
        else if (days != decimal.Truncate(days)) faults.Add(part.Path, "Fault.WholeNumber");
        else if (days > Century * 366) faults.Add(part.Path, "Fault.TooFar", Century);
        else return (int)days;
        return null;
    }

    /// <summary>False when it is left out.</summary>
    public bool Flag(JsonPart part)
    {
        if (!part.IsAbsent && !part.Is(JsonValueKind.True) && !part.Is(JsonValueKind.False)) faults.Add(part.Path, "Fault.Flag");
        return part.Is(JsonValueKind.True);
    }

    /// <summary>Null for what is not text, and for text that no letters can be made of.</summary>
    public static string? TextOf(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a pair of surrogates, or bytes that are not UTF-8.
            return null;
        }
    }

    private static DateTimeOffset? Parsed(Match match)
    {
        var fraction = match.Groups["fraction"].Value;
        var offset = match.Groups["offset"].Value is "Z" or "z" ? "+00:00" : match.Groups["offset"].Value;
        if (offset.Length == 5) offset = offset.Insert(3, ":");
        var seconds = match.Groups["seconds"] is { Success: true } given ? given.Value : ":00";
        var text = $"{match.Groups["date"].Value}T{match.Groups["time"].Value}{seconds}.{fraction.PadRight(7, '0')[..7]}{offset}";
        return DateTimeOffset.TryParseExact(text, "yyyy-MM-ddTHH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? instant : null;
    }

    // More than seven digits are cut, as the clock here ticks no finer.
    [GeneratedRegex(@"\A(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt](?<time>[0-9]{2}:[0-9]{2})((?<seconds>:[0-9]{2})(\.(?<fraction>[0-9]{1,12}))?)?(?<offset>[Zz]|[+-][0-9]{2}:?[0-9]{2})\z")]
    private static partial Regex WithOffset();

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?)?\z")]
    private static partial Regex WithoutOffset();
}
