namespace PqrsDesk.Features.SlaRules;

/// <summary>The words of calendars and policies.</summary>
public sealed class SlaRulesTexts;
