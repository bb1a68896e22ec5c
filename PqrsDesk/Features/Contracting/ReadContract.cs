using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Contracting;

/// <summary>A contract as its page shows it.</summary>
/// <param name="Contract">With its customer, plan, products and steps.</param>
/// <param name="Products">What it is for, with the class of today.</param>
/// <param name="Offered">The version of its plan that is offered now, where that is another; null: it has it, or it is offered no more.</param>
/// <param name="Calendar">The name of the calendar of its plan.</param>
/// <param name="Spans">All spans until today, the newest first.</param>
/// <param name="Shown">What was used in the span that is looked at.</param>
/// <param name="Left">Open cases that stand on earlier terms than it promises now.</param>
public sealed record ContractSight(
    Contract Contract, IReadOnlyList<Product> Products, SupportPlan? Offered, string Calendar, DateOnly Today, IReadOnlyList<IncludedSpan> Spans, Consumption Shown,
    IReadOnlyList<SpentOnCase> Time, IReadOnlyList<ContractCase> Cases, int Left)
{
    /// <summary>The contract that it renews, and the one that renews it.</summary>
    public (int Id, string Number)? Before { get; init; }
    public (int Id, string Number)? After { get; init; }

    /// <summary>Cases of the span that are counted and not listed, as in the report of a month, with their time.</summary>
    public (int Cases, int Minutes) Unnamed { get; init; }

    /// <summary>Name of the calendar in whose hours availability is promised, and of that of what is offered; null: day and night.</summary>
    public string? AvailabilityHours { get; init; }
    public string? OfferedAvailabilityHours { get; init; }

    /// <summary>Policies of the engine that follow from it.</summary>
    public IReadOnlyList<SlaTerms> Policies { get; init; } = [];
}

/// <param name="Minutes">Spent in the span.</param>
public sealed record SpentOnCase(string Number, string Subject, int Minutes);

public sealed record ContractCase(string Number, string Subject, DateOnly FiledOn);

public sealed class ReadContract(IDbContextFactory<DeskDb> desk, SlaShelf shelf, TimeProvider clock)
{
    /// <summary>Cases listed behind a figure; the queue has them all.</summary>
    public const int Listed = 50;

    /// <param name="from">A day of the span that is looked at; null: today's.</param>
    /// <returns>Null when there is no such contract.</returns>
    public async Task<ContractSight?> RunAsync(int id, DateOnly? from, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var contract = await db.Contracts.AsNoTracking().Include(each => each.Customer).Include(each => each.Plan).Include(each => each.Products)
            .Include(each => each.Steps.OrderByDescending(step => step.Id)).AsSplitQuery().SingleOrDefaultAsync(each => each.Id == id, cancel);
        if (contract is null) return null;
        var book = await shelf.BookAsync();
        var today = book.DateOf(clock.GetUtcNow());
        var span = contract.SpanOn(from ?? today);
        var ids = contract.Products.ConvertAll(product => product.ProductId);
        var policies = book.OfContract(id).ToList();
        var current = policies.ConvertAll(terms => terms.Policy.Id);
        var offered = await db.SupportPlans.AsNoTracking().SingleOrDefaultAsync(plan => plan.IsCurrent && plan.Key == contract.Plan!.Key, cancel);
        var before = contract.SucceedsId is { } succeeds ? await db.Contracts.Where(each => each.Id == succeeds).Select(each => new { each.Id, each.Number }).SingleOrDefaultAsync(cancel) : null;
        var after = await db.Contracts.Where(each => each.SucceedsId == id).OrderBy(each => each.Id).Select(each => new { each.Id, each.Number }).FirstOrDefaultAsync(cancel);
        return new(
            contract,
            await db.Products.AsNoTracking().Where(product => ids.Contains(product.Id)).OrderBy(product => product.Name).ToListAsync(cancel),
            offered is { Definition.IsRetired: false } && offered.Id != contract.PlanId ? offered : null,
            book.CurrentCalendar(contract.Plan!.Definition.CalendarKey)?.Definition.Name ?? contract.Plan.Definition.CalendarKey,
            today,
            [.. contract.Spans().TakeWhile(each => each.From <= today).Reverse()],
            await db.ConsumptionAsync(contract, span, cancel),
            await TimeAsync(db, contract, span, cancel),
            await db.CasesOf(contract, span).Nameable().OrderByDescending(t => t.FiledAt).Select(t => new ContractCase(t.Number, t.Subject, t.FiledOn)).Take(Listed).ToListAsync(cancel),
            await db.Tickets.CountAsync(t => t.ContractId == id && t.Status < Domain.Tickets.TicketStatus.Answered && !current.Contains(t.PolicyVersionId!.Value), cancel))
        {
            Before = before is null ? null : (before.Id, before.Number),
            After = after is null ? null : (after.Id, after.Number),
            Policies = policies,
            Unnamed = (
                await db.CasesOf(contract, span).CountAsync(cancel) - await db.CasesOf(contract, span).Nameable().CountAsync(cancel),
                await db.TimeOf(contract, span).SumAsync(spent => spent.Minutes, cancel) - await db.TimeOf(contract, span).Join(db.Tickets.Nameable(), spent => spent.TicketId, t => t.Id, (spent, _) => spent.Minutes).SumAsync(cancel)),
            AvailabilityHours = NameOf(contract.Plan.Definition.HoursOfAvailability(), book),
            OfferedAvailabilityHours = NameOf(offered?.Definition.HoursOfAvailability(), book),
        };
    }

    private static string? NameOf(string? calendar, SlaBook book) => calendar is null ? null : book.CurrentCalendar(calendar)?.Definition.Name ?? calendar;

    /// <param name="of">Whose text is changed; null: a new one.</param>
    public async Task<ContractChoices> ChoicesAsync(Contract? of, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await ContractChoices.ReadAsync(db, await shelf.BookAsync(), clock.GetUtcNow(), of, cancel);
    }

    private static async Task<IReadOnlyList<SpentOnCase>> TimeAsync(DeskDb db, Contract contract, IncludedSpan span, CancellationToken cancel)
    {
        var spent = await db.TimeOf(contract, span).GroupBy(each => each.TicketId).Select(group => new { group.Key, Minutes = group.Sum(each => each.Minutes) })
            .OrderByDescending(each => each.Minutes).Take(Listed)
            .Join(db.Tickets.Nameable(), each => each.Key, t => t.Id, (each, t) => new { t.Number, t.Subject, each.Minutes }).ToListAsync(cancel);
        return [.. spent.OrderByDescending(each => each.Minutes).ThenBy(each => each.Number, StringComparer.Ordinal).Select(each => new SpentOnCase(each.Number, each.Subject, each.Minutes))];
    }
}
