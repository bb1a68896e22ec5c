namespace PqrsDesk.Features.SlaRules;

/// <summary>The words of the rules of law and of how the desk files.</summary>
public sealed class LegalTexts;
