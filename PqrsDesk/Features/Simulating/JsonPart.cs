using System.Text.Json;

namespace PqrsDesk.Features.Simulating;

/// <summary>A value of a request with its place in it.</summary>
internal readonly record struct JsonPart(JsonElement Value, string Path)
{
    /// <summary>Left out, or null.</summary>
    public bool IsAbsent => Value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    public bool Is(JsonValueKind kind) => Value.ValueKind == kind;

    /// <summary>A member of an object; absent in anything else.</summary>
    public JsonPart this[string name] => new(
        Value.ValueKind == JsonValueKind.Object && Value.TryGetProperty(name, out var member) ? member : default,
        Path.Length == 0 ? name : $"{Path}.{name}");

    /// <summary>The items of an array; none of anything else.</summary>
    public IEnumerable<JsonPart> Items()
    {
        if (Value.ValueKind != JsonValueKind.Array) yield break;
        var index = 0;
        foreach (var item in Value.EnumerateArray()) yield return new(item, $"{Path}[{index++}]");
    }
}
