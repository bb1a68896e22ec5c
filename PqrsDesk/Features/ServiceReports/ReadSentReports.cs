using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.ServiceReports;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.ServiceReports;

/// <summary>One letter of a report, and how far it has come.</summary>
public sealed record ReportLetterLine(string? Name, string Address, MailState State, int Attempts, string? Error);

/// <summary>A report as the history lists it.</summary>
public sealed record SentLine(
    int Id, DateOnly Month, ReportState State, bool Automatic, DateTimeOffset MadeAt, DateTimeOffset? DecidedAt, string? DecidedBy, string Language, string Subject, string Text, IReadOnlyList<ReportLetterLine> Letters);

/// <summary>The newest first.</summary>
public sealed record SentHistory(IReadOnlyList<SentLine> Lines);

/// <summary>What was sent to a customer, to whom, and what became of the letters.</summary>
public sealed class ReadSentReports(IDbContextFactory<DeskDb> desk)
{
    private const int Listed = 36;

    /// <summary>The outbox tells nobody how a letter fares that is of no case: it is asked again and again while somebody looks.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    /// <param name="turn">Another one asks at once.</param>
    public LiveQuestion<SentHistory> Question(int customerId, int turn) =>
        new((nameof(SentHistory), customerId, turn), (db, cancel) => HistoryAsync(db, customerId, cancel)) { Every = Every, Concerns = _ => false };

    public async Task<SentHistory> HistoryAsync(int customerId, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await HistoryAsync(db, customerId, cancel);
    }

    /// <summary>The draft of a month that waits; null: none does.</summary>
    public async Task<SentLine?> DraftAsync(int customerId, Period month, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var draft = await db.SentReports.AsNoTracking().Where(sent => sent.CustomerId == customerId && sent.Month == month.From && sent.State == ReportState.Draft).FirstOrDefaultAsync(cancel);
        return draft is null ? null : Line(draft, []);
    }

    /// <summary>What was sent last of a month; null: nothing was.</summary>
    public async Task<SentReport?> LastAsync(int customerId, Period month, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.SentReports.AsNoTracking().Where(sent => sent.CustomerId == customerId && sent.Month == month.From && sent.State == ReportState.Sent).OrderByDescending(sent => sent.Id).FirstOrDefaultAsync(cancel);
    }

    /// <summary>The page that went with a report; null: there is no such.</summary>
    public async Task<string?> PageAsync(int customerId, int id, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.SentReports.Where(sent => sent.Id == id && sent.CustomerId == customerId).Select(sent => sent.Page).SingleOrDefaultAsync(cancel);
    }

    private static async Task<SentHistory> HistoryAsync(DeskDb db, int customerId, CancellationToken cancel)
    {
        var reports = await db.SentReports.AsNoTracking().Where(sent => sent.CustomerId == customerId).OrderByDescending(sent => sent.Id).Take(Listed)
            .Select(sent => new SentLine(sent.Id, sent.Month, sent.State, sent.Automatic, sent.MadeAt, sent.DecidedAt, sent.DecidedBy, sent.Language, sent.Subject, sent.Text, Array.Empty<ReportLetterLine>())).ToListAsync(cancel);
        var ids = reports.ConvertAll(report => (int?)report.Id);
        var letters = (await db.OutgoingMails.AsNoTracking().Where(mail => ids.Contains(mail.ReportId)).OrderBy(mail => mail.Sequence)
            .Select(mail => new { mail.ReportId, Line = new ReportLetterLine(mail.ToName, mail.ToAddress, mail.State, mail.Attempts, mail.Error) }).ToListAsync(cancel)).ToLookup(letter => letter.ReportId, letter => letter.Line);
        return new([.. reports.Select(report => report with { Letters = [.. letters[report.Id]] })]);
    }

    private static SentLine Line(SentReport sent, IReadOnlyList<ReportLetterLine> letters) =>
        new(sent.Id, sent.Month, sent.State, sent.Automatic, sent.MadeAt, sent.DecidedAt, sent.DecidedBy, sent.Language, sent.Subject, sent.Text, letters);
}
