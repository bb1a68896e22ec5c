namespace PqrsDesk.Features;

/// <summary>The words of what several forms share: choosing a topic or a product, and what the rules suggest.</summary>
public sealed class ClassificationTexts;
