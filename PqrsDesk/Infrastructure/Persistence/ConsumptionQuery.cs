using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>What was used of contracts.</summary>
public static class ConsumptionQuery
{
    public static async Task<Consumption> ConsumptionAsync(this DeskDb db, Contract contract, IncludedSpan span, CancellationToken cancel) => new(
        span, contract.IncludedHours, contract.IncludedCases,
        await db.TimeOf(contract.Id, span).SumAsync(spent => spent.Minutes, cancel),
        await db.CasesOf(contract.Id, span).CountAsync(cancel),
        contract.Surcharge, contract.CaseSurcharge);

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
            return new Consumption(
                span, contract.IncludedHours, contract.IncludedCases,
                time[contract.Id].Where(each => span.Holds(each.On)).Sum(each => each.Minutes), cases[contract.Id].Where(each => span.Holds(each.FiledOn)).Sum(each => each.Count),
                contract.Surcharge, contract.CaseSurcharge);
        });
    }

    /// <summary>Cases that stand on a contract and were filed in a span: what was voided, or merged into another, is none.</summary>
    public static IQueryable<Ticket> CasesOf(this DeskDb db, int contractId, IncludedSpan span) =>
        db.Tickets.Where(t => t.ContractId == contractId && t.FiledOn >= span.From && t.FiledOn <= span.Until && t.Status != TicketStatus.Voided && t.Status != TicketStatus.Merged);

    /// <summary>Those that a customer may be told of one by one: who filed anonymously, or with a reserved identity, could be known by the subject and the day.</summary>
    public static IQueryable<Ticket> Nameable(this IQueryable<Ticket> tickets) => tickets.Where(t => (t.PetitionerId != null || t.PetitionerName != null) && !t.ReservedIdentity);

    /// <summary>Time that was spent in a span on its cases, whenever they were filed: all but what was voided.</summary>
    public static IQueryable<Domain.CaseFiles.SpentTime> TimeOf(this DeskDb db, int contractId, IncludedSpan span) =>
        from spent in db.SpentTimes
        where spent.On >= span.From && spent.On <= span.Until
        join ticket in db.Tickets on spent.TicketId equals ticket.Id
        where ticket.ContractId == contractId && ticket.Status != TicketStatus.Voided
        select spent;
}
