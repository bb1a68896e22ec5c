using System.Collections.Frozen;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Sla;

/// <summary>Every version of every rule of law, and how the desk files. Immutable, shared by all.</summary>
public sealed class LegalBook
{
    /// <summary>The regime of cases whose log names none: they were filed when there was no other.</summary>
    public const string FirstRegime = "ley1755";

    private const string Petition = "ley1755.peticion";
    private readonly FrozenDictionary<int, LegalRule> _rules;

    /// <param name="practice">Null: the safe one.</param>
    public LegalBook(IEnumerable<LegalRule> rules, FilingPractice? practice = null)
    {
        All = [.. rules.OrderBy(rule => rule.Definition.Order).ThenBy(rule => rule.Code, StringComparer.Ordinal).ThenBy(rule => rule.Definition.ValidFrom).ThenBy(rule => rule.Version)];
        _rules = All.ToFrozenDictionary(rule => rule.Id);
        var replaced = All.Where(rule => rule.Replaces is not null).Select(rule => (rule.Code, rule.Replaces!.Value)).ToHashSet();
        InForce = [.. All.Where(rule => !replaced.Contains((rule.Code, rule.Version)))];
        Practice = practice ?? FilingPractice.Safe;
        Regimes = [.. InForce.GroupBy(rule => rule.Definition.Regime)
            .Select(rules => new LegalRegime(rules.Key, rules.MaxBy(rule => rule.Id)!.Definition.RegimeName, rules.First().Definition.Country))
            .OrderBy(regime => regime.Country, StringComparer.Ordinal).ThenBy(regime => regime.Name, StringComparer.Ordinal)];
    }

    /// <summary>What comes with the product, before an administrator touched it.</summary>
    public static LegalBook Shipped { get; } = new(ShippedLaw.Rules());

    /// <summary>All versions, in the order in which the rules of a regime are tried.</summary>
    public IReadOnlyList<LegalRule> All { get; }

    /// <summary>Those that no other version replaces; each has its own time.</summary>
    public IReadOnlyList<LegalRule> InForce { get; }

    public FilingPractice Practice { get; }

    public IReadOnlyList<LegalRegime> Regimes { get; }

    public bool Knows(int ruleId) => _rules.ContainsKey(ruleId);

    public LegalRule Rule(int id) => _rules[id];

    /// <summary>Whether a case may be put under that regime by name.</summary>
    public bool Offers(string regime) => Practice.Regime == regime || Practice.Offered.Contains(regime);

    /// <summary>The regimes that a filing may name, the desk's own first.</summary>
    public IReadOnlyList<LegalRegime> Offered => [.. Regimes.Where(regime => Offers(regime.Code)).OrderBy(regime => regime.Code == Practice.Regime ? 0 : 1)];

    /// <summary>The ground of a case: the first rule of the regime that answers to it on its effective filing date.</summary>
    /// <param name="had">The rule it has already: it keeps the version it was promised as long as that is the rule for it.</param>
    public LegalGround Choose(string regime, TicketKind kind, Priority priority, DateOnly filedOn, LegalRule? had = null)
    {
        var first = InForce.FirstOrDefault(rule => rule.Definition.Regime == regime && rule.IsValidOn(filedOn) && rule.Definition.Matches(kind, priority));
        var kept = had is not null && had.Code == first?.Code && had.Definition.Matches(kind, priority) ? had : first;
        return new LegalGround(regime, NameOf(regime), kept?.Id);
    }

    /// <summary>The rule of a code on a filing date; null when there is none that day.</summary>
    public LegalRule? Find(string code, DateOnly filedOn) => InForce.FirstOrDefault(rule => rule.Code == code && rule.IsValidOn(filedOn));

    /// <summary>The rule behind a ground; a log that names none was promised the first rule of Ley 1755 for its kind.</summary>
    public LegalRule? RuleOf(LegalGround? ground, TicketKind kind) =>
        ground is null ? FirstRuleFor(kind) : ground.RuleId is { } id ? Rule(id) : null;

    /// <summary>The rule behind a legal deadline of a ticket.</summary>
    public LegalRule? RuleOf(Deadline deadline, TicketKind kind) =>
        deadline.LegalRuleId is { } id ? Rule(id) : FirstRuleFor(kind);

    public string NameOf(string regime) => Regimes.FirstOrDefault(each => each.Code == regime)?.Name ?? regime;

    private LegalRule? FirstRuleFor(TicketKind kind) => kind switch
    {
        TicketKind.Compliment => null,
        TicketKind.Inquiry => First("ley1755.consulta"),
        TicketKind.DocumentRequest => First("ley1755.documentos"),
        _ => First(Petition),
    };

    private LegalRule? First(string code) => All.Where(rule => rule.Code == code).MinBy(rule => rule.Version);
}

/// <summary>A law, or a part of one, that a case can stand under.</summary>
public sealed record LegalRegime(string Code, string Name, string Country);
