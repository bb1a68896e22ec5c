namespace PqrsDesk.Features.Portal;

/// <summary>The words of the help that everybody can read.</summary>
public sealed class HelpTexts;
