using System.Text;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Mail;

/// <summary>The letter that brings a customer's report: what a lead wrote or let stand, with the page that was kept of it as its file.</summary>
public sealed class ReportLetters(IDbContextFactory<DeskDb> desk, MailSettings mail, SlaShelf shelf)
{
    public async Task<Letter> ComposeAsync(int reportId, OutgoingMail outgoing, DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var report = await db.SentReports.AsNoTracking().SingleAsync(sent => sent.Id == reportId, cancel);
        return new Letter
        {
            From = mail.From ?? throw new InvalidOperationException("Without Mail:Smtp nothing is sent."),
            ToAddress = outgoing.ToAddress,
            ToName = outgoing.ToName,
            ReplyTo = null,
            Subject = Mime.MailText.Line(report.Subject),
            Text = report.Text,
            Language = report.Language,
            MessageId = outgoing.MessageId,
            WrittenAt = TimeZoneInfo.ConvertTime(now, (await shelf.BookAsync()).Zone),
            Before = [],
            IsAutomatic = false,
            Files = [new(NameOf(report.Month, report.Language), "text/html; charset=utf-8", null) { Content = Encoding.UTF8.GetBytes(report.Page ?? throw new InvalidOperationException($"Nothing was kept of report {reportId}.")) }],
        };
    }

    public static string NameOf(DateOnly month, string language) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(language == "en" ? "service-report" : "informe-de-servicio")}-{month:yyyy-MM}.html");
}
