using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.ServiceReports;
using PqrsDesk.Features.Api;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;
using static PqrsDesk.Features.Api.ProgramRoutes;

namespace PqrsDesk.Features.ServiceReports;

/// <summary>A customer's month as programs read it.</summary>
/// <param name="Remarks">What a lead said to it.</param>
/// <param name="Actions">Improvement actions that stand in the month.</param>
public sealed record ServiceReportDocument(ReportFigures Figures, string? Remarks, IReadOnlyList<ActionLine> Actions);

/// <summary><c>GET /api/v1/customers/{id}/service-report?month=</c></summary>
internal static class ServiceReportApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        ForPrograms(routes.MapGet(DeskUrls.ApiServiceReport, ReadAsync), "GetServiceReport", "A customer's monthly service report as it reads now.",
                "month as 2026-10; left out, the last whole month. Of a month under way the figures go up to now. Cases that were filed without a name are counted and not listed; of those with a reserved identity the subject is left out.")
            .Produces<ServiceReportDocument>()
            .Refuses(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<ServiceReportDocument>, ValidationProblem, ProblemHttpResult>> ReadAsync(
        int id, ReadServiceReport read, SlaShelf shelf, TimeProvider clock, IStringLocalizer<ServiceReportTexts> texts, CancellationToken cancel, string? month = null)
    {
        var today = (await shelf.BookAsync()).DateOf(clock.GetUtcNow());
        var asked = MonthText.Read(month);
        if (month is not null && asked is null or { Year: < 2000 }) return Refused(texts["Api.Month"]);
        if (asked > today) return Refused(texts[$"Problem.{ReportProblem.MonthAhead}"]);
        return await read.RunAsync(id, asked is { } day ? Period.Month(day) : Period.Month(today).Previous, cancel) is { } report
            ? TypedResults.Ok(new ServiceReportDocument(report.Figures, report.Remarks, report.Actions))
            : TypedResults.Problem(statusCode: StatusCodes.Status404NotFound);
    }

    private static ValidationProblem Refused(string why) => TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["month"] = [why] });
}
