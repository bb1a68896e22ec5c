namespace PqrsDesk.Features.Drafting;

/// <summary>Forms that were begun before.</summary>
public sealed class DraftTexts;
