using System.Linq.Expressions;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>Each chosen attribute of a <see cref="TicketFilter"/> as a predicate of its own, said in SQL.</summary>
/// <remarks>One value is compared and not sought in a list of one: so it is the beginning of an index.</remarks>
internal static class AttributeFilters
{
    public static IEnumerable<Expression<Func<Ticket, bool>>> Of(TicketFilter filter, DateTimeOffset now)
    {
        if (filter.OwnerId is { } owners) yield return Predicates.Unless(owners.Not, Owners(owners));
        if (filter.AreaId is { } areas) yield return Predicates.Unless(areas.Not, Areas([.. areas.Values]));
        if (filter.WorkQueueId is { } queues) yield return Predicates.Unless(queues.Not, WorkQueues([.. queues.Values]));
        if (filter.ContractId is { } contracts) yield return Predicates.Unless(contracts.Not, Contracts([.. contracts.Values]));
        if (filter.Kind is { } kinds) yield return Predicates.Unless(kinds.Not, Kinds([.. kinds.Values]));
        if (filter.Channel is { } channels) yield return Predicates.Unless(channels.Not, Channels([.. channels.Values]));
        if (filter.Priority is { } priorities) yield return Predicates.Unless(priorities.Not, Priorities([.. priorities.Values]));
        if (filter.Status is { } statuses) yield return Predicates.Unless(statuses.Not, Statuses([.. statuses.Values]));
        if (filter.Topic is { } topics) yield return Predicates.Unless(topics.Not, Topics([.. topics.Values]));
        if (filter.Product is { } products) yield return Predicates.Unless(products.Not, Products([.. products.Values]));
        if (filter.TagKeys is { } tags) yield return Predicates.Unless(tags.Not, Tags([.. tags.Values]));
        foreach (var field in filter.Fields?.Each ?? []) yield return Predicates.Unless(field.Values.Not, Fields(field.FieldId, [.. field.Keys.Values]));
        if (filter.StepLate is { } late) yield return late ? t => t.NextStepAt < now : t => t.NextStepAt == null || t.NextStepAt >= now;
    }

#pragma warning disable CA1827 // Counted, and not asked whether there is any: of that PostgreSQL makes a join, and sorts all that have a common tag.
    private static Expression<Func<Ticket, bool>> Tags(string[] tags)
    {
        if (tags is not [var one]) return t => t.TagRows.Count(tag => tags.Contains(tag.Key)) > 0;
        return t => t.TagRows.Count(tag => tag.Key == one) > 0;
    }

    private static Expression<Func<Ticket, bool>> Fields(int field, string[] values)
    {
        if (values is not [var one]) return t => t.FieldRows.Count(row => row.FieldId == field && values.Contains(row.Value)) > 0;
        return t => t.FieldRows.Count(row => row.FieldId == field && row.Value == one) > 0;
    }
#pragma warning restore CA1827

    private static Expression<Func<Ticket, bool>> Owners(Choice<int> owners)
    {
        int[] members = [.. owners.Values.Where(owner => owner != TicketFilter.Nobody)];
        if (members is []) return t => t.OwnerId == null;
        if (owners.Lists(TicketFilter.Nobody)) return t => t.OwnerId == null || members.Contains(t.OwnerId.Value);
        if (members is not [var one]) return t => t.OwnerId != null && members.Contains(t.OwnerId.Value);
        return t => t.OwnerId != null && t.OwnerId == one;
    }

    private static Expression<Func<Ticket, bool>> Areas(int[] areas)
    {
        if (areas is not [var one]) return t => areas.Contains(t.AreaId);
        return t => t.AreaId == one;
    }

    private static Expression<Func<Ticket, bool>> WorkQueues(int[] queues)
    {
        if (queues is not [var one]) return t => t.WorkQueueId != null && queues.Contains(t.WorkQueueId.Value);
        return t => t.WorkQueueId != null && t.WorkQueueId == one;
    }

    private static Expression<Func<Ticket, bool>> Contracts(int[] contracts)
    {
        if (contracts is not [var one]) return t => t.ContractId != null && contracts.Contains(t.ContractId.Value);
        return t => t.ContractId != null && t.ContractId == one;
    }

    private static Expression<Func<Ticket, bool>> Kinds(TicketKind[] kinds)
    {
        if (kinds is not [var one]) return t => kinds.Contains(t.Kind);
        return t => t.Kind == one;
    }

    private static Expression<Func<Ticket, bool>> Channels(Channel[] channels)
    {
        if (channels is not [var one]) return t => channels.Contains(t.Channel);
        return t => t.Channel == one;
    }

    private static Expression<Func<Ticket, bool>> Priorities(Priority[] priorities)
    {
        if (priorities is not [var one]) return t => priorities.Contains(t.Priority);
        return t => t.Priority == one;
    }

    private static Expression<Func<Ticket, bool>> Statuses(TicketStatus[] statuses)
    {
        if (statuses is not [var one]) return t => statuses.Contains(t.Status);
        return t => t.Status == one;
    }

    private static Expression<Func<Ticket, bool>> Topics(string[] topics)
    {
        if (topics is not [var one]) return t => t.Topic != null && topics.Contains(t.Topic);
        return t => t.Topic != null && t.Topic == one;
    }

    private static Expression<Func<Ticket, bool>> Products(string[] products)
    {
        if (products is not [var one]) return t => t.Product != null && products.Contains(t.Product);
        return t => t.Product != null && t.Product == one;
    }
}
