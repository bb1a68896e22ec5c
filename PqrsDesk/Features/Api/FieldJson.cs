using System.Text.Json;
using PqrsDesk.Domain.CaseFiles;

namespace PqrsDesk.Features.Api;

/// <summary>Values of the house's own fields as programs write them.</summary>
internal static class FieldJson
{
    /// <summary>Also as JSON has it: a number, a truth, a list.</summary>
    public static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => FieldValues.Yes,
        JsonValueKind.False => FieldValues.No,
        JsonValueKind.Array => string.Join('\n', value.EnumerateArray().Select(TextOf)),
        _ => value.GetRawText(),
    };

    /// <summary>By the fields' numbers instead of their keys.</summary>
    /// <param name="unknown">The first key that no field has.</param>
    public static Dictionary<int, string?> ByNumber(FieldBook book, IReadOnlyDictionary<string, JsonElement> sent, out string? unknown)
    {
        unknown = sent.Keys.FirstOrDefault(key => book.Find(key) is null);
        return sent.Where(each => book.Find(each.Key) is not null).ToDictionary(each => book.Find(each.Key)!.Id, each => TextOf(each.Value));
    }

    /// <summary>What a case says, by the fields' keys. A field is never deleted.</summary>
    public static Dictionary<string, string> ByKey(FieldBook book, CaseFile? file) =>
        (file ?? CaseFile.Empty).Fields.Where(entry => book.Find(entry.FieldId) is not null).ToDictionary(entry => book.Find(entry.FieldId)!.Key, entry => entry.Value);
}
