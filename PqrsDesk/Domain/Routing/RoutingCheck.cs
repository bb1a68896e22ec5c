using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Routing;

/// <summary>Holds a rule to what can be done.</summary>
public static class RoutingCheck
{
    public const int RulesLimit = 300;

    /// <param name="ruleId">Of the rule that is changed; null: it is new.</param>
    /// <param name="branches">Those there are, and likewise <paramref name="customers"/>.</param>
    /// <returns>Null when it can be saved.</returns>
    public static RoutingProblem? Refuse(this RoutingDefinition rule, int? ruleId, RoutingBook book, IReadOnlySet<int> branches, IReadOnlySet<int> customers) =>
        string.IsNullOrWhiteSpace(rule.Name) ? RoutingProblem.NameMissing
        : rule.Name.Length > RoutingDefinition.NameLimit ? RoutingProblem.NameTooLong
        : book.Rules.Any(each => each.Id != ruleId && Ticket.Fold(each.Definition.Name) == Ticket.Fold(rule.Name)) ? RoutingProblem.NameTaken
        : ruleId is null && book.Rules.Count >= RulesLimit ? RoutingProblem.TooManyRules
        : Conditions(rule, book, branches, customers) ?? Outcome(rule, book);

    private static RoutingProblem? Conditions(RoutingDefinition rule, RoutingBook book, IReadOnlySet<int> branches, IReadOnlySet<int> customers) =>
        !rule.Kinds.All(Enum.IsDefined) || !rule.ServiceLevels.All(Enum.IsDefined) || !rule.Channels.All(Enum.IsDefined)
            || !rule.Topics.All(id => book.TopicPath(id) is not null) || !rule.Products.All(id => book.ProductName(id) is not null)
            || !rule.Branches.All(branches.Contains) || !rule.Customers.All(customers.Contains) ? RoutingProblem.ConditionUnknown
        : !rule.Languages.All(Filing.IsLanguage) ? RoutingProblem.LanguageUnknown
        : null;

    private static RoutingProblem? Outcome(RoutingDefinition rule, RoutingBook book) =>
        rule is { AreaId: null, Hand: RoutingHand.Nobody, Priority: null } ? RoutingProblem.NothingDone
        : rule.AreaId is { } area && !book.Parts.Areas.Any(each => each.Id == area && each.Active) ? RoutingProblem.AreaUnknown
        : rule.QueueId is { } queue && !book.Parts.Queues.Any(each => each.Id == queue && each.Active && each.AreaId == rule.AreaId) ? RoutingProblem.QueueUnknown
        : !Enum.IsDefined(rule.Hand) ? RoutingProblem.MemberUnknown
        : rule.Hand == RoutingHand.Member && !book.Parts.Staff.Any(member => member.Id == rule.MemberId && member.Active) ? RoutingProblem.MemberUnknown
        : rule.Priority is { } priority && !Enum.IsDefined(priority) ? RoutingProblem.PriorityUnknown
        : null;
}
