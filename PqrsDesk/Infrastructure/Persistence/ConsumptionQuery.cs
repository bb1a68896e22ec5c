using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>What was used of contracts.</summary>
public static class ConsumptionQuery
{
    public static async Task<Consumption> ConsumptionAsync(this DeskDb db, Contract contract, IncludedSpan span, CancellationToken cancel)
    {
        var last = contract.EndsOn;
        var time = await db.TimeOf(contract, span).GroupBy(spent => spent.On > last).Select(group => new { IsLater = group.Key, Minutes = group.Sum(spent => spent.Minutes) }).ToListAsync(cancel);
        return new(span, contract.IncludedHours, contract.IncludedCases, time.Sum(each => each.Minutes), await db.CasesOf(contract, span).CountAsync(cancel), contract.Surcharge, contract.CaseSurcharge)
        {
            LaterMinutes = time.Where(each => each.IsLater).Sum(each => each.Minutes),
        };
    }

    /// <summary>Up to the end of a month: what was used in it, or in the whole term where it is counted so.</summary>
    public static Task<Consumption> ConsumptionUpToAsync(this DeskDb db, Contract contract, DateOnly to, CancellationToken cancel)
    {
        var span = contract.SpanOn(to);
        return db.ConsumptionAsync(contract, span.Until > to ? span with { Until = to } : span, cancel);
    }

    /// <summary>Of many at once, each in the span of a day; of those that count nothing, none.</summary>
    public static async Task<IReadOnlyDictionary<int, Consumption>> ConsumptionsAsync(this DeskDb db, IReadOnlyList<Contract> contracts, DateOnly day, CancellationToken cancel)
    {
        var counted = contracts.Where(contract => contract.IncludedHours is not null || contract.IncludedCases is not null).ToList();
        if (counted.Count == 0) return new Dictionary<int, Consumption>();
        var ids = counted.ConvertAll(contract => (int?)contract.Id);
        var since = counted.Min(contract => contract.SpanOn(day).From);
        var time = (await (from spent in db.SpentTimes
                           where spent.On >= since
                           join ticket in db.Tickets on spent.TicketId equals ticket.Id
                           where ids.Contains(ticket.ContractId) && ticket.Status != TicketStatus.Voided
                           group spent.Minutes by new { ticket.ContractId, spent.On } into days
                           select new { days.Key.ContractId, days.Key.On, Minutes = days.Sum() }).ToListAsync(cancel)).ToLookup(each => each.ContractId);
        var cases = (await db.Tickets.Where(t => ids.Contains(t.ContractId) && t.FiledOn >= since && t.Status != TicketStatus.Voided && t.Status != TicketStatus.Merged)
            .GroupBy(t => new { t.ContractId, t.FiledOn }).Select(days => new { days.Key.ContractId, days.Key.FiledOn, Count = days.Count() }).ToListAsync(cancel)).ToLookup(each => each.ContractId);
        return counted.ToDictionary(contract => contract.Id, contract =>
        {
            var span = contract.SpanOn(day);
            var counted = contract.CountedIn(span);
            return new Consumption(
                span, contract.IncludedHours, contract.IncludedCases,
                time[contract.Id].Where(each => counted.Holds(each.On)).Sum(each => each.Minutes), cases[contract.Id].Where(each => counted.Holds(each.FiledOn)).Sum(each => each.Count),
                contract.Surcharge, contract.CaseSurcharge)
            {
                LaterMinutes = time[contract.Id].Where(each => counted.Holds(each.On) && each.On > contract.EndsOn).Sum(each => each.Minutes),
            };
        });
    }

    /// <summary>Cases that stand on a contract and count in a span, by the day of filing: what was voided, or merged into another, is none.</summary>
    public static IQueryable<Ticket> CasesOf(this DeskDb db, Contract contract, IncludedSpan span)
    {
        var (contractId, days) = (contract.Id, contract.CountedIn(span));
        return db.Tickets.Where(t => t.ContractId == contractId && t.FiledOn >= days.From && t.FiledOn <= days.Until && t.Status != TicketStatus.Voided && t.Status != TicketStatus.Merged);
    }

    /// <summary>Those that a customer may be told of one by one: who filed anonymously, or with a reserved identity, could be known by the subject and the day.</summary>
    public static IQueryable<Ticket> Nameable(this IQueryable<Ticket> tickets) => tickets.Where(t => (t.PetitionerId != null || t.PetitionerName != null) && !t.ReservedIdentity);

    /// <summary>Time that counts in a span, by the day on which it was spent on its cases, whenever they were filed: all but what was voided.</summary>
    public static IQueryable<Domain.CaseFiles.SpentTime> TimeOf(this DeskDb db, Contract contract, IncludedSpan span)
    {
        var (contractId, days) = (contract.Id, contract.CountedIn(span));
        return from spent in db.SpentTimes
               where spent.On >= days.From && spent.On <= days.Until
               join ticket in db.Tickets on spent.TicketId equals ticket.Id
               where ticket.ContractId == contractId && ticket.Status != TicketStatus.Voided
               select spent;
    }
}
