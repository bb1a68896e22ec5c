using System.Text;
using System.Text.Json;

namespace PqrsDesk.Features.Importing;

/// <summary>Reads a map and finds everything that is wrong with it, each with the place in the file.</summary>
public sealed class MapReader
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly MapPlaces _places = new();

    static MapReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private MapReader()
    {
    }

    /// <exception cref="ImportRefusedException">The map cannot be used.</exception>
    public static ImportMap Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            var reader = new MapReader();
            var map = reader.Map(document.RootElement);
            return map is not null && reader._places.Problems.Count == 0 ? map : throw new ImportRefusedException(reader._places.Problems);
        }
        catch (JsonException wrong)
        {
            throw new ImportRefusedException([new Said("Map.NotJson", (wrong.LineNumber ?? 0) + 1)]);
        }
    }

    private ImportMap? Map(JsonElement root)
    {
        if (!_places.IsObject(root, "", ["source", "csv", "dates", "fields"])) return null;
        var source = _places.Text(root, "", "source", required: true)?.Trim();
        if (source?.Length > ImportMap.SourceLimit) _places.Add("Map.TooLong", "source", ImportMap.SourceLimit);
        var (delimiter, encoding) = Csv(root);
        var dates = Dates(root);
        var fields = Fields(root);
        return source is null || dates is null || fields is null ? null : new ImportMap
        {
            Source = source,
            Delimiter = delimiter,
            Encoding = encoding,
            Dates = dates,
            Fields = fields,
        };
    }

    private (char Delimiter, Encoding Encoding) Csv(JsonElement root)
    {
        var csv = root.TryGetProperty("csv", out var given) && _places.IsObject(given, "csv", ["delimiter", "encoding"]) ? given : default;
        var delimiter = _places.Text(csv, "csv", "delimiter", required: false, mayBeBlank: true) ?? ",";
        if (delimiter.Length != 1 || delimiter[0] is '"' or '\r' or '\n' or '\0') _places.Add("Map.Delimiter", "csv.delimiter", delimiter);
        var name = _places.Text(csv, "csv", "encoding", required: false) ?? "utf-8";
        try
        {
            return (delimiter.FirstOrDefault(','), Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback));
        }
        catch (ArgumentException)
        {
            _places.Add("Map.Encoding", "csv.encoding", name);
            return (',', Encoding.UTF8);
        }
    }

    private DateReader? Dates(JsonElement root)
    {
        if (_places.Required(root, "", "dates") is not { } dates || !_places.IsObject(dates, "dates", ["timeZone", "formats"])) return null;
        var zoneId = _places.Text(dates, "dates", "timeZone", required: true);
        var formats = Formats(dates);
        TimeZoneInfo? zone = null;
        if (zoneId is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(zoneId, out zone)) _places.Add("Map.Zone", "dates.timeZone", zoneId);
        return zone is null || formats.Count == 0 ? null : new DateReader(zone, formats);
    }

    private List<string> Formats(JsonElement dates)
    {
        var formats = new List<string>();
        if (_places.Required(dates, "dates", "formats") is not { } list) return formats;
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0) _places.Add("Map.NotAList", "dates.formats");
        else formats.AddRange(list.EnumerateArray().Select(format => format.ValueKind == JsonValueKind.String ? format.GetString()! : format.GetRawText()));
        foreach (var format in formats.Where(format => !DateReader.IsUsable(format))) _places.Add("Map.Format", "dates.formats", format);
        return formats;
    }

    private Dictionary<ImportField, FieldRule>? Fields(JsonElement root)
    {
        if (_places.Required(root, "", "fields") is not { } given || !_places.IsObject(given, "fields", ImportFields.ByWord.Keys)) return null;
        var rules = new Dictionary<ImportField, FieldRule>();
        foreach (var one in given.EnumerateObject())
            if (ImportFields.ByWord.TryGetValue(one.Name, out var field) && FieldRuleReader.Read(_places, one.Value, field) is { } rule)
                rules[field] = rule;
        foreach (var missing in ImportFields.Required.Where(field => !given.TryGetProperty(field.Word(), out _)))
            _places.Add("Map.FieldMissing", $"fields.{missing.Word()}");
        return rules;
    }
}
