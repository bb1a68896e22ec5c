using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.ServiceReports;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.ServiceReports;

/// <summary>How long the platforms of a customer's contracts were up, against what these contracts promise: what others were promised is nothing to this one.</summary>
internal static class PlatformAvailability
{
    public static async Task<IReadOnlyList<AvailabilityLine>> AvailabilityAsync(this ReadAvailability read, DeskDb db, ContractsOfMonth contracts, Cut cut, CancellationToken cancel)
    {
        if (contracts.Products.Count == 0) return [];
        var book = await read.BookAsync(db, [.. contracts.Products.Keys], cut.Period.From, cancel);
        return
        [
            .. from product in book.Products.OrderBy(product => product.Name, StringComparer.Ordinal)
               let month = book.Month(product, cut.Period.From)
               let promised = contracts.Contracts.Where(contract => contract.Products.Exists(each => each.ProductId == product.Id)).Max(contract => contract.Plan!.Definition.AvailabilityPercent)
               select new AvailabilityLine(
                   product.Name, promised, month.Percent, (int)month.Counted.Down.TotalMinutes, (int)month.Counted.PlannedOut.TotalMinutes, month.Counted.Outages.Count,
                   promised is { } least && month.Counted.Share is { } share ? share * 100 >= least : null),
        ];
    }
}
