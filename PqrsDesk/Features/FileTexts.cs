namespace PqrsDesk.Features;

/// <summary>The words of files that are listed, and of those that are kept back.</summary>
public sealed class FileTexts;
