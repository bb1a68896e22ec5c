namespace PqrsDesk.Domain.CaseFiles;

/// <summary>What one of the house's own fields says on a case.</summary>
/// <param name="Name">As the field was called when it was filled in: the past does not move when the house renames it.</param>
/// <param name="Value">As <see cref="FieldValues"/> writes it: one text whatever the type, exact, and the same in every language.</param>
public sealed record FieldEntry(int FieldId, string Name, FieldType Type, string Value);

/// <summary>One field that was changed.</summary>
/// <param name="From">Null: it was empty.</param>
/// <param name="To">Null: it was emptied.</param>
public sealed record FieldChange(int FieldId, string Name, FieldType Type, string? From, string? To);
