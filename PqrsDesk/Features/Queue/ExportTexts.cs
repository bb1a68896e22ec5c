namespace PqrsDesk.Features.Queue;

/// <summary>The words of a list as a file.</summary>
public sealed class ExportTexts;
