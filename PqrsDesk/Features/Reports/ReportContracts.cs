using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Infrastructure.Excel;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Infrastructure.Persistence.Kpis;

namespace PqrsDesk.Features.Reports;

/// <summary>The contracts of a month's workbook, with the figures that a customer's own report has of them.</summary>
internal static class ReportContracts
{
    public static async Task<IReadOnlyList<ReportContract>> OfAsync(KpiReading reading, SlaBook book, Period month, CancellationToken cancel)
    {
        var (db, cut, from, to) = (reading.Db, reading.CutOf(month), month.From, month.To);
        var under = reading.Tickets.Where(t => t.ContractId != null);
        var named = await under.Concerned(cut).Select(t => t.ContractId!.Value).Distinct().ToListAsync(cancel);
        var contracts = (await db.Contracts.AsNoTracking().Include(contract => contract.Customer).Include(contract => contract.Plan)
            .Where(contract => contract.State != ContractState.Draft && ((contract.From <= to && contract.Until >= from) || named.Contains(contract.Id)))
            .OrderBy(contract => contract.Number).ToListAsync(cancel)).FindAll(contract => contract.EndsOn >= from || named.Contains(contract.Id));
        if (contracts.Count == 0) return [];

        var kept = (await under.PromisesAsync(cut, cancel)).Where(promise => promise.Kind is DeadlineKind.FirstResponse or DeadlineKind.Resolution)
            .ToLookup(promise => (promise.PolicyVersionId is { } policy && book.Find(policy) is { } terms ? terms.Policy.Definition.ContractId : null, promise.Kind));
        var received = await under.Received(cut).GroupBy(t => t.ContractId!.Value).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(each => each.Key, each => each.Count, cancel);
        List<ReportContract> lines = [];
        foreach (var contract in contracts)
        {
            lines.Add(new(
                contract.Id, contract.Number, contract.Customer!.Name, contract.Plan!.Definition.Name, contract.From, contract.EndsOn, received.GetValueOrDefault(contract.Id),
                Count(contract, DeadlineKind.FirstResponse), Count(contract, DeadlineKind.Resolution),
                contract.From <= to && contract.EndsOn >= from ? await db.ConsumptionUpToAsync(contract, to, cancel) : null));
        }

        return lines;

        Timeliness Count(Contract contract, DeadlineKind kind) => kept[(contract.Id, kind)].Aggregate(Timeliness.None, (sum, promise) => cut.Kept(promise) switch
        {
            true => sum with { InTime = sum.InTime + 1 },
            false when promise.SettledAt is not null && cut.LateUntil(promise) == promise.SettledAt => sum with { AnsweredLate = sum.AnsweredLate + 1 },
            false => sum with { OpenOverdue = sum.OpenOverdue + 1 },
            null => sum,
        });
    }
}
