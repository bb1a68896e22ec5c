namespace PqrsDesk.Features;

/// <summary>The words of calendars and policies.</summary>
public sealed class SlaRulesTexts;
