namespace PqrsDesk.Features.Classifying;

/// <summary>The words of the pages where the house says how it classifies.</summary>
public sealed class ClassifyingTexts;
