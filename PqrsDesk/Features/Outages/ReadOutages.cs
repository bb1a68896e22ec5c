using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Availability;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Outages;

/// <summary>All that is watched, as it is this month.</summary>
/// <param name="Cases">How many each outage gathered; those without are left out.</param>
public sealed record OutageBoard(AvailabilityBook Book, IReadOnlyDictionary<int, int> Cases);

/// <summary>A case of an incident.</summary>
/// <param name="Petitioner">Null: anonymous, or reserved.</param>
public sealed record IncidentCase(
    long Id, string Number, TicketKind Kind, string Subject, TicketStatus Status, Priority Priority, string? Petitioner, string Area, string? Owner, DateTimeOffset FiledAt, DateTimeOffset? NextDueAt);

/// <summary>An answer for all cases, and how far it has come.</summary>
public sealed record AnswerSight(int Id, IncidentAct Act, string By, DateTimeOffset At, bool IsFinished, int Sent, IReadOnlyList<RefusedCase> Refused, int Left);

/// <summary>A case that an answer did not reach, and why.</summary>
public sealed record RefusedCase(string Number, string Code, string? Detail);

/// <summary>An outage with its cases.</summary>
/// <param name="Suggested">Open cases about the same, filed since shortly before it began, that nobody joined nor took out.</param>
public sealed record IncidentSight(
    Outage Outage, string Product, IReadOnlyList<IncidentCase> Cases, IReadOnlyList<IncidentCase> Suggested, IReadOnlyList<AnswerSight> Answers)
{
    public int Open => Cases.Count(each => each.Status.IsOpen());

    public int Answered => Cases.Count(each => each.Status == TicketStatus.Answered);

    public int Over => Cases.Count(each => each.Status > TicketStatus.Answered);
}

/// <summary>The incident, or null: a record, for a live question answers with something.</summary>
public sealed record IncidentAnswerSheet(IncidentSight? Incident);

/// <summary>Reads outages and their cases for their pages.</summary>
public sealed class ReadOutages(ReadAvailability availability, SlaShelf shelf, TimeProvider clock)
{
    /// <summary>Cases that come before the outage was noticed are about it too.</summary>
    public static readonly TimeSpan Before = TimeSpan.FromHours(2);

    /// <summary>Months on a product's page.</summary>
    public const int Months = 12;
    public const int MostCases = 500;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    public LiveQuestion<OutageBoard> Board() => new("outage-board", BoardAsync) { Every = Fresh, Calm = TimeSpan.FromSeconds(1), Topics = [LiveTopic.Outages], Concerns = Gathers };

    public LiveQuestion<AvailabilityBook> Product(int id) => new(new ProductOf(id), (db, cancel) => ProductAsync(db, id, cancel)) { Every = Fresh, Topics = [LiveTopic.Outages], Concerns = _ => false };

    public LiveQuestion<IncidentAnswerSheet> Incident(int id) => new(new IncidentOf(id), (db, cancel) => IncidentAsync(db, id, cancel)) { Every = Fresh, Topics = [LiveTopic.Outages] };

    private static bool Gathers(TicketChange change) => change.Happened.Any(each => each is TicketEvent.IncidentJoined or TicketEvent.IncidentLeft);

