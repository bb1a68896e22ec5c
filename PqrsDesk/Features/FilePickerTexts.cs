namespace PqrsDesk.Features;

/// <summary>The words around choosing files.</summary>
public sealed class FilePickerTexts;
