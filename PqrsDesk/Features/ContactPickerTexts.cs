namespace PqrsDesk.Features;

/// <summary>Finding a person who is known, while typing.</summary>
public sealed class ContactPickerTexts;
