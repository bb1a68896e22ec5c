using System.Globalization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Routing;

namespace PqrsDesk.Ui;

/// <summary>The words of every <see cref="RoutingTrace"/>.</summary>
public sealed class RouteTexts;

/// <summary>Why a case is where it is, in sentences.</summary>
public sealed class RoutingWords(IStringLocalizer<RouteTexts> texts, IStringLocalizer<UiTexts> words)
{
    /// <summary>What decided, in the order in which it was decided.</summary>
    public IEnumerable<string> Say(RoutingTrace trace)
    {
        yield return trace.Number is { } number
            ? texts[trace.Matched is { Count: > 0 } ? "Took.By" : "Took", number, trace.Rule ?? "", List(trace.Matched)]
            : texts[trace.Tried is null ? "NoRules" : "NoneTook"];
        yield return texts[$"Way.{trace.Way}", trace.Area];
        if (trace.Queue is { } queue) yield return texts["Queue", queue];
        foreach (var away in trace.Away ?? []) yield return Say(away);
        if (trace.Hand is { } hand) yield return trace.Owner is { } owner ? texts[$"Hand.{hand}", owner] : texts["Hand.None"];
        if (trace.Priority is { } priority) yield return texts["Priority", words.Word(priority)];
    }

    public string Say(Away away) => away.StandIn is { } standIn ? texts["Away", away.Name, standIn] : texts["Away.Nobody", away.Name];

    public string Say(RuleTried tried) => texts["Tried", tried.Number, tried.Name, texts[$"Missed.{tried.Missed}"].Value];

    /// <summary>How many more were tried than are named; null: none.</summary>
    public string? More(RoutingTrace trace) => trace.TriedMore is { } more ? texts["TriedMore", more.ToString("N0", CultureInfo.CurrentCulture)].Value : null;

    /// <summary>Where it goes and to whom, as one phrase.</summary>
    public string Place(RoutingTrace trace) => string.Join(" · ", new[] { trace.Area, trace.Queue, trace.Owner }.OfType<string>());

    public string Word(RoutingCondition condition) => texts[$"Condition.{condition}"];

    private string List(IReadOnlyList<RoutingCondition>? conditions) => string.Join(", ", (conditions ?? []).Select(Word));
}
