using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Availability;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.ServiceReports;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Infrastructure.Cluster;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.ServiceReports;

/// <summary>On the chosen business day of the next month sends a customer's report by itself, or lays it before a lead. Each month once.</summary>
public sealed class SweepReports(DeskWriter writer, IDbContextFactory<DeskDb> desk, SlaShelf shelf, ReadServiceReport read, SendReport send, ReportLetter letter, MailSettings mail, ILogger<SweepReports> log)
{
    /// <returns>How many were sent or laid before a lead.</returns>
    public async Task<int> RunAsync(DateTimeOffset asOf, CancellationToken cancel)
    {
        var book = await shelf.BookAsync();
        var month = Period.Month(book.DateOf(asOf)).Previous;
        var made = 0;
        foreach (var practice in await DueAsync(book, month, asOf, cancel))
        {
            try
            {
                if (await MakeAsync(practice, month, asOf, cancel)) made++;
            }
            catch (Exception wrong) when (wrong is not OperationCanceledException)
            {
                // One that fails keeps no other waiting; the next round finds it again.
                log.LogError(wrong, "The report of customer {Customer} could not be made.", practice.CustomerId);
            }
        }

        return made;
    }

    /// <summary>When the report of a month is due by itself: when the desk opens on the chosen business day of the next one.</summary>
    public static DateTimeOffset DueAt(SlaBook book, Period month, int businessDay)
    {
        var calendar = book.Calendar(book.LegalCalendarVersionId);
        return book.Hours.Add(calendar.StartOf(calendar.AddBusinessDays(month.To, businessDay)), TimeSpan.Zero);
    }

    private async Task<IReadOnlyList<ReportPractice>> DueAsync(SlaBook book, Period month, DateTimeOffset asOf, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);

        // One that was sent while the month was under way was not the whole month.
        var over = LocalSpans.Month(month.From, book.Zone).To;
        var practices = await db.ReportPractices.AsNoTracking()
            .Where(practice => practice.Monthly && !db.SentReports.Any(sent => sent.CustomerId == practice.CustomerId && sent.Month == month.From && (sent.Automatic || (sent.State == ReportState.Sent && sent.DecidedAt >= over))))
            .OrderBy(practice => practice.CustomerId).ToListAsync(cancel);
        return [.. practices.Where(practice => DueAt(book, month, practice.BusinessDay) is var due && due <= asOf && book.DateOf(due) >= (practice.MonthlySince ?? DateOnly.MinValue))];
    }

    private async Task<bool> MakeAsync(ReportPractice practice, Period month, DateTimeOffset asOf, CancellationToken cancel)
    {
        if (await read.RunAsync(practice.CustomerId, month, cancel) is not { } report) return false;
        var (subject, text) = letter.Words(report.Figures, practice.Language);
        HashSet<int> people;
        await using (var db = await desk.CreateDbContextAsync(cancel)) people = [.. (await db.ReportPeopleAsync(practice.CustomerId, cancel)).Select(person => person.ContactId)];
        people.IntersectWith(practice.Recipients);

        // Who is to get it, or the server, is not there any more: a lead has to look at it.
        if (practice.NeedsApproval || people.Count == 0 || mail.Smtp is null) return await LayAsync(practice, report.Figures.Customer, month, subject, text, asOf, cancel);
        var form = new SendForm { Key = SentReport.AutomaticKey(practice.CustomerId, month.From), Language = practice.Language, Subject = subject, Text = text, Recipients = people };
        var refusal = await send.SendAsync(practice.CustomerId, month, form, Actor.Desk, cancel, automatic: true);
        if (refusal is not null) log.LogWarning("The report of customer {Customer} was not sent: {Problem}", practice.CustomerId, refusal.Problem);
        return refusal is null;
    }

    private async Task<bool> LayAsync(ReportPractice practice, string customer, Period month, string subject, string text, DateTimeOffset asOf, CancellationToken cancel)
    {
        try
        {
            return await writer.RunAsync(async db =>
            {
                db.SentReports.Add(new()
                {
                    CustomerId = practice.CustomerId,
                    Month = month.From,
                    Key = SentReport.AutomaticKey(practice.CustomerId, month.From),
                    Automatic = true,
                    State = ReportState.Draft,
                    MadeAt = asOf,
                    Language = practice.Language,
                    Subject = subject,
                    Text = text,
                });
                var leads = await db.Staff.Where(member => member.Active && (member.Role == Role.Lead || member.Role == Role.Manager)).Select(member => member.Id).ToListAsync(cancel);
                db.Notices.AddRange(leads.Select(member => new Notice
                {
                    StaffId = member,
                    TicketId = null,
                    Sequence = 0,
                    Kind = NoticeKind.Service,
                    Thing = NoticeThing.ReportDraft,
                    ThingId = practice.CustomerId,
                    On = month.From,
                    Words = Notice.Shorten(customer),
                    At = asOf,
                }));
                return true;
            }, cancel);
        }
        catch (DbUpdateException)
        {
            // Another node was quicker.
            return false;
        }
    }
}

/// <summary>Looks every few minutes, on the node that is on duty.</summary>
public sealed class ReportSweeping(SweepReports sweep, IDuty duty, TimeProvider clock, ILogger<ReportSweeping> log) : DutyRounds(duty, clock, log)
{
    protected override TimeSpan Every => TimeSpan.FromMinutes(5);

    protected override Task RunAsync(DateTimeOffset asOf, CancellationToken stop) => sweep.RunAsync(asOf, stop);
}
