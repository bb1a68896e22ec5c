using System.Collections.Frozen;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Importing;

/// <summary>Turns rows of a file into what can be imported, by a map that fits its header.</summary>
/// <param name="priorityReason">Why a priority that the map gives differs from that of the matrix.</param>
/// <param name="now">Nothing in the file can have happened later.</param>
public sealed class RowReader(ImportMap map, IReadOnlyList<string> header, string priorityReason, DateTimeOffset now)
{
    private readonly FrozenDictionary<ImportField, BoundRule> _rules =
        map.Fields.ToFrozenDictionary(pair => pair.Key, pair => new BoundRule(pair.Key, pair.Value, header));

    /// <returns>The row, or null and what is wrong with it.</returns>
    public (ImportRow? Row, IReadOnlyList<Said> Problems) Read(CsvRow csv)
    {
        if (csv.Fields.Count != header.Count) return (null, [new Said("Row.Width", csv.Fields.Count, header.Count)]);
        var problems = new List<Said>();
        foreach (var field in ImportFields.Required)
            if (Text(csv, field).Length == 0)
                problems.Add(new Said("Row.Missing", field.Word()));
        var row = problems.Count > 0 ? null : Row(csv, problems);
        return (problems.Count > 0 ? null : row, problems);
    }

    private ImportRow Row(CsvRow csv, List<Said> problems)
    {
        var filedAt = Date(csv, ImportField.FiledAt, problems);
        var closedAt = Date(csv, ImportField.ClosedAt, problems);
        if (closedAt < filedAt) problems.Add(new Said("Row.ClosedBeforeFiled", Text(csv, ImportField.ClosedAt), Text(csv, ImportField.FiledAt)));
        if (filedAt > now) problems.Add(new Said("Row.Future", ImportField.FiledAt.Word(), Text(csv, ImportField.FiledAt)));
        else if (closedAt > now) problems.Add(new Said("Row.Future", ImportField.ClosedAt.Word(), Text(csv, ImportField.ClosedAt)));
        var row = new ImportRow(csv.Line, Short(csv, ImportField.ExternalId, ImportMap.ExternalIdLimit, problems), filedAt ?? default,
            Date(csv, ImportField.DueAt, problems), closedAt, Short(csv, ImportField.Area, Area.NameLimit, problems), Filing(csv, problems), Petitioner(csv));
        Refuse(row.Filing.Refuse(), "", problems);
        Refuse(row.Petitioner.Refuse(), "petitioner", problems);
        return row;
    }

    private Filing Filing(CsvRow csv, List<Said> problems)
    {
        var subject = Text(csv, ImportField.Subject);
        var priority = Word<Priority>(csv, ImportField.Priority, problems);
        return new Filing
        {
            Kind = Word<TicketKind>(csv, ImportField.Kind, problems) ?? TicketKind.Petition,
            Channel = Word<Channel>(csv, ImportField.Channel, problems) ?? Channel.Api,
            Urgency = Word<Urgency>(csv, ImportField.Urgency, problems) ?? Urgency.Medium,
            Impact = Word<Impact>(csv, ImportField.Impact, problems) ?? Impact.Medium,
            PriorityOverride = priority,
            PriorityReason = priority is null ? null : priorityReason,
            Subject = subject,
            Description = Text(csv, ImportField.Description) is { Length: > 0 } description ? description : subject,
            Topic = NullIfBlank(Text(csv, ImportField.Topic)),
            AreaId = 0,
        };
    }

    private PetitionerDetails Petitioner(CsvRow csv)
    {
        var details = new PetitionerDetails
        {
            Name = NullIfBlank(Text(csv, ImportField.PetitionerName)),
            Document = NullIfBlank(Text(csv, ImportField.PetitionerDocument)),
            Email = NullIfBlank(Text(csv, ImportField.PetitionerEmail)),
            Telephone = NullIfBlank(Text(csv, ImportField.PetitionerTelephone)),
        };
        return details with { Anonymous = details is { Name: null, Document: null, Email: null, Telephone: null } };
    }

    private string Text(CsvRow csv, ImportField field) => _rules.TryGetValue(field, out var rule) ? rule.Of(csv) : "";

    private DateTimeOffset? Date(CsvRow csv, ImportField field, List<Said> problems)
    {
        if (Text(csv, field) is not { Length: > 0 } text) return null;
        var (at, problem) = map.Dates.Read(text, field.Word());
        if (problem is null) return at;
        problems.Add(problem);
        return null;
    }

    private TEnum? Word<TEnum>(CsvRow csv, ImportField field, List<Said> problems)
        where TEnum : struct, Enum
    {
        if (Text(csv, field) is not { Length: > 0 } text) return null;
        if (Words<TEnum>.All.TryGetValue(text, out var value)) return value;
        problems.Add(new Said("Row.WordUnknown", field.Word(), text));
        return null;
    }

    private string Short(CsvRow csv, ImportField field, int limit, List<Said> problems)
    {
        var text = Text(csv, field);
        if (text.Length > limit) problems.Add(new Said("Row.TooLong", field.Word(), limit));
        return text;
    }

    private static void Refuse(Refusal? refusal, string prefix, List<Said> problems)
    {
        if (refusal is null) return;
        var field = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(prefix + refusal.Field);
        problems.Add(refusal is { Code: RefusalCode.TextTooLong, Detail: { } limit } ? new Said("Row.TooLong", field, limit) : new Said("Row.Refused", field, refusal));
    }

    private static string? NullIfBlank(string text) => text.Length == 0 ? null : text;
}
