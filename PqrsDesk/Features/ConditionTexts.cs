namespace PqrsDesk.Features;

/// <summary>The words around the conditions of a rule.</summary>
public sealed class ConditionTexts;
