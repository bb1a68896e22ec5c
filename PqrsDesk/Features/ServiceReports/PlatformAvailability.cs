using PqrsDesk.Domain.Availability;
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
        var theirs = contracts.Contracts.Select(contract => contract.Number).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from product in book.Products.OrderBy(product => product.Name, StringComparer.Ordinal)
               let promised = book.Promised(product, cut.Period.From).Where(each => theirs.Contains(each.Promise.Contract)).OrderBy(each => each.From).ThenByDescending(each => each.Promise.Percent).ToList()
               from line in promised.Count > 0 ? promised.Select(each => Promised(product, each)) : [Unpromised(product, book.Month(product, cut.Period.From))]
               select line,
        ];
    }

    /// <summary>Over the hours of the platform: nobody promised others.</summary>
    private static AvailabilityLine Unpromised(WatchedProduct product, MonthAvailability month) => Line(product, month.Counted) with { Over = new(product.HoursName) };

    private static AvailabilityLine Promised(WatchedProduct product, PromisedAvailability promised) => Line(product, promised.Counted) with
    {
        Commitment = promised.Promise.Percent,
        IsKept = promised.IsKept,
        Contract = promised.Promise.Contract,
        Over = new(promised.Promise.HoursName),
        Days = promised.IsWholeMonth ? null : new(promised.From, promised.Until),
    };

    private static AvailabilityLine Line(WatchedProduct product, SpanAvailability counted) =>
        new(product.Name, null, counted.Percent, (int)counted.Down.TotalMinutes, (int)counted.PlannedOut.TotalMinutes, counted.Outages.Count, null);
}
