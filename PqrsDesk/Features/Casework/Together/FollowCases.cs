using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Domain.Together;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework.Together;

/// <summary>Follows cases, and lets them go. The cases themselves do not change.</summary>
public sealed class FollowCases(DeskWriter writer, TopicInterceptor topics)
{
    /// <summary>Of one call.</summary>
    public const int Most = 500;

    /// <returns>Those that are followed now and were not, or the other way round: what can be taken back; or why none.</returns>
    public async Task<(IReadOnlyList<string> Changed, Refusal? Refusal)> RunAsync(IReadOnlyList<string> numbers, bool follow, Actor by, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numbers.Count, Most);
        if (by is not { Kind: ActorKind.Staff, StaffId: { } me } || !Reader.Of(by).AllTickets) return ([], RefusalCode.RoleTooLow);
        var changed = await writer.RunAsync(async db =>
        {
            var cases = await db.Tickets.Where(ticket => numbers.Contains(ticket.Number))
                .Select(ticket => new { ticket.Id, ticket.Number, Follows = ticket.FollowerRows.Any(each => each.StaffId == me) }).ToListAsync(cancel);
            var wanted = cases.FindAll(each => each.Follows != follow);
            var ids = wanted.ConvertAll(each => each.Id);
            if (follow) foreach (var id in ids) await Followers.AddAsync(db, id, [me], cancel);
            else await db.Followers.Where(each => each.StaffId == me && ids.Contains(each.TicketId)).ExecuteDeleteAsync(cancel);
            await topics.TellAsync(db, ids.Select(LiveTopic.Together).Append(LiveTopic.Followed(me)), cancel);
            return (cases.Count, Numbers: wanted.ConvertAll(each => each.Number));
        }, cancel);
        return changed.Count == 0 && numbers.Count > 0 ? ([], RefusalCode.TicketNotFound) : (changed.Numbers, null);
    }
}
