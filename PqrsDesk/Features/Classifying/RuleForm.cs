using System.Globalization;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Classifying;

/// <summary>A rule of words as it is being written: terms one a line, or with commas between.</summary>
public sealed class RuleForm
{
    public int? Id { get; init; }
    public string Name { get; set; } = "";
    public string Any { get; set; } = "";
    public string All { get; set; } = "";
    public string Without { get; set; } = "";
    public int Weight { get; set; } = 10;
    public TicketKind? Kind { get; set; }
    public int? TopicId { get; set; }
    public int? AreaId { get; set; }
    public Urgency? Urgency { get; set; }
    public bool AppliesAlone { get; set; }
    public bool Active { get; set; } = true;

    public static RuleForm Of(KeywordRule rule) => new()
    {
        Id = rule.Id,
        Name = rule.Name,
        Any = string.Join('\n', rule.Any),
        All = string.Join('\n', rule.All),
        Without = string.Join('\n', rule.Without),
        Weight = rule.Weight,
        Kind = rule.Kind,
        TopicId = rule.TopicId,
        AreaId = rule.AreaId,
        Urgency = rule.Urgency,
        AppliesAlone = rule.AppliesAlone,
        Active = rule.Active,
    };

    /// <summary>Null when it can be saved.</summary>
    public Fault? Refuse()
    {
        if (Name.Trim().Length == 0) return ClassifyingProblem.NameMissing;
        if (Name.Trim().Length > KeywordRule.NameLimit) return new(ClassifyingProblem.NameTooLong, Number(KeywordRule.NameLimit));
        var (any, all, without) = (Terms(Any), Terms(All), Terms(Without));
        if (any.Count + all.Count == 0) return ClassifyingProblem.NoTerm;
        if (any.Count + all.Count + without.Count > KeywordRule.MostTerms) return new(ClassifyingProblem.TooManyTerms, Number(KeywordRule.MostTerms));
        foreach (var term in any.Concat(all).Concat(without))
        {
            if (term.Length > KeywordRule.TermLimit) return new(ClassifyingProblem.TermTooLong, Number(KeywordRule.TermLimit));
            if (Phrase.Read(term) is null) return new(ClassifyingProblem.TermUnreadable, term);
        }

        return Weight is < 1 or > KeywordRule.HeaviestWeight ? new(ClassifyingProblem.WeightOutside, Number(KeywordRule.HeaviestWeight))
            : Kind is null && TopicId is null && AreaId is null && Urgency is null ? ClassifyingProblem.SuggestsNothing
            : AppliesAlone && TopicId is null ? ClassifyingProblem.AloneWithoutTopic
            : null;
    }

    public void WriteTo(KeywordRule rule)
    {
        (rule.Name, rule.Any, rule.All, rule.Without) = (Name.Trim(), Terms(Any), Terms(All), Terms(Without));
        (rule.Weight, rule.Kind, rule.TopicId, rule.AreaId, rule.Urgency) = (Weight, Kind, TopicId, AreaId, Urgency);
        (rule.AppliesAlone, rule.Active) = (AppliesAlone, Active);
    }

    private static List<string> Terms(string typed) =>
        [.. typed.ReplaceLineEndings("\n").Split(['\n', ',', ';']).Select(term => string.Join(' ', term.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))).Where(term => term.Length > 0).DistinctBy(Ticket.Fold)];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
