namespace PqrsDesk.Features.Folding;

/// <summary>The words of the command that makes the kept figures anew.</summary>
public sealed class FoldingTexts;
