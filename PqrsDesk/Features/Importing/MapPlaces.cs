using System.Text.Json;

namespace PqrsDesk.Features.Importing;

/// <summary>Reads the parts of a map's JSON and gathers what is wrong, each with its path.</summary>
internal sealed class MapPlaces
{
    private readonly List<Said> _problems = [];

    public IReadOnlyList<Said> Problems => _problems;

    public void Add(string key, params object[] about) => _problems.Add(new Said(key, about));

    /// <summary>Also tells every property that is not of this object: a slip of the pen must not pass for a wish.</summary>
    public bool IsObject(JsonElement element, string path, IReadOnlyCollection<string> known)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Add("Map.NotAnObject", path.Length == 0 ? "$" : path);
            return false;
        }

        var seen = new HashSet<string>();
        foreach (var name in element.EnumerateObject().Select(property => property.Name))
        {
            if (!known.Contains(name, StringComparer.Ordinal)) Add("Map.Unknown", Under(path, name), known);
            else if (!seen.Add(name)) Add("Map.Twice", Under(path, name));
        }

        return true;
    }

    public JsonElement? Required(JsonElement parent, string path, string name)
    {
        if (parent.TryGetProperty(name, out var element)) return element;
        Add("Map.Missing", Under(path, name));
        return null;
    }

    /// <summary>A text property; null when it is not there, or when what is there is no text.</summary>
    public string? Text(JsonElement parent, string path, string name, bool required, bool mayBeBlank = false)
    {
        if (parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty(name, out var element))
        {
            if (required) Add("Map.Missing", Under(path, name));
            return null;
        }

        if (Text(element) is { } text && (mayBeBlank || !string.IsNullOrWhiteSpace(text))) return text;
        Add("Map.NotText", Under(path, name));
        return null;
    }

    public static string? Text(JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape, is no text.
            return null;
        }
    }

    public static string Under(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
