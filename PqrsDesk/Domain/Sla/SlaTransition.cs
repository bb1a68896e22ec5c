using System.Collections.Frozen;

namespace PqrsDesk.Domain.Sla;

/// <summary>Which promise each open ticket has after a change, if the change is applied to open tickets.</summary>
/// <remarks>
/// A ticket keeps its policy, in the new version. It goes to another one only where the change itself makes the rules
/// choose otherwise for it. Tickets that were left on old versions of a policy that does not change stay there.
/// </remarks>
public sealed class SlaTransition
{
    private readonly SlaBook _before;
    private readonly SlaBook _after;
    private readonly FrozenSet<string> _changed;
    private readonly bool _movesLegal;

    /// <param name="after">The book with the change in it, tried or stored.</param>
    public SlaTransition(SlaBook before, SlaBook after, SlaChange change)
    {
        (_before, _after) = (before, after);
        _changed = change.Policies.Select(policy => policy.Key).Concat(change.Again).ToFrozenSet(StringComparer.Ordinal);
        _movesLegal = change.MovesLegalTerms;
        var changed = _changed.Select(key => after.CurrentTerms(key)?.Policy.Definition).ToList();
        Customers = change.Calendar is null && changed.TrueForAll(policy => policy?.ContractId is not null) ? [.. changed.SelectMany(policy => policy!.Customers).Distinct()] : null;
        ChoosesAnew = change.Policies.Any(ChangesTheChoice);
    }

    /// <summary>Whether tickets of any policy may be touched, and their facts are asked for.</summary>
    public bool ChoosesAnew { get; }

    /// <summary>Whose tickets alone can be touched, where only contracts changed; null: anybody's.</summary>
    public IReadOnlyList<int>? Customers { get; }

    /// <summary>The policy versions whose tickets can be touched; null: any.</summary>
    public IReadOnlyList<int>? Touched => ChoosesAnew || _movesLegal
        ? null
        : [.. _after.AllTerms.Where(terms => _changed.Contains(terms.Policy.Key)).Select(terms => terms.Policy.Id)];

    /// <param name="legalVersionId">As <see cref="Tickets.Ticket.LegalCalendarVersionId"/>.</param>
    /// <param name="facts">Asked for only if <see cref="ChoosesAnew"/>.</param>
    /// <returns>The versions to promise; null when the ticket keeps what it has.</returns>
    public (int Policy, int Legal)? Of(int policyVersionId, int? legalVersionId, Func<PolicyFacts> facts)
    {
        var own = _after.Terms(policyVersionId).Policy.Key;
        var key = ChoosesAnew ? Chosen(facts()) ?? own : own;
        var policy = key != own || _changed.Contains(key) ? _after.CurrentTerms(key)?.Policy.Id ?? policyVersionId : policyVersionId;
        var had = legalVersionId ?? _after.FirstLegalCalendarVersionId;
        var legal = _movesLegal ? _after.LegalCalendarVersionId : had;
        return policy == policyVersionId && legal == had ? null : (policy, legal);
    }

    /// <summary>The policy that the change chooses in another's place; null where it chooses as before.</summary>
    private string? Chosen(PolicyFacts facts)
    {
        var now = _after.Choose(facts)?.Policy.Key;
        return now == _before.Choose(facts)?.Policy.Key ? null : now;
    }

    private bool ChangesTheChoice(SlaPolicy made) => _before.CurrentTerms(made.Key)?.Policy is not { } old
        || old.Order != made.Order || old.Definition.IsRetired != made.Definition.IsRetired || !SlaDifference.SameConditions(old.Definition, made.Definition);
}
