using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.ServiceReports;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Infrastructure.Persistence.Kpis;

namespace PqrsDesk.Features.ServiceReports;

/// <summary>A customer's month as it reads now.</summary>
/// <param name="Remarks">Null: no lead has said anything to it.</param>
public sealed record ServiceReport(ReportFigures Figures, string? Remarks, int RemarksVersion, IReadOnlyList<ActionLine> Actions);

/// <summary>Reads a customer's month: all figures from one state of the store, by the count rules of the indicators.</summary>
public sealed class ReadServiceReport(KpiReader kpis, ReadAvailability availability, SlaShelf shelf)
{
    private const int TrendMonths = 12;

    /// <returns>Null: there is no such customer.</returns>
    public async Task<ServiceReport?> RunAsync(int customerId, Period month, CancellationToken cancel)
    {
        await using var reading = await kpis.OpenForAsync(customerId, cancel);
        var customer = await reading.Db.Customers.AsNoTracking().Where(each => each.Id == customerId).Select(each => each.Name).SingleOrDefaultAsync(cancel);
        if (customer is null) return null;
        var remarks = await reading.Db.MonthRemarks.AsNoTracking().SingleOrDefaultAsync(each => each.CustomerId == customerId && each.Month == month.From, cancel);
        var actions = await reading.Db.ReportActions.AsNoTracking().Where(action => action.CustomerId == customerId).OrderBy(action => action.DueOn).ThenBy(action => action.Id).ToListAsync(cancel);
        return new(
            await FiguresAsync(reading, customerId, customer, month, cancel),
            remarks is { Text.Length: > 0 } ? remarks.Text : null, remarks?.Version ?? 0,
            [.. actions.Select(action => action.In(month, reading.Today)).OfType<ActionLine>()]);
    }

    private async Task<ReportFigures> FiguresAsync(KpiReading reading, int customerId, string customer, Period month, CancellationToken cancel)
    {
        var cut = reading.CutOf(month);
        var (now, before) = (await reading.IndicatorsAsync(month, cancel), await reading.IndicatorsAsync(month.Previous, cancel));
        var parts = await reading.BreakdownAsync(month, cancel);
        var cases = await reading.CasesAsync(cut, cancel);
        var said = PersonResults.Of(cut, cases.Select(each => new PersonFact(customerId, each.Fact, each.Solved))).SingleOrDefault() ?? PersonResults.Nothing(customerId);
        var contracts = await ContractsOfMonth.ReadAsync(reading.Db, customerId, cut, await shelf.BookAsync(), cancel);
        return new ReportFigures
        {
            CustomerId = customerId,
            Customer = customer,
            Month = month.From,
            ReadAt = reading.ReadAt,
            ReadOn = reading.Today,
            IsOver = reading.Today > month.To,
            Indicators = [.. KpiTraits.All.Select(kpi => new KpiPair(kpi, now[kpi], before[kpi]))],
            Resolution = now.Resolution,
            FirstResponse = now.FirstResponse,
            Promises = await PromisesAsync(reading, cut, cases, contracts, cancel),
            Contracts = contracts.Lines,
            Availability = await availability.AvailabilityAsync(reading.Db, contracts, cut, cancel),
            ByKind = parts.ByKind,
            ByPriority = parts.ByPriority,
            ByPlatform = [.. cases.Where(each => cut.Received(each.Fact)).GroupBy(each => each.Fact.Product)
                .Select(group => new Heading(group.Key, group.Count())).OrderByDescending(heading => heading.Count).ThenBy(heading => heading.Name, StringComparer.Ordinal)],
            ByTopic = [.. parts.Topics.Select(topic => new Heading(topic.Topic, topic.Count))],
            Cases = CaseList.Of(cut, cases),
            Satisfaction = new(said.Answered, said.Judged, said.Solved),
            Trend = [.. (await reading.TrendAsync(month, TrendMonths, cancel)).Select(each => new TrendPoint(each.Month.From, each.Received, each.Answered, each.Backlog, each.Resolution))],
        };
    }

    private async Task<IReadOnlyList<PromiseRow>> PromisesAsync(KpiReading reading, Cut cut, IReadOnlyList<CustomerCase> cases, ContractsOfMonth contracts, CancellationToken cancel)
    {
        var facts = await reading.Tickets.PromisesAsync(cut, cancel);
        var book = await shelf.BookAsync();
        var terms = book.AllTerms.ToDictionary(each => each.Policy.Id);
        var unnamed = cases.Where(each => each.Identity == CaseIdentity.Anonymous).Select(each => each.Fact.FilingNumber).ToHashSet();
        return PromiseRow.Of(cut, facts, Source, Platform, contracts.Promised, Late, number => !unnamed.Contains(number));

        PromiseSource Source(int? policyVersion) =>
            policyVersion is not { } version || terms.GetValueOrDefault(version) is not { } made ? new(null, "")
            : made.Policy.Definition.ContractId is { } contract ? contracts.SourceOf(contract) ?? new(contract, made.Policy.Definition.Name)
            : new(null, made.Policy.Definition.Name);

        // By the name of today, as all of the report has it.
        string? Platform(int? policyVersion) =>
            policyVersion is not { } version || terms.GetValueOrDefault(version)?.Policy is not { Definition.ContractId: not null } made ? null
            : ContractPolicies.ProductOf(made.Key) is { } product && contracts.Products.GetValueOrDefault(product) is { } known ? known.Name
            : made.Definition.Products is [var name, ..] ? name : null;

        TimeSpan Late(PromiseFact fact, DateTimeOffset from, DateTimeOffset to) =>
            fact.CalendarVersionId is { } calendar ? fact.Unit.Over(book.Calendar(calendar)).Between(from, to, fact.Pauses) : to - from;
    }
}
