namespace PqrsDesk.Features.Assessing;

/// <summary>The words of the pages of criticality.</summary>
public sealed class AssessingTexts;
