namespace PqrsDesk.Features;

/// <summary>The words of handing out the next case.</summary>
public sealed class NextCaseTexts;
