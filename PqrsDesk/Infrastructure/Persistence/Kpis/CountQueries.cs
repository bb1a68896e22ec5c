using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence.Kpis;

internal static class CountQueries
{
    public static async Task<IReadOnlyList<CountBy<T>>> CountByAsync<T>(this IQueryable<Ticket> tickets, Expression<Func<Ticket, T>> heading, CancellationToken cancel) =>
        (await tickets.GroupBy(heading).Select(group => new CountBy<T>(group.Key, group.Count())).ToListAsync(cancel)).MostFirst();
}
