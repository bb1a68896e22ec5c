using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Me;

/// <summary>Reads what lies before a person today.</summary>
public sealed class ReadMyDay(SlaShelf shelf, TimeProvider clock)
{
    public const int Listed = 30;
    private const int MostBegun = 20;

    /// <summary>Of a day in which hundreds were changed at once, the newest.</summary>
    private const int MostLines = 1_000;

    /// <summary>What a draft of a case is kept under, as the composer writes it.</summary>
    public const string CaseDraft = "caso:";

    /// <summary>Deadlines pass, and drafts are written, without anything happening to a case.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(1);

    public LiveQuestion<MyDay> Question(int memberId) => new(new DayOf(memberId), (db, cancel) => RunAsync(db, memberId, cancel))
    {
        Every = Every,
        Calm = Calm,
        Concerns = change => change.OwnerId == memberId || change.Moved || change.Happened.Any(DoneToday.Counts),
    };

    public async Task<MyDay> RunAsync(DeskDb db, int memberId, CancellationToken cancel)
    {
        var (book, now) = (await shelf.BookAsync(), clock.GetUtcNow());
        var (today, midnight) = (book.DateOf(now), book.Midnight(now));
        var mine = new TicketFilter { Mine = true }.For(memberId);
        var before = Matching(mine);
        var cases = await Rows(before).Take(Listed).ToListAsync(cancel);
        var whole = cases.Count < Listed;
        var aside = Matching(mine with { Snoozed = true }).Where(t => t.SnoozedUntil < midnight);
        return new(
            today, cases,
            whole ? cases.Count : await before.CountAsync(cancel),
            whole ? cases.Count(each => each.NextDueAt < now) : await Matching(mine with { Due = DueFilter.Overdue }).CountAsync(cancel),
            whole ? cases.Count(each => each.NextDueAt >= now && each.NextDueAt < midnight) : await Matching(mine with { Due = DueFilter.Today }).CountAsync(cancel),
            [.. (await Rows(aside).Take(Listed).ToListAsync(cancel)).OrderBy(each => each.SnoozedUntil)],
            await BegunAsync(db, memberId, cancel),
            await DoneAsync(db, memberId, book.Calendar(book.LegalCalendarVersionId).StartOf(today), cancel));

        IQueryable<Ticket> Matching(TicketFilter filter) => db.Tickets.AsNoTracking().Matching(filter, now, midnight);
    }

    private static IQueryable<DeskCase> Rows(IQueryable<Ticket> tickets) => tickets.OrderBy(t => t.QueueAt).ThenBy(t => t.Id)
        .Select(t => new DeskCase(t.Number, t.Kind, t.Subject, t.Status, t.Priority, t.FiledAt, t.NextDueAt, t.NextDueKind, t.SnoozedUntil));

    private static async Task<IReadOnlyList<BegunText>> BegunAsync(DeskDb db, int memberId, CancellationToken cancel)
    {
        var begun = await db.Drafts.Where(draft => draft.StaffId == memberId).OrderByDescending(draft => draft.ChangedAt).Take(MostBegun)
            .Select(draft => new { draft.Key, draft.ChangedAt }).ToListAsync(cancel);
        var numbers = begun.Select(each => RadicadoOf(each.Key)).OfType<string>().ToList();
        var subjects = numbers.Count == 0 ? [] : await db.Tickets.Where(t => numbers.Contains(t.Number)).ToDictionaryAsync(t => t.Number, t => t.Subject, cancel);
        return [.. begun.Select(each => new BegunText(each.Key, RadicadoOf(each.Key), subjects.GetValueOrDefault(RadicadoOf(each.Key) ?? ""), each.ChangedAt))];
    }

    private static async Task<DoneToday> DoneAsync(DeskDb db, int memberId, DateTimeOffset from, CancellationToken cancel)
    {
        var lines = await db.Events.AsNoTracking().Where(line => line.ByStaffId == memberId && line.At >= from).OrderByDescending(line => line.At).Take(MostLines)
            .Join(db.Tickets, line => line.TicketId, t => t.Id, (line, t) => new { t.Number, t.Subject, Line = line }).ToListAsync(cancel);
        return lines.Count == 0 ? DoneToday.Nothing : DoneToday.Of(memberId, lines.Select(each => (each.Number, each.Subject, each.Line)), lines.Count == MostLines);
    }

    private static string? RadicadoOf(string key) => key.StartsWith(CaseDraft, StringComparison.Ordinal) ? key[CaseDraft.Length..] : null;

    private sealed record DayOf(int Member);
}
