using System.Globalization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.ServiceReports;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Mail.Mime;

namespace PqrsDesk.Features.ServiceReports;

/// <summary>What the letter of a report says until a lead says it otherwise: the house's template, in the language of the customer.</summary>
public sealed class ReportLetter(LetterTemplates templates, DeskSettings settings, IStringLocalizer<ServiceReportTexts> texts)
{
    public (string Subject, string Text) Words(ReportFigures figures, string language)
    {
        var (culture, before) = (ReportPages.CultureOf(language), (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture));
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
            var words = new Dictionary<string, string>
            {
                ["cliente"] = figures.Customer,
                ["mes"] = figures.Month.ToString("Y", culture),
                ["entidad"] = settings.Name,
                ["resumen"] = figures.IsEmpty ? texts["Letter.Nothing"] : texts["Letter.Summary", figures[Kpi.Received] ?? 0, figures[Kpi.Answered] ?? 0, figures[Kpi.Backlog] ?? 0],
                ["cumplimiento"] = figures.Resolution is { Compliance: { } share, Total: var total } ? texts["Letter.Compliance", share.ToString("P1", culture), total] : "",
            };
            var template = templates.Of(MailOccasion.ServiceReport, language);
            return (Cut(Places.Fill(template.Subject, words), SentReport.SubjectLimit), Cut(Places.Fill(template.Body, words), SentReport.TextLimit));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    private static string Cut(string text, int limit) => Texts.Cut(text, limit);
}
