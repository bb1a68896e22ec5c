namespace PqrsDesk.Features.StatusPages;

/// <summary>The words of the public page of what works.</summary>
public sealed class StatusTexts;
