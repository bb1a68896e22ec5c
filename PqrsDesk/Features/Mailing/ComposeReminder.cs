using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Infrastructure;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Mail.Mime;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Mailing;

/// <summary>The letter that tells a member of staff what the notice at the desk says, and where to look.</summary>
public sealed class ComposeReminder(IDbContextFactory<DeskDb> desk, LetterTemplates templates, MailSettings mail, DeskSettings settings, SlaShelf shelf)
{
    /// <exception cref="InvalidOperationException">It cannot be sent: there is no address to send it from.</exception>
    public async Task<Letter> RunAsync(long noticeId, OutgoingMail outgoing, DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var notice = await db.Notices.AsNoTracking().SingleAsync(each => each.Id == noticeId, cancel);
        var (template, english) = (templates.Of(outgoing.Occasion, mail.Language), mail.Language == "en");
        var words = new Dictionary<string, string>
        {
            ["nombre"] = outgoing.ToName ?? "",
            ["cosa"] = notice.Words ?? "",
            ["fecha"] = notice.On?.ToString(english ? "MMMM d, yyyy" : "d 'de' MMMM 'de' yyyy", CultureInfo.GetCultureInfo(english ? "en-US" : "es-CO")) ?? "",
            ["enlace"] = settings.PublicAddress is { } address ? address + DeskUrls.NoticeOf(noticeId) : "",
            ["entidad"] = settings.Name,
        };
        return new Letter
        {
            From = mail.From ?? throw new InvalidOperationException("Without Mail:Smtp nothing is sent."),
            ToAddress = outgoing.ToAddress,
            ToName = outgoing.ToName,
            ReplyTo = null,
            Subject = MailText.Line(Places.Fill(template.Subject, words)),
            Text = Places.Fill(template.Body, words),
            Language = mail.Language,
            MessageId = outgoing.MessageId,
            WrittenAt = TimeZoneInfo.ConvertTime(now, (await shelf.BookAsync()).Zone),
            Before = [],
            IsAutomatic = true,
            Files = [],
        };
    }
}