    private async Task<OutageBoard> BoardAsync(DeskDb db, CancellationToken cancel)
    {
        var today = (await shelf.BookAsync()).DateOf(clock.GetUtcNow());
        var book = await availability.BookAsync(db, null, today.AddMonths(-1), cancel);
        var shown = book.Products.SelectMany(product => book.OutagesOf(product.Id)).Select(outage => outage.Id).ToArray();
        var cases = await db.OutageCases.Where(row => row.LeftAt == null && shown.Contains(row.OutageId)).GroupBy(row => row.OutageId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(each => each.Key, each => each.Count, cancel);
        return new(book, cases);
    }

    private async Task<AvailabilityBook> ProductAsync(DeskDb db, int id, CancellationToken cancel) =>
        await availability.BookAsync(db, [id], (await shelf.BookAsync()).DateOf(clock.GetUtcNow()).AddMonths(1 - Months), cancel);

    private async Task<IncidentAnswerSheet> IncidentAsync(DeskDb db, int id, CancellationToken cancel)
    {
        if (await db.Outages.AsNoTracking().Include(outage => outage.Updates.OrderBy(update => update.Id)).SingleOrDefaultAsync(outage => outage.Id == id, cancel) is not { } outage) return new((IncidentSight?)null);
        var product = await db.Products.Where(each => each.Id == outage.ProductId).Select(each => each.Name).SingleAsync(cancel);
        var cases = await CasesAsync(db.OutageCases.Where(row => row.OutageId == id && row.LeftAt == null).Join(db.Tickets, row => row.TicketId, ticket => ticket.Id, (row, ticket) => ticket), cancel);
        return new(new IncidentSight(outage, product, cases, await SuggestedAsync(db, outage, product, cancel), await AnswersAsync(db, id, cancel)));
    }

    private async Task<IReadOnlyList<IncidentCase>> SuggestedAsync(DeskDb db, Outage outage, string product, CancellationToken cancel)
    {
        if (outage.IsVoid) return [];
        string[] names = [product, .. await DependentsAsync(db, outage.ProductId, cancel)];
        var (since, until) = (outage.From - Before, (outage.Until ?? clock.GetUtcNow()) + Before);
        return await CasesAsync(
            db.Tickets.Where(ticket => ticket.Product != null && names.Contains(ticket.Product) && ticket.FiledAt >= since && ticket.FiledAt <= until && ticket.Status < TicketStatus.Answered
                && !db.OutageCases.Any(row => row.OutageId == outage.Id && row.TicketId == ticket.Id)),
            cancel);
    }

    /// <summary>Names of what does not work without it, however far away; two may need each other.</summary>
    private static async Task<IReadOnlyList<string>> DependentsAsync(DeskDb db, int productId, CancellationToken cancel)
    {
        var all = await db.Set<Domain.Catalogue.ProductDependency>().AsNoTracking().ToListAsync(cancel);
        var found = new HashSet<int> { productId };
        var next = new Queue<int>([productId]);
        while (next.TryDequeue(out var one))
            foreach (var each in all.Where(each => each.DependsOnId == one && found.Add(each.ProductId))) next.Enqueue(each.ProductId);
        found.Remove(productId);
        return found.Count == 0 ? [] : await db.Products.Where(product => found.Contains(product.Id)).Select(product => product.Name).ToListAsync(cancel);
    }

    private static async Task<IReadOnlyList<IncidentCase>> CasesAsync(IQueryable<Ticket> tickets, CancellationToken cancel) => await tickets.OrderByDescending(ticket => ticket.FiledAt).ThenByDescending(ticket => ticket.Id).Take(MostCases)
        .Select(t => new IncidentCase(t.Id, t.Number, t.Kind, t.Subject, t.Status, t.Priority, t.ReservedIdentity ? null : t.PetitionerName, t.Area!.Name, t.Owner!.Name, t.FiledAt, t.NextDueAt)).ToListAsync(cancel);

    private static async Task<IReadOnlyList<AnswerSight>> AnswersAsync(DeskDb db, int outageId, CancellationToken cancel)
    {
        var answers = await db.IncidentAnswers.AsNoTracking().Where(answer => answer.OutageId == outageId).OrderByDescending(answer => answer.Id).ToListAsync(cancel);
        if (answers.Count == 0) return [];
        int[] ids = [.. answers.Select(answer => answer.Id)];
        var rows = (await db.AnsweredCases.AsNoTracking().Where(row => ids.Contains(row.AnswerId)).Join(db.Tickets, row => row.TicketId, ticket => ticket.Id, (row, ticket) => new { row.AnswerId, row.Sent, row.Refused, row.Detail, ticket.Number }).OrderBy(row => row.Number).ToListAsync(cancel)).ToLookup(row => row.AnswerId);
        return
        [
            .. answers.Select(answer => new AnswerSight(
                answer.Id, answer.Act, answer.By, answer.At, answer.FinishedAt is not null, rows[answer.Id].Count(row => row.Sent == true),
                [.. rows[answer.Id].Where(row => row.Sent == false).Select(row => new RefusedCase(row.Number, row.Refused ?? "", row.Detail))], rows[answer.Id].Count(row => row.Sent is null))),
        ];
    }

    private sealed record ProductOf(int Id);

    private sealed record IncidentOf(int Id);
}
