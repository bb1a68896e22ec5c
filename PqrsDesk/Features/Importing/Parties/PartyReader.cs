using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Importing.Parties;

/// <summary>A row that can be kept.</summary>
public sealed record PartyRow(int Line, PartyDetails Details);

/// <summary>Turns rows of a list into people or organisations.</summary>
/// <param name="organisations">Numbers of those that there are, by their folded names.</param>
public sealed partial class PartyReader(PartyKind kind, PartyMap map, IReadOnlyDictionary<string, int> organisations, Func<string, string> say)
{
    private const char BetweenPoints = '|';
    private const int HouseDigits = 9;

    private static readonly Dictionary<string, ServiceLevel> Categories = new(StringComparer.Ordinal)
    {
        ["estandar"] = ServiceLevel.Standard,
        ["standard"] = ServiceLevel.Standard,
        ["preferente"] = ServiceLevel.Preferred,
        ["preferred"] = ServiceLevel.Preferred,
        ["critica"] = ServiceLevel.Critical,
        ["critical"] = ServiceLevel.Critical,
    };

    private static readonly Dictionary<string, bool> YesNo = new(StringComparer.Ordinal)
    {
        ["si"] = true,
        ["yes"] = true,
        ["activa"] = true,
        ["activo"] = true,
        ["active"] = true,
        ["true"] = true,
        ["1"] = true,
        ["x"] = true,
        ["no"] = false,
        ["inactiva"] = false,
        ["inactivo"] = false,
        ["inactive"] = false,
        ["false"] = false,
        ["0"] = false,
    };

    private static readonly Dictionary<string, DocumentType> Types = new(StringComparer.Ordinal)
    {
        ["cc"] = DocumentType.CitizenCard,
        ["cedula"] = DocumentType.CitizenCard,
        ["cedula de ciudadania"] = DocumentType.CitizenCard,
        ["citizen card"] = DocumentType.CitizenCard,
        ["ce"] = DocumentType.ForeignerCard,
        ["cedula de extranjeria"] = DocumentType.ForeignerCard,
        ["ti"] = DocumentType.IdentityCard,
        ["tarjeta de identidad"] = DocumentType.IdentityCard,
        ["nit"] = DocumentType.Nit,
        ["pa"] = DocumentType.Passport,
        ["pasaporte"] = DocumentType.Passport,
        ["passport"] = DocumentType.Passport,
        ["ppt"] = DocumentType.TemporaryPermit,
        ["permiso por proteccion temporal"] = DocumentType.TemporaryPermit,
        ["otro"] = DocumentType.Other,
        ["other"] = DocumentType.Other,
    };

    /// <summary>The words in which the exports of this desk say it, beside the usual ones.</summary>
    public static PartyReader Of(PartyKind kind, PartyMap map, IReadOnlyDictionary<string, int> organisations, IStringLocalizer<ImportingTexts> texts) =>
        new(kind, map, organisations, field => texts[$"Party.{field}"]);

    /// <returns>The row, or all that is wrong with it.</returns>
    public (PartyRow? Row, IReadOnlyList<Said> Problems) Read(CsvRow csv)
    {
        var problems = new List<Said>();
        var (type, document) = Document(Word(csv, PartyField.DocumentType, Types, problems), Text(csv, PartyField.Document));
        var details = new PartyDetails
        {
            Name = Text(csv, PartyField.Name),
            DocumentType = type,
            Document = document,
            ExternalId = Text(csv, PartyField.ExternalId),
            Active = Word(csv, PartyField.Active, YesNo, problems) ?? true,
            Category = Word(csv, PartyField.Category, Categories, problems) ?? ServiceLevel.Standard,
            CustomerId = Organisation(csv, problems),
            Points = [.. Points(csv)],
        };
        if (details.Refuse() is { } refusal) problems.Add(new Said("Row.Refused", Place(refusal.Field), refusal));
        return problems.Count > 0 ? (null, problems) : (new PartyRow(csv.Line, details.Tidy()), []);
    }

    /// <summary>Lists have the NIT of a house with and without its check digit, and its kind nowhere: kept in its one way of writing it is one organisation.</summary>
    private (DocumentType? Type, string? Document) Document(DocumentType? type, string? document)
    {
        if (document is null || type is not (null or DocumentType.Nit) || (type is null && kind == PartyKind.Person) || !HouseNit().IsMatch(document)) return (type, document);
        var digits = ContactWords.DigitsOf(document);
        if (digits.Length == HouseDigits) return (DocumentType.Nit, $"{digits}-{IdentityDocuments.CheckDigit(digits)}");

        // Without its kind, what does not fit may be another document.
        return IdentityDocuments.CheckDigit(digits[..^1]) == digits[^1] - '0' ? (DocumentType.Nit, document) : (type, document);
    }

    [GeneratedRegex(@"^(nit[ .:]*)?[89]\d{2}[. ]?\d{3}[. ]?\d{3}( ?-? ?\d)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HouseNit();

    private int? Organisation(CsvRow csv, List<Said> problems)
    {
        if (kind != PartyKind.Person || Text(csv, PartyField.Organisation) is not { } name) return null;
        if (organisations.TryGetValue(Ticket.Fold(name), out var id)) return id;
        problems.Add(new Said("Party.OrganisationUnknown", name));
        return null;
    }

    private IEnumerable<PointDetails> Points(CsvRow csv)
    {
        if (Text(csv, PartyField.Email) is { } email) yield return new(PointKind.Email, email) { Preferred = true };
        if (Text(csv, PartyField.OtherEmail) is { } other) yield return new(PointKind.Email, other);
        if (Text(csv, PartyField.Telephone) is { } telephone) yield return new(PointKind.Telephone, telephone) { Preferred = true };
        if (Text(csv, PartyField.OtherTelephone) is { } second) yield return new(PointKind.Telephone, second);
        var (street, town) = (Text(csv, PartyField.Address), Text(csv, PartyField.Municipality));
        if ((street ?? town) is not null) yield return new(PointKind.Address, street ?? "") { Preferred = true, Municipality = town };
        foreach (var part in (Text(csv, PartyField.OtherPoints) ?? "").Split(BetweenPoints, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            yield return new(part.Contains('@', StringComparison.Ordinal) ? PointKind.Email : part.All(sign => char.IsAsciiDigit(sign) || " +()-.".Contains(sign)) ? PointKind.Telephone : PointKind.Address, part);
    }

    private T? Word<T>(CsvRow csv, PartyField field, Dictionary<string, T> words, List<Said> problems)
        where T : struct
    {
        if (Text(csv, field) is not { } text) return null;
        if (words.TryGetValue(string.Join(' ', SearchedWords.Split(text)), out var value)) return value;
        problems.Add(new Said("Party.WordUnknown", say(field.ToString()), text));
        return null;
    }

    /// <summary>A cell that an export of this desk kept from being a formula is what it was.</summary>
    private string? Text(CsvRow csv, PartyField field)
    {
        if (!map.Columns.TryGetValue(field, out var at) || at < 0 || at >= csv.Fields.Count) return null;
        var text = csv.Fields[at].Replace("\0", "", StringComparison.Ordinal).Trim();
        if (text is ['\'', '=' or '+' or '-' or '@', ..]) text = text[1..];
        return text.Length == 0 ? null : text;
    }

    private string Place(string? field) => field switch
    {
        null => "",
        _ when field.StartsWith(nameof(PartyDetails.Points), StringComparison.Ordinal) => say(nameof(PartyDetails.Points)),
        _ => Enum.TryParse<PartyField>(field, out var known) ? say(known.ToString()) : JsonNamingPolicy.CamelCase.ConvertName(field),
    };
}
