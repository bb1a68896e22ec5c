namespace PqrsDesk.Features.Casework.Fields;

public sealed class FieldTexts;
