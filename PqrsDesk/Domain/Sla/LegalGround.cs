namespace PqrsDesk.Domain.Sla;

/// <summary>Under which law a case stands, as its log keeps it.</summary>
/// <param name="RegimeName">As it was called then.</param>
/// <param name="RuleId">The rule that gives its term; null when none of the regime answers to it.</param>
public sealed record LegalGround(string Regime, string RegimeName, int? RuleId);
