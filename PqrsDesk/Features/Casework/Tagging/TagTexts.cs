namespace PqrsDesk.Features.Casework.Tagging;

public sealed class TagTexts;
