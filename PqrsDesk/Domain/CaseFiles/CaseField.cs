namespace PqrsDesk.Domain.CaseFiles;

/// <summary>What a field says on a case, as the queue finds it: a row beside the ticket, written from its log; one for each choice where there are several.</summary>
public sealed class CaseField
{
    public long TicketId { get; init; }
    public int FieldId { get; init; }

    /// <summary>See <see cref="FieldValues.KeysOf"/>.</summary>
    public required string Value { get; init; }

    public static IEnumerable<CaseField> Of(long ticketId, CaseFile? file) =>
        from entry in (file ?? CaseFile.Empty).Fields
        from key in FieldValues.KeysOf(entry.Type, entry.Value)
        select new CaseField { TicketId = ticketId, FieldId = entry.FieldId, Value = key };
}
