using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// Campos propios: what this house asks of its cases beside what every desk does.
public sealed partial class Ticket
{
    /// <summary>Fills fields in, or empties them; those that are not named stay. Also on a closed case: what is known later is written down later.</summary>
    /// <param name="sent">By the field's number, as <see cref="FieldValues"/> reads it.</param>
    public Decision Fill(IReadOnlyDictionary<int, string?> sent, FieldBook fields, SlaBook book, Moment now)
    {
        var before = FieldBook.ValuesOf(CaseFile);
        var after = new Dictionary<int, string>(before);
        var changes = new List<FieldChange>();
        foreach (var (id, typed) in sent)
        {
            if (fields.Find(id) is not { } field || !field.IsOf(Kind, Topic, Product)) return new Refusal(RefusalCode.FieldUnknown, "Fields");
            var kept = before.GetValueOrDefault(id);
            if (!field.Active && typed?.Trim() != kept) return new Refusal(RefusalCode.FieldRetired, field.Key, field.Name);
            if (FieldValues.Read(field, typed, kept, out var value) is { } refusal) return refusal;
            if (value == kept) continue;
            changes.Add(new(id, field.Name, field.Type, kept, value));
            if (value is null) after.Remove(id);
            else after[id] = value;
        }

        if (changes.Count == 0) return Decision.Ok;

        // What is not shown is not asked for, but what it says stays: it may be shown again.
        var hidden = changes.Find(change => change.To is not null && fields.Shown(Kind, Topic, Product, after).All(field => field.Id != change.FieldId));
        if (hidden is not null) return new Refusal(RefusalCode.FieldNotShown, fields.Find(hidden.FieldId)!.Key, hidden.Name);
        if (fields.Missing(Kind, Topic, Product, after, FieldNeed.Always) is [var lacking, ..]) return new Refusal(RefusalCode.FieldMissing, lacking.Key, lacking.Name);
        return Record(new TicketEvent.FieldsChanged(changes), now, book);
    }

    /// <summary>What was said of them as it was filed, as <see cref="FieldBook.Read"/> read it.</summary>
    public void FillAsFiled(IReadOnlyList<FieldChange> said, SlaBook book, Moment now)
    {
        if (said.Count > 0) Record(new TicketEvent.FieldsChanged(said), now, book);
    }

    /// <summary>The values as the queue finds them. As <see cref="TagRows"/>.</summary>
    public IReadOnlyList<CaseField> FieldRows => _fieldRows;

    private readonly List<CaseField> _fieldRows = [];

    private CaseFile Filled(TicketEvent.FieldsChanged change)
    {
        var changed = change.Changes.Select(each => each.FieldId).ToHashSet();
        return CaseFile = FileNow with
        {
            Fields =
            [
                .. FileNow.Fields.Where(entry => !changed.Contains(entry.FieldId))
                    .Concat(change.Changes.Where(each => each.To is not null).Select(each => new FieldEntry(each.FieldId, each.Name, each.Type, each.To!)))
                    .OrderBy(entry => entry.FieldId),
            ],
        };
    }
}
