using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>What one saving has to tell. Many cases of one act are one notice with their number: an absence that hands over two hundred rings once.</summary>
internal sealed class NoticeBatch
{
    /// <summary>So many of one kind come one by one.</summary>
    private const int Single = 3;

    private readonly List<(Notice Notice, string? Batch)> _all = [];

    public void Add(Ticket ticket, LoggedEvent line, int member, NoticeKind kind)
    {
        var note = kind == NoticeKind.Mention ? line.Event as TicketEvent.Noted : null;
        var handed = line.Event as TicketEvent.HandedOver;
        var batch = kind == NoticeKind.HandOver && handed is not null ? FormattableString.Invariant($"absence:{handed.AbsenceId}:{(handed.Back ? "back" : "away")}") : null;
        _all.Add((Of(ticket.Id, line.Sequence, member, kind, line.At, note is null ? null : line.ByName, note?.Text, batch), batch));
    }

    public async Task WriteAsync(DeskDb db, CancellationToken cancel)
    {
        // Many are saved part by part in one transaction.
        var transaction = db.Database.CurrentTransaction?.TransactionId.ToString("N");
        foreach (var group in _all.GroupBy(each => (each.Notice.StaffId, each.Notice.Kind, each.Batch)))
        {
            var batch = group.Key.Batch ?? (group.Key.Kind is NoticeKind.Follow or NoticeKind.Assignment && group.Count() > Single ? transaction : null);
            if (batch is null) db.Notices.AddRange(group.Select(each => each.Notice));
            else await TogetherAsync(db, [.. group.Select(each => each.Notice)], batch, cancel);
        }
    }

    private static async Task TogetherAsync(DeskDb db, List<Notice> notices, string batch, CancellationToken cancel)
    {
        var (first, cases) = (notices[0], notices.Select(each => each.TicketId).Distinct().Count());
        var begun = await db.Notices.SingleOrDefaultAsync(each => each.StaffId == first.StaffId && each.Kind == first.Kind && each.Batch == batch, cancel);
        if (begun is null)
        {
            db.Notices.Add(Of(first.TicketId, first.Sequence, first.StaffId, first.Kind, first.At!.Value, first.By, first.Words, batch, cases));
            return;
        }

        // What was read has grown since.
        (begun.Count, begun.At, begun.SeenAt) = (begun.Count + cases, first.At, null);
    }

    private static Notice Of(long? ticket, int sequence, int member, NoticeKind kind, DateTimeOffset at, string? by, string? words, string? batch, int count = 1) => new()
    {
        StaffId = member,
        TicketId = ticket,
        Sequence = sequence,
        Kind = kind,
        At = at,
        By = by,
        Words = words is null ? null : Notice.Shorten(words),
        Batch = batch,
        Count = count,
    };
}
