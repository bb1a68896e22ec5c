namespace PqrsDesk.Features.Importing;

/// <summary>The words of the import: what is wrong with a map, a file or a row, and the summary.</summary>
public sealed class ImportingTexts;
