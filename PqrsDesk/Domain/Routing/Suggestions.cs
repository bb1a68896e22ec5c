using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Routing;

/// <summary>Why something is suggested: a rule by its name as it was then, and the words that met it.</summary>
public sealed record SuggestionReason(string Rule, IReadOnlyList<string> Words)
{
    public bool Equals(SuggestionReason? other) => other is not null && Rule == other.Rule && Words.SequenceEqual(other.Words);

    public override int GetHashCode() => Words.Aggregate(Rule.GetHashCode(StringComparison.Ordinal), HashCode.Combine);
}

/// <param name="Weight">The sum of the rules that say so.</param>
/// <param name="Why">The heaviest first.</param>
/// <param name="Alone">One of those rules may apply it by itself.</param>
public sealed record Suggestion<T>(T Value, int Weight, IReadOnlyList<SuggestionReason> Why, bool Alone)
{
    private const int MostReasons = 3;

    /// <summary>Of all that is suggested, what weighs most; of equals, what the first of the rules says.</summary>
    internal static Suggestion<T>? Best(IEnumerable<(T Value, RuleHit Hit)> said)
    {
        return said.GroupBy(each => each.Value).Select(Sum).MaxBy(sum => sum.Weight);

        // MaxBy keeps the first of equals, and groups come in the order of their first rule.
        static Suggestion<T> Sum(IGrouping<T, (T Value, RuleHit Hit)> same)
        {
            var hits = same.Select(each => each.Hit).ToList();
            return new(same.Key, hits.Sum(hit => hit.Rule.Weight),
                [.. hits.OrderByDescending(hit => hit.Rule.Weight).Take(MostReasons).Select(hit => new SuggestionReason(hit.Rule.Name, hit.Words))],
                hits.Exists(hit => hit.Rule.AppliesAlone));
        }
    }
}

/// <summary>What the rules would say of a text; null where they say nothing.</summary>
public sealed record Suggestions(Suggestion<TicketKind>? Kind, Suggestion<TopicChoice>? Topic, Suggestion<SuggestedArea>? Area, Suggestion<Urgency>? Urgency)
{
    public static Suggestions None { get; } = new(null, null, null, null);

    public bool IsEmpty => this is { Kind: null, Topic: null, Area: null, Urgency: null };
}

public sealed record SuggestedArea(int Id, string Name);
