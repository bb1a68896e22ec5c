using System.Globalization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Ui;

namespace PqrsDesk.Features;

/// <summary>What is wrong with a rule, why a policy applies, and how long its targets are, in words.</summary>
public sealed class SlaWords(IStringLocalizer<SlaRulesTexts> texts, IStringLocalizer<UiTexts> words, ContractWords contracts)
{
    public string Say(SlaProblem problem) => problem.Contract is { } contract ? contracts.Say(contract) : problem.Calendar is { } calendar ? Say(calendar)
        : problem.Detail is { } detail ? texts[$"Problem.{problem.Code}", detail]
        : texts[$"Problem.{problem.Code}"];

    public string Say(CalendarProblem problem) => problem switch
    {
        CalendarProblem.UnknownZone zone => texts["Calendar.UnknownZone", zone.Zone],
        CalendarProblem.UnknownCountry country => texts["Calendar.UnknownCountry", country.Country],
        CalendarProblem.UnknownDay => texts["Calendar.UnknownDay"],
        CalendarProblem.ReversedHours hours => texts["Calendar.ReversedHours", HoursText.Time(hours.From), HoursText.Time(hours.To)],
        CalendarProblem.OverlappingHours hours => texts["Calendar.OverlappingHours", HoursText.Time(hours.From), HoursText.Time(hours.To)],
        CalendarProblem.RepeatedSpecialDate special => texts["Calendar.RepeatedSpecialDate", Date(special.Date)],
        CalendarProblem.NeverOpens => texts["Calendar.NeverOpens"],
        _ => throw new InvalidOperationException($"No words for {problem.GetType().Name}."),
    };

    /// <summary>"Se aplica «Clientes críticos» porque el cliente es de nivel crítico."</summary>
    public string Why(SlaPolicy policy, PolicyFacts facts, Rules rules)
    {
        var reasons = policy.Definition.Conditions().Select(condition => Reason(condition, facts, rules)).ToList();
        return reasons.Count == 0 ? texts["Why.Any", policy.Definition.Name] : texts["Why", policy.Definition.Name, Listed(reasons)];
    }

    public string Level(ServiceLevel level) => texts[$"Level.{level}"];

    /// <summary>Business minutes as hours and minutes.</summary>
    public string Span(int minutes) => (minutes / 60, minutes % 60) switch
    {
        (0, var left) => texts["Span.Minutes", left],
        (var hours, 0) => texts["Span.Hours", hours.ToString("N0", CultureInfo.CurrentCulture)],
        var (hours, left) => texts["Span.Both", hours.ToString("N0", CultureInfo.CurrentCulture), left],
    };

    public string Parts(IReadOnlyList<SlaPart> parts) => parts.Count == 0 ? texts["Part.None"] : string.Join(", ", parts.Select(part => texts[$"Part.{part}"].Value));

    /// <summary>What a policy asks for, in one line.</summary>
    public string Conditions(PolicyDefinition policy, Rules rules)
    {
        var said = policy.Conditions().Select(condition => condition switch
        {
            PolicyCondition.Customer => texts["Asks.Customer", Or(policy.Customers.Select(id => Name(rules.Customers, id)))],
            PolicyCondition.ServiceLevel => texts["Asks.ServiceLevel", Or(policy.ServiceLevels.Select(Level))],
            PolicyCondition.Kind => texts["Asks.Kind", Or(policy.Kinds.Select(kind => words.Word(kind)))],
            PolicyCondition.Channel => texts["Asks.Channel", Or(policy.Channels.Select(channel => words.Word(channel)))],
            PolicyCondition.Area => texts["Asks.Area", Or(policy.Areas.Select(id => Name(rules.Areas, id)))],
            PolicyCondition.Priority => texts["Asks.Priority", Or(policy.Priorities.Select(priority => words.Word(priority)))],
            PolicyCondition.Product => texts["Asks.Product", Or(policy.Products)],
            PolicyCondition.Term => texts["Asks.Term", policy.From is { } from ? Date(from) : "…", policy.Until is { } until ? Date(until) : "…"],
            _ => throw new InvalidOperationException($"No words for {condition}."),
        }).Select(part => part.Value).ToList();
        return said.Count == 0 ? texts["Asks.Nothing"] : string.Join("; ", said);
    }

    public string Date(DateOnly date) => date.ToString(texts["Date"], CultureInfo.CurrentCulture);

    private string Reason(PolicyCondition condition, PolicyFacts facts, Rules rules) => condition switch
    {
        PolicyCondition.Customer => texts["Because.Customer", Name(rules.Customers, facts.CustomerId ?? 0)],
        PolicyCondition.ServiceLevel => texts["Because.ServiceLevel", facts.Level is { } level ? Level(level) : ""],
        PolicyCondition.Kind => texts["Because.Kind", words.Word(facts.Kind)],
        PolicyCondition.Channel => texts["Because.Channel", words.Word(facts.Channel)],
        PolicyCondition.Area => texts["Because.Area", Name(rules.Areas, facts.AreaId)],
        PolicyCondition.Priority => texts["Because.Priority", words.Word(facts.Priority)],
        PolicyCondition.Product => texts["Because.Product", facts.Product ?? ""],
        PolicyCondition.Term => texts["Because.Term"],
        _ => throw new InvalidOperationException($"No words for {condition}."),
    };

    private string Listed(List<string> reasons) =>
        reasons.Count == 1 ? reasons[0] : texts["And", string.Join(", ", reasons[..^1]), reasons[^1]];

    private string Or(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count == 1 ? all[0] : texts["Or", string.Join(", ", all[..^1]), all[^1]];
    }

    private string Name(IReadOnlyList<NamedChoice> among, int id) => among.FirstOrDefault(choice => choice.Id == id)?.Name ?? texts["Gone", id];
}
