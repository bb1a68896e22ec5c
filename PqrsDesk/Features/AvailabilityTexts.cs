namespace PqrsDesk.Features;

/// <summary>The words of what fails and what is planned, wherever they stand.</summary>
public sealed class AvailabilityTexts;
