using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>A case that nobody has, as much of it as is needed to hand it out.</summary>
/// <param name="QueueAt">As <see cref="Ticket.QueueAt"/>.</param>
public sealed record WaitingCase(long Id, string Number, string Subject, DateTimeOffset QueueAt);

/// <summary><see cref="SkillSet.Fits"/> and <see cref="SkillSet.Needed"/>, said in SQL.</summary>
public static class WaitingCases
{
    /// <summary>Open, and nobody's.</summary>
    public static IQueryable<Ticket> Waiting(this IQueryable<Ticket> tickets) => tickets.Where(t => t.Status < TicketStatus.Answered && t.OwnerId == null && t.Status != TicketStatus.AwaitingPetitioner);

    /// <summary>Those that ask for just so much.</summary>
    public static IQueryable<Ticket> Asking(this IQueryable<Ticket> tickets, SkillLevel level) => level switch
    {
        SkillLevel.Expert => tickets.Where(t => t.FlaggedAt != null),
        SkillLevel.Able => tickets.Where(t => t.FlaggedAt == null && t.Priority == Priority.High),
        SkillLevel.Learning => tickets.Where(t => t.FlaggedAt == null && t.Priority < Priority.High),
        _ => throw new InvalidOperationException($"No such level: {level}."),
    };

    public static IQueryable<Ticket> Fitting(this IQueryable<Ticket> tickets, SkillSet skills)
    {
        if (skills.Kinds is { } kinds) tickets = tickets.Where(t => kinds.Contains(t.Kind));
        if (skills.Channels is { } channels) tickets = tickets.Where(t => channels.Contains(t.Channel));
        if (skills.Areas is { } areas) tickets = tickets.Where(t => areas.Contains(t.AreaId));
        if (skills.Queues is { } queues) tickets = tickets.Where(t => t.WorkQueueId != null && queues.Contains(t.WorkQueueId.Value));
        if (skills.Languages is { } languages) tickets = tickets.Where(t => t.Language == null || languages.Contains(t.Language));
        if (skills.Topics is { } topics) tickets = tickets.Where(t => t.Topic == null || topics.Contains(t.Topic));
        return tickets;
    }

    /// <summary>The nearest deadline first.</summary>
    public static Task<List<WaitingCase>> FirstAsync(this IQueryable<Ticket> tickets, int count, CancellationToken cancel) =>
        tickets.OrderBy(t => t.QueueAt).ThenBy(t => t.Id).Select(t => new WaitingCase(t.Id, t.Number, t.Subject, t.QueueAt)).Take(count).ToListAsync(cancel);
}
