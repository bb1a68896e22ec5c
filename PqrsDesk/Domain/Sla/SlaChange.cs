namespace PqrsDesk.Domain.Sla;

/// <summary>The versions that saving an edit adds. Nothing that is there is changed but for what is current.</summary>
/// <param name="Calendar">Null when a policy alone changes.</param>
/// <param name="Policies">The edited policy, or those that counted on the edited calendar.</param>
public sealed record SlaChange(CalendarVersion? Calendar, IReadOnlyList<SlaPolicy> Policies)
{
    /// <summary>Keys of policies that stay as they are, and whose tickets are brought to their current version.</summary>
    public IReadOnlyList<string> Again { get; init; } = [];

    public bool MovesLegalTerms => Calendar is { Key: CalendarVersion.LegalKey };

    public SlaPolicy? Of(string policyKey) => Policies.FirstOrDefault(policy => policy.Key == policyKey);
}
