using System.Text.Json;

namespace PqrsDesk.Features.Importing;

/// <summary>Reads how one field of a map is filled: a column's name, or column, template or value with values and a default.</summary>
internal static class FieldRuleReader
{
    private static readonly string[] Sources = ["column", "template", "value"];

    public static FieldRule? Read(MapPlaces places, JsonElement given, ImportField field)
    {
        var path = $"fields.{field.Word()}";
        if (given.ValueKind == JsonValueKind.String)
        {
            if (MapPlaces.Text(given) is { } column && !string.IsNullOrWhiteSpace(column)) return new FieldRule(FieldTemplate.Column(column), NoValues, null);
            places.Add("Map.NotText", path);
            return null;
        }

        if (!places.IsObject(given, path, [.. Sources, "values", "default"])) return null;
        var values = Values(places, given, path, field);
        var fallback = Word(places, places.Text(given, path, "default", required: false, mayBeBlank: true)?.Trim(), $"{path}.default", field);
        return Template(places, given, path, field) is { } template ? new FieldRule(template, values, fallback) : null;
    }

    private static FieldTemplate? Template(MapPlaces places, JsonElement given, string path, ImportField field)
    {
        var named = Sources.Where(source => given.TryGetProperty(source, out _)).ToList();
        if (named is not [var one])
        {
            places.Add("Map.OneSource", path);
            return null;
        }

        if (places.Text(given, path, one, required: true) is not { } text) return null;
        if (one == "column") return FieldTemplate.Column(text);
        if (one == "value") return Word(places, text.Trim(), $"{path}.value", field) is { } word ? FieldTemplate.Constant(word) : null;
        var template = FieldTemplate.Parse(text);
        if (template is null) places.Add("Map.Template", $"{path}.template", text);
        return template;
    }

    private static Dictionary<string, string> Values(MapPlaces places, JsonElement given, string path, ImportField field)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (!given.TryGetProperty("values", out var list)) return values;
        path = $"{path}.values";
        if (list.ValueKind != JsonValueKind.Object) places.Add("Map.NotAnObject", path);
        else
            foreach (var pair in list.EnumerateObject())
            {
                var place = $"{path}[{pair.Name}]";
                if (MapPlaces.Text(pair.Value)?.Trim() is not { } text) places.Add("Map.NotText", place);
                else if (Word(places, text, place, field) is { } word && !values.TryAdd(pair.Name.Trim(), word)) places.Add("Map.Twice", place);
            }

        return values;
    }

    /// <summary>The text itself, when the field takes it.</summary>
    private static string? Word(MapPlaces places, string? text, string place, ImportField field)
    {
        if (text is null || field.Choices() is not { } choices || choices.Contains(text, StringComparer.OrdinalIgnoreCase)) return text;
        places.Add("Map.WordUnknown", place, text, choices);
        return null;
    }

    private static readonly Dictionary<string, string> NoValues = [];
}
