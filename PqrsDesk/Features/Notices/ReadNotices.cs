using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Pricing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Notices;

/// <param name="Line">The event that it is about; null: it is about none.</param>
/// <param name="Number">Empty: it is about no case.</param>
/// <param name="Count">How many cases it is about; <paramref name="Number"/> and <paramref name="Line"/> are of the first.</param>
public sealed record NoticeLine(long Id, NoticeKind Kind, string Number, string Subject, bool IsNew, DateTimeOffset? SaidAt, int Count, string? By, string? Words, LoggedEvent? Line)
{
    public NoticeThing Thing { get; init; }
    public int? ThingId { get; init; }
    public DateOnly? On { get; init; }

    /// <summary>What the contract asks today for an hour, or a case, beyond those included; null: it is about no contract.</summary>
    public Money? Surcharge { get; init; }

    /// <summary>What it is about, for whoever hears and does not see it.</summary>
    public string Name => Number.Length > 0 ? Number : Words ?? "";

    /// <summary>Whether both are about one case alone.</summary>
    public bool IsOfCaseOf(NoticeLine other) => Count == 1 && other.Count == 1 && Number.Length > 0 && Number == other.Number;

    public DateTimeOffset At => SaidAt ?? Line?.At ?? default;
}

/// <summary>What a member of staff was told, newest first, and how much of it they have not seen.</summary>
public sealed record NoticeBoard(IReadOnlyList<NoticeLine> Lines, int New);

/// <summary>Which notices of somebody a page of them shows. A value.</summary>
/// <param name="All">Also what they have read.</param>
/// <param name="Before">Only those that are older than this one; null: from the newest.</param>
public sealed record NoticeView(int StaffId, bool All = false, NoticeKind? Kind = null, long? Before = null);

/// <param name="Older">Where the next page begins; null: this is the last.</param>
/// <param name="New">How many of all are not read.</param>
public sealed record NoticePageful(IReadOnlyList<NoticeLine> Lines, long? Older, int New);

public static class ReadNotices
{
    /// <summary>In the bell.</summary>
    public const int Listed = 20;

    /// <summary>On a page.</summary>
    public const int PageSize = 50;

    public static LiveQuestion<NoticeBoard> Question(int staffId) => new(new BoardOf(staffId), (db, cancel) => RunAsync(db, staffId, cancel))
    {
        Concerns = _ => false,
        Topics = [LiveTopic.Notices(staffId)],
    };

    public static LiveQuestion<NoticePageful> Question(NoticeView view) => new(view, (db, cancel) => RunAsync(db, view, cancel))
    {
        Concerns = _ => false,
        Topics = [LiveTopic.Notices(view.StaffId)],
    };

    public static async Task<NoticeBoard> RunAsync(DeskDb db, int staffId, CancellationToken cancel) =>
        new(await LinesAsync(db, db.Notices.Where(notice => notice.StaffId == staffId), Listed, cancel), await NewAsync(db, staffId, cancel));

    public static async Task<NoticePageful> RunAsync(DeskDb db, NoticeView view, CancellationToken cancel)
    {
        var which = db.Notices.Where(notice => notice.StaffId == view.StaffId);
        if (!view.All) which = which.Where(notice => notice.SeenAt == null);
        if (view.Kind is { } kind) which = which.Where(notice => notice.Kind == kind);
        if (view.Before is { } before) which = which.Where(notice => notice.Id < before);

        // One more than is shown tells whether there is another page.
        var lines = await LinesAsync(db, which, PageSize + 1, cancel);
        var shown = lines.Take(PageSize).ToList();
        return new(shown, lines.Count > PageSize ? shown[^1].Id : null, await NewAsync(db, view.StaffId, cancel));
    }

    private static Task<int> NewAsync(DeskDb db, int staffId, CancellationToken cancel) => db.Notices.CountAsync(notice => notice.StaffId == staffId && notice.SeenAt == null, cancel);

    private static async Task<IReadOnlyList<NoticeLine>> LinesAsync(DeskDb db, IQueryable<Notice> which, int most, CancellationToken cancel)
    {
        var lines = await which.OrderByDescending(notice => notice.Id).Take(most)
            .SelectMany(notice => db.Tickets.Where(t => t.Id == notice.TicketId).DefaultIfEmpty(), (notice, t) => new { Notice = notice, Number = t == null ? "" : t.Number, Subject = t == null ? "" : t.Subject })
            .SelectMany(
                told => db.Events.Where(line => line.TicketId == told.Notice.TicketId && line.Sequence == told.Notice.Sequence).DefaultIfEmpty(),
                (told, line) => new NoticeLine(told.Notice.Id, told.Notice.Kind, told.Number, told.Subject, told.Notice.SeenAt == null, told.Notice.At, told.Notice.Count, told.Notice.By, told.Notice.Words, line)
                {
                    Thing = told.Notice.Thing,
                    ThingId = told.Notice.ThingId,
                    On = told.Notice.On,
                })
            .AsNoTracking().ToListAsync(cancel);
        return await WithSurchargesAsync(db, [.. lines.OrderByDescending(line => line.Id)], cancel);
    }

    private sealed record BoardOf(int StaffId);

    /// <summary>Few notices are of contracts: only then is there one more thing to read.</summary>
    private static async Task<IReadOnlyList<NoticeLine>> WithSurchargesAsync(DeskDb db, IReadOnlyList<NoticeLine> lines, CancellationToken cancel)
    {
        var ids = lines.Where(line => line.Thing is NoticeThing.ContractHoursAll or NoticeThing.ContractCasesAll).Select(line => line.ThingId).OfType<int>().Distinct().ToList();
        if (ids.Count == 0) return lines;
        var asked = await db.Contracts.AsNoTracking().Where(contract => ids.Contains(contract.Id)).ToDictionaryAsync(contract => contract.Id, cancel);
        return [.. lines.Select(line => line.ThingId is { } id && asked.GetValueOrDefault(id) is { } contract ? line.Thing switch
        {
            NoticeThing.ContractHoursAll => line with { Surcharge = contract.Surcharge },
            NoticeThing.ContractCasesAll => line with { Surcharge = contract.CaseSurcharge },
            _ => line,
        } : line)];
    }
}
