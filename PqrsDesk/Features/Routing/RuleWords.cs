using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Routing;

/// <summary>What a rule says, in words.</summary>
public sealed class RuleWords(IStringLocalizer<RoutingTexts> texts, IStringLocalizer<UiTexts> words)
{
    /// <summary>What it asks for: the name of each condition and its values.</summary>
    public IEnumerable<(string Name, string Values)> Conditions(RoutingDefinition rule, RoutingSight sight)
    {
        if (rule.Kinds.Count > 0) yield return (texts["Condition.Kinds"], List(rule.Kinds, kind => words.Word(kind)));
        if (rule.Topics.Count > 0) yield return (texts["Condition.Topics"], List(rule.Topics, id => sight.Book.TopicPath(id) ?? $"#{id}"));
        if (rule.Products.Count > 0) yield return (texts["Condition.Products"], List(rule.Products, id => sight.Book.ProductName(id) ?? $"#{id}"));
        if (rule.Branches.Count > 0) yield return (texts["Condition.Branches"], List(rule.Branches, id => RoutingSight.NameOf(sight.Branches, id)));
        if (rule.Customers.Count > 0) yield return (texts["Condition.Customers"], List(rule.Customers, id => RoutingSight.NameOf(sight.Customers, id)));
        if (rule.ServiceLevels.Count > 0) yield return (texts["Condition.Levels"], List(rule.ServiceLevels, Level));
        if (rule.Channels.Count > 0) yield return (texts["Condition.Channels"], List(rule.Channels, channel => words.Word(channel)));
        if (rule.Languages.Count > 0) yield return (texts["Condition.Languages"], List(rule.Languages, language => language));
    }

    /// <summary>What it does, from the area to the priority.</summary>
    public string Outcome(RoutingDefinition rule, RoutingSight sight) => string.Join(" · ", new[]
    {
        rule.AreaId is { } area ? sight.AreaName(area) : texts["Outcome.SameArea"].Value,
        rule.QueueId is { } queue ? sight.QueueName(queue) : null,
        rule.Hand switch
        {
            RoutingHand.Nobody => null,
            RoutingHand.Member => sight.MemberName(rule.MemberId ?? 0),
            _ => texts[$"Hand.{rule.Hand}"].Value,
        },
        rule.Priority is { } priority ? texts["Outcome.Priority", words.Word(priority)].Value : null,
    }.OfType<string>());

    public string Level(ServiceLevel level) => texts[$"Level.{level}"];

    public string Say(RoutingSaved saved) => saved is { Problem: RoutingProblem.ChangedMeanwhile, By: { } by } ? texts["ChangedBy", by] : Say(saved.Problem!.Value);

    public string Say(RoutingProblem problem) => texts[$"Problem.{problem}"];

    private static string List<T>(IReadOnlyList<T> values, Func<T, string> name) => string.Join(", ", values.Select(name));
}
