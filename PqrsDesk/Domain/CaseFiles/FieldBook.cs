using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.CaseFiles;

/// <summary>All fields of the house, and what they ask of a case.</summary>
public sealed class FieldBook(IEnumerable<CustomField> fields)
{
    public static FieldBook Empty { get; } = new([]);

    /// <summary>In the order in which they are asked, the retired ones among them.</summary>
    public IReadOnlyList<CustomField> Fields { get; } = [.. fields.OrderBy(field => field.Order).ThenBy(field => field.Id)];

    public CustomField? Find(int id) => Fields.FirstOrDefault(field => field.Id == id);

    public CustomField? Find(string key) => Fields.FirstOrDefault(field => field.Key == key);

    /// <summary>Those that somebody is asked for who fills a form in: a citizen is asked for the public ones, and for none that waits for another.</summary>
    public FieldBook AskedBy(FilledBy by) => by == FilledBy.Citizen ? new(Fields.Where(field => field.Public)) : this;

    /// <summary>Those that are asked of such a case while its fields say this.</summary>
    /// <param name="values">By the field's number.</param>
    public IReadOnlyList<CustomField> Shown(TicketKind kind, string? topic, string? product, IReadOnlyDictionary<int, string> values) =>
        [.. Fields.Where(field => IsShown(field, kind, topic, product, values, 0))];

    /// <summary>What a form sends of what was typed into it: all that is on the screen, also what is empty there. What is hidden says nothing.</summary>
    public Dictionary<int, string?> Sent(TicketKind kind, string? topic, string? product, IReadOnlyDictionary<int, string> typed) =>
        Shown(kind, Given(topic), Given(product), Filled(typed)).ToDictionary(field => field.Id, field => typed.GetValueOrDefault(field.Id));

    /// <summary>What is typed so far, without what is blank.</summary>
    public static Dictionary<int, string> Filled(IReadOnlyDictionary<int, string> typed) =>
        typed.Where(each => !string.IsNullOrWhiteSpace(each.Value)).ToDictionary(each => each.Key, each => each.Value.Trim());

    internal static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Those of them that have no value and must have one by then.</summary>
    /// <param name="before">To save them, <see cref="FieldNeed.Always"/>; before closing all that was asked before answering is asked too.</param>
    public IReadOnlyList<CustomField> Missing(TicketKind kind, string? topic, string? product, IReadOnlyDictionary<int, string> values, FieldNeed before) =>
        [.. Shown(kind, topic, product, values).Where(field => field.Need != FieldNeed.Never && field.Need <= before && !values.ContainsKey(field.Id))];

    /// <summary>Why the case cannot be answered or closed yet; null when it can.</summary>
    public Refusal? Refuse(Ticket ticket, FieldNeed before) =>
        Missing(ticket.Kind, ticket.Topic, ticket.Product, ValuesOf(ticket.CaseFile), before) is { Count: > 0 } missing
            ? new Refusal(RefusalCode.FieldsMissing, null, string.Join(", ", missing.Select(field => field.Name)))
            : null;

    public static Dictionary<int, string> ValuesOf(CaseFile? file) => (file ?? CaseFile.Empty).Fields.ToDictionary(entry => entry.FieldId, entry => entry.Value);

    /// <summary>The fields that wait for one another in a ring, in its order; null when none do.</summary>
    public static IReadOnlyList<CustomField>? Ring(IReadOnlyList<CustomField> fields)
    {
        foreach (var first in fields)
        {
            var path = new List<CustomField>();
            for (var at = first; at is not null; at = at.When is { } when ? fields.FirstOrDefault(field => field.Key == when.Field) : null)
            {
                if (path.IndexOf(at) is >= 0 and var start) return path[start..];
                path.Add(at);
            }
        }

        return null;
    }

    // The depth is a belt: rings are refused when a field is saved.
    private bool IsShown(CustomField field, TicketKind kind, string? topic, string? product, IReadOnlyDictionary<int, string> values, int depth) =>
        field.Active && depth <= CustomField.Most && field.IsOf(kind, topic, product)
        && (field.When is not { } when
            || (Find(when.Field) is { } other && IsShown(other, kind, topic, product, values, depth + 1) && when.Holds(other.Type, values.GetValueOrDefault(other.Id))));
}
