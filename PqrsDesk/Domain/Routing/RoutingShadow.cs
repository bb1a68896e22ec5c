namespace PqrsDesk.Domain.Routing;

/// <summary>Rules to which no case comes, because an earlier one takes all of theirs.</summary>
/// <remarks>Said only where it is certain. Where somebody chose the area by hand, a rule of another area lets the case pass: those may still come.</remarks>
public static class RoutingShadow
{
    /// <summary>The earlier rule that takes all that this one could; null: cases come to it.</summary>
    public static RoutingRule? ShadowOf(this RoutingBook book, RoutingRule rule) => !rule.Active ? null
        : book.Rules.TakeWhile(each => each.Order < rule.Order).FirstOrDefault(each => each.Active && TakesCases(book, each) && Covers(book, each.Definition, rule.Definition));

    private static bool TakesCases(RoutingBook book, RoutingRule rule) =>
        rule.Definition.AreaId is not { } area || book.Parts.Areas.Any(each => each.Id == area && each.Active);

    private static bool Covers(RoutingBook book, RoutingDefinition first, RoutingDefinition second) =>
        Covers(first.Kinds, second.Kinds)
        && Topics(book, first, second)
        && Covers(first.Products, second.Products)
        && Covers(first.Branches, second.Branches)
        && Covers(first.Customers, second.Customers)
        && Covers(first.ServiceLevels, second.ServiceLevels)
        && Covers(first.Channels, second.Channels)
        && Covers(first.Languages, second.Languages);

    private static bool Covers<T>(IReadOnlyList<T> first, IReadOnlyList<T> second) => first.Count == 0 || (second.Count > 0 && second.All(first.Contains));

    private static bool Topics(RoutingBook book, RoutingDefinition first, RoutingDefinition second) =>
        first.Topics.Count == 0
        || (second.Topics.Count > 0 && second.Topics.All(topic => first.Topics.Any(wide => RoutingBook.IsUnder(book.TopicPath(topic), book.TopicPath(wide)))));
}
