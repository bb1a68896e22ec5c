using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.ServiceReports;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.ServiceReports;

/// <summary>The contracts of a customer's month, and what they promise.</summary>
internal static class ContractsOfMonth
{
    private const string Prefix = "contract-";

    /// <summary>The contract that a policy was derived from, by its key <c>contract-{number}-…</c>; null: none.</summary>
    public static int? ContractOf(string policyKey) =>
        policyKey.StartsWith(Prefix, StringComparison.Ordinal)
            && int.TryParse(policyKey.AsSpan(Prefix.Length).Split('-') is var parts && parts.MoveNext() ? policyKey.AsSpan(Prefix.Length)[parts.Current] : "", NumberStyles.None, CultureInfo.InvariantCulture, out var contract)
            ? contract : null;

    /// <summary>Those that were in force on a day of the month, and their targets, under which no case need have come.</summary>
    public static async Task<(IReadOnlyList<ContractLine> Lines, IReadOnlyList<PromiseRow> Promised)> ContractsAsync(this DeskDb db, int customerId, Cut cut, CancellationToken cancel)
    {
        var (from, to) = (cut.Period.From, cut.Period.To);
        var contracts = await db.Contracts.AsNoTracking().Include(contract => contract.Plan).Include(contract => contract.Products).AsSplitQuery()
            .Where(contract => contract.CustomerId == customerId && contract.State != ContractState.Draft && contract.From <= to && contract.Until >= from)
            .OrderBy(contract => contract.Number).ToListAsync(cancel);
        if (contracts.Count == 0) return ([], []);
        var products = contracts.SelectMany(contract => contract.Products).Select(product => product.ProductId).Distinct().ToList();
        var names = await db.Products.Where(product => products.Contains(product.Id)).ToDictionaryAsync(product => product.Id, product => product.Name, cancel);
        List<ContractLine> lines = [];
        foreach (var contract in contracts)
        {
            var (minutes, cases) = await UsedAsync(db, contract, cut, cancel);
            var plan = contract.Plan!.Definition;
            lines.Add(new(contract.Number, plan.Name, contract.From, contract.Until, plan.AvailabilityPercent, contract.IncludedHours, contract.IncludedCases, minutes, cases)
            {
                Platforms = [.. contract.Products.Select(product => names[product.ProductId]).Order(StringComparer.Ordinal)],
                OurCommitments = plan.OurCommitments,
                TheirCommitments = plan.TheirCommitments,
            });
        }

        return (lines, [.. contracts.SelectMany(Promised)]);
    }

    /// <summary>Time that was spent in the month, and cases that were filed in it, on cases that stand on the contract.</summary>
    private static async Task<(int Minutes, int Cases)> UsedAsync(DeskDb db, Contract contract, Cut cut, CancellationToken cancel)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{contract.Id}-");
        var policies = db.Policies.Where(policy => policy.Key.StartsWith(key)).Select(policy => (int?)policy.Id);
        var tickets = db.Tickets.Where(t => t.CustomerId == contract.CustomerId && policies.Contains(t.PolicyVersionId));
        var (from, to) = (cut.Period.From, cut.Period.To);
        var minutes = await db.SpentTimes.Where(time => time.On >= from && time.On <= to && tickets.Any(t => t.Id == time.TicketId)).SumAsync(time => time.Minutes, cancel);
        return (minutes, await tickets.CountAsync(t => t.FiledOn >= from && t.FiledOn <= to, cancel));
    }

    private static IEnumerable<PromiseRow> Promised(Contract contract)
    {
        var plan = contract.Plan!.Definition;
        var source = new PromiseSource(contract.Id, $"{contract.Number} · {plan.Name}");
        return from target in plan.Targets
               from kind in (DeadlineKind[])[DeadlineKind.FirstResponse, DeadlineKind.NextResponse, DeadlineKind.Resolution]
               let minutes = target.Value.MinutesFor(kind)
               where minutes is not null
               select new PromiseRow(source, kind, target.Key, DeadlineUnit.BusinessMinutes, minutes.Value, Timeliness.None, []);
    }
}
