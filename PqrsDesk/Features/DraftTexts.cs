namespace PqrsDesk.Features;

/// <summary>Forms that were begun before.</summary>
public sealed class DraftTexts;
