namespace PqrsDesk.Features;

/// <summary>The words of putting a case aside.</summary>
public sealed class SnoozeTexts;
