using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.ServiceReports;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.ServiceReports;

/// <summary>The letter of a report as a lead lets it go.</summary>
public sealed class SendForm
{
    /// <summary>Of this form: sent twice, it is one report.</summary>
    public Guid Key { get; init; } = Guid.NewGuid();
    public string Language { get; set; } = "es";
    public string Subject { get; set; } = "";
    public string Text { get; set; } = "";
    public HashSet<int> Recipients { get; init; } = [];
}

/// <summary>Sends a customer's report: figures, page and letters are kept in one transaction, and the outbox carries the letters.</summary>
public sealed class SendReport(DeskWriter writer, IDbContextFactory<DeskDb> desk, ReadServiceReport read, ReportPages pages, SlaShelf shelf, MailSettings mail, TimeProvider clock)
{
    /// <returns>Null when it was sent, or had been by the same form.</returns>
    public async Task<ReportRefusal?> SendAsync(int customerId, Period month, SendForm form, Actor by, CancellationToken cancel, bool automatic = false)
    {
        if (await WeighAsync(month, form, by) is { } refusal) return refusal;
        if (await read.RunAsync(customerId, month, cancel) is not { } report) return new(ReportProblem.CustomerUnknown);
        var page = await pages.PageAsync(report, form.Language, cancel);
        try
        {
            return await writer.RunAsync(async db =>
            {
                if (await db.SentReports.AnyAsync(sent => sent.Key == form.Key, cancel)) return null;
                if (await ChosenAsync(db, customerId, form, cancel) is not { } recipients) return new(ReportProblem.RecipientUnknown, nameof(SendForm.Recipients));
                var sent = new SentReport
                {
                    CustomerId = customerId,
                    Month = month.From,
                    Key = form.Key,
                    Automatic = automatic,
                    State = ReportState.Sent,
                    MadeAt = clock.GetUtcNow(),
                    Language = form.Language,
                    Subject = "",
                    Text = "",
                };
                db.SentReports.Add(sent);
                await KeepAsync(db, sent, report, page, form, recipients, by, cancel);
                return (ReportRefusal?)null;
            }, cancel, refused => refused is null);
        }
        catch (DbUpdateException) when (automatic)
        {
            // Another node was quicker.
            return null;
        }
        catch (DbUpdateException)
        {
            await using var db = await desk.CreateDbContextAsync(cancel);
            if (await db.SentReports.AnyAsync(sent => sent.Key == form.Key, cancel)) return null;
            throw;
        }
    }

    /// <summary>Lets a draft go as a lead has put it, with the figures of now.</summary>
    public async Task<ReportRefusal?> ApproveAsync(int id, SendForm form, Actor by, CancellationToken cancel)
    {
        SentReport? draft;
        await using (var db = await desk.CreateDbContextAsync(cancel)) draft = await db.SentReports.AsNoTracking().SingleOrDefaultAsync(sent => sent.Id == id, cancel);
        if (draft is not { State: ReportState.Draft }) return new(ReportProblem.NoDraft);
        var month = Period.Month(draft.Month);
        if (await WeighAsync(month, form, by) is { } refusal) return refusal;
        if (await read.RunAsync(draft.CustomerId, month, cancel) is not { } report) return new(ReportProblem.CustomerUnknown);
        var page = await pages.PageAsync(report, form.Language, cancel);
        return await writer.RunAsync(async db =>
        {
            if (await ChosenAsync(db, draft.CustomerId, form, cancel) is not { } recipients) return new(ReportProblem.RecipientUnknown, nameof(SendForm.Recipients));
            if (await TakeAsync(db, id, ReportState.Sent, cancel) is not { } sent) return new(ReportProblem.NoDraft);
            await KeepAsync(db, sent, report, page, form, recipients, by, cancel);
            return (ReportRefusal?)null;
        }, cancel, refused => refused is null);
    }

    /// <summary>A lead decides that a draft does not go.</summary>
    public async Task<ReportRefusal?> DiscardAsync(int id, Actor by, CancellationToken cancel)
    {
        if (!by.Is(Role.Lead)) return new(ReportProblem.NotAllowed);
        return await writer.RunAsync(async db =>
        {
            if (await TakeAsync(db, id, ReportState.Discarded, cancel) is not { } draft) return new(ReportProblem.NoDraft);
            (draft.DecidedAt, draft.DecidedBy) = (clock.GetUtcNow(), by.Name);
            return (ReportRefusal?)null;
        }, cancel, refused => refused is null);
    }

