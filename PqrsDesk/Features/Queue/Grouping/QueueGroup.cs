using PqrsDesk.Domain.Tickets;
using PqrsDesk.Domain.Views;

namespace PqrsDesk.Features.Queue.Grouping;

/// <summary>A grouped list that is looked at. A value: equal ones are one question, whoever watches.</summary>
/// <param name="Filter">Already resolved with <see cref="TicketFilter.For"/>.</param>
/// <param name="WithFields">As <see cref="QueueView.WithFields"/>.</param>
public sealed record GroupedView(TicketFilter Filter, QueueGrouping By, bool WithFields = false);

/// <summary>The tickets of one group, those that come first.</summary>
/// <param name="Key">What they have in common, as the code writes it.</param>
/// <param name="Name">The name that a person gave it; null where a word of the language says it.</param>
/// <param name="Count">All of the group, also those that are not among the rows.</param>
/// <param name="Only">The list of this group alone; null where a filter cannot say it.</param>
public sealed record QueueGroup(string Key, string? Name, TicketCount Count, IReadOnlyList<QueueRow> Rows, TicketFilter? Only);

/// <param name="Count">Of all groups.</param>
public sealed record QueueGroups(IReadOnlyList<QueueGroup> Groups, TicketCount Count)
{
    /// <summary>Words that very many tickets have are sought ticket by ticket: to do so for each group would take too long.</summary>
    public static QueueGroups TooCommon { get; } = new([], new(0, true));

    public IReadOnlyList<QueueRow> Rows { get; } = [.. Groups.SelectMany(group => group.Rows)];
}