    /// <summary>Of two who decide at once, one has it.</summary>
    private static async Task<SentReport?> TakeAsync(DeskDb db, int id, ReportState state, CancellationToken cancel) =>
        await db.SentReports.Where(sent => sent.Id == id && sent.State == ReportState.Draft).ExecuteUpdateAsync(set => set.SetProperty(sent => sent.State, state), cancel) == 0
            ? null
            : await db.SentReports.SingleAsync(sent => sent.Id == id, cancel);

    private async Task<ReportRefusal?> WeighAsync(Period month, SendForm form, Actor by) =>
        !by.Is(Role.Lead) ? new(ReportProblem.NotAllowed)
        : mail.Smtp is null ? new(ReportProblem.NoMailServer)
        : month.From > (await shelf.BookAsync()).DateOf(clock.GetUtcNow()) ? new(ReportProblem.MonthAhead)
        : form.Language is not ("es" or "en") ? new(ReportProblem.LanguageUnknown, nameof(SendForm.Language))
        : string.IsNullOrWhiteSpace(form.Subject) ? new(ReportProblem.SubjectMissing, nameof(SendForm.Subject))
        : form.Subject.Trim().Length > SentReport.SubjectLimit ? new(ReportProblem.SubjectTooLong, nameof(SendForm.Subject))
        : string.IsNullOrWhiteSpace(form.Text) ? new(ReportProblem.TextMissing, nameof(SendForm.Text))
        : form.Text.Trim().Length > SentReport.TextLimit ? new(ReportProblem.TextTooLong, nameof(SendForm.Text))
        : form.Recipients.Count == 0 ? new(ReportProblem.NobodyChosen, nameof(SendForm.Recipients))
        : form.Recipients.Count > ReportPractice.RecipientsLimit ? new(ReportProblem.TooManyRecipients, nameof(SendForm.Recipients))
        : null;

    /// <returns>Null: one of them is not of this customer, or has no address any more.</returns>
    private static async Task<IReadOnlyList<ReportRecipient>?> ChosenAsync(DeskDb db, int customerId, SendForm form, CancellationToken cancel)
    {
        List<ReportRecipient> chosen = [.. (await db.ReportPeopleAsync(customerId, cancel)).Where(person => form.Recipients.Contains(person.ContactId))];
        return chosen.Count == form.Recipients.Count ? chosen : null;
    }

    private async Task KeepAsync(DeskDb db, SentReport sent, ServiceReport report, string page, SendForm form, IReadOnlyList<ReportRecipient> recipients, Actor by, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        (sent.State, sent.DecidedAt, sent.DecidedBy, sent.Language) = (ReportState.Sent, now, by.Name, form.Language);
        (sent.Subject, sent.Text) = (form.Subject.Trim(), form.Text.Trim().ReplaceLineEndings("\n"));
        (sent.Figures, sent.Remarks, sent.Actions, sent.Page, sent.Recipients) = (report.Figures, report.Remarks, report.Actions, page, recipients);
        await db.SaveChangesAsync(cancel);
        db.OutgoingMails.AddRange(recipients.Select((recipient, at) => new OutgoingMail
        {
            TicketId = null,
            ReportId = sent.Id,
            Sequence = at + 1,
            Occasion = MailOccasion.ServiceReport,
            ToAddress = recipient.Address,
            ToName = recipient.Name,
            MessageId = string.Create(CultureInfo.InvariantCulture, $"report.{sent.Id}.{at + 1}.{Guid.NewGuid():N}@{mail.From!.Host}"),
            QueuedAt = now,
            State = MailState.Queued,
            NextAttemptAt = now,
        }));

        // What goes by itself may leave out somebody whose address is missing today: they are still chosen.
        if (!sent.Automatic || by != Actor.Desk) await RememberAsync(db, sent.CustomerId, form, cancel);
    }

    /// <summary>Next month they are chosen already.</summary>
    private static async Task RememberAsync(DeskDb db, int customerId, SendForm form, CancellationToken cancel)
    {
        var practice = await db.ReportPractices.SingleOrDefaultAsync(each => each.CustomerId == customerId, cancel);
        if (practice is null) db.ReportPractices.Add(practice = new ReportPractice { CustomerId = customerId });
        (practice.Recipients, practice.Language) = ([.. form.Recipients.Order()], form.Language);
    }
}
