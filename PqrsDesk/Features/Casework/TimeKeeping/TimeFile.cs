using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Features.Api;
using PqrsDesk.Infrastructure.Excel;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;
using static PqrsDesk.Features.Api.ProgramRoutes;

namespace PqrsDesk.Features.Casework.TimeKeeping;

/// <summary>The time of a month as CSV, for managers, and for programs that have a manager's key.</summary>
internal static class TimeFile
{
    private const string Month = "yyyy-MM";

    public static void MapTimeFile(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(DeskUrls.TimeFile, PageAsync).RequireAuthorization(AtLeast.Manager);
        ForPrograms(routes.MapGet(DeskUrls.ApiTimeSpent, ProgramAsync), "TimeSpent", "The time that people wrote down in a month, as CSV.",
                "month=2026-03; by=entry (unless said), person or case adds it up. With a manager's key. The separator is that of the language asked for by Accept-Language.")
            .Produces(StatusCodes.Status200OK, contentType: ListCsv.ContentType)
            .ProducesValidationProblem();
    }

    private static async Task PageAsync(string month, HttpContext http, ReadTime read, SlaShelf shelf, IStringLocalizer<TimeTexts> texts)
    {
        var by = http.Request.Query[DeskUrls.TimeByParameter].ToString() switch { "" => TimeBy.Entry, "persona" => TimeBy.Person, "caso" => TimeBy.Case, _ => (TimeBy?)null };
        if (Period(month) is not { } period || by is null) await Results.Text(texts["File.None"], "text/plain", Encoding.UTF8, StatusCodes.Status404NotFound).ExecuteAsync(http);
        else await SendAsync(period, by.Value, http, read, shelf, texts);
    }

    private static async Task<IResult> ProgramAsync(
        [FromQuery] string? month, [FromQuery] string? by, HttpContext http, ReadTime read, SlaShelf shelf, IStringLocalizer<TimeTexts> texts, IStringLocalizer<RefusalTexts> refusals)
    {
        if (!http.User.ToActor().Is(Domain.People.Role.Manager)) return refusals.Problem(Domain.Tickets.RefusalCode.RoleTooLow);
        var errors = new Dictionary<string, string[]>();
        var period = Period(month);
        if (period is null) errors["month"] = [texts["File.Month"]];
        var how = string.IsNullOrEmpty(by) ? TimeBy.Entry : Array.Exists(Enum.GetNames<TimeBy>(), name => name.Equals(by, StringComparison.OrdinalIgnoreCase)) ? Enum.Parse<TimeBy>(by, ignoreCase: true) : (TimeBy?)null;
        if (how is null) errors["by"] = [texts["File.By"]];
        if (errors.Count > 0) return TypedResults.ValidationProblem(errors);
        await SendAsync(period!, how!.Value, http, read, shelf, texts);
        return Results.Empty;
    }

    private static async Task SendAsync(Period period, TimeBy by, HttpContext http, ReadTime read, SlaShelf shelf, IStringLocalizer<TimeTexts> texts)
    {
        http.Response.ContentType = ListCsv.ContentType;
        http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = texts[$"File.Name.{by}", period.From.ToString(Month, CultureInfo.InvariantCulture)] + ".csv" }.ToString();
        http.Response.Headers.CacheControl = "no-store";
        var lines = read.RunAsync(period.From, period.To, by, http.RequestAborted);
        IReadOnlyList<(string Header, Func<TimeLine, string?> Read)> columns = by switch
        {
            TimeBy.Person => [("Column.Person", line => line.Person), ("Column.Minutes", Minutes), ("Column.Entries", Entries)],
            TimeBy.Case => [("Column.Number", line => line.Number), ("Column.Subject", line => line.Subject), ("Column.Area", line => line.Area), ("Column.Minutes", Minutes), ("Column.Entries", Entries)],
            _ =>
            [
                ("Column.On", line => line.On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("Column.Person", line => line.Person), ("Column.Number", line => line.Number), ("Column.Subject", line => line.Subject),
                ("Column.Area", line => line.Area), ("Column.Minutes", Minutes), ("Column.What", line => line.What), ("Column.Timed", line => Word(line.Timed)), ("Column.Corrected", line => Word(line.Corrected)),
            ],
        };
        var list = new CellList(
            texts["Panel"], [.. columns.Select(column => new ListColumn(texts[column.Header], 20))], RowsAsync(lines, columns), (await shelf.BookAsync()).Zone, CultureInfo.CurrentUICulture, "…");
        await ListCsv.WriteAsync(list, http.Response.Body, http.RequestAborted);

        string Word(bool? said) => texts[said == true ? "Yes" : "No"];
    }

    private static string Minutes(TimeLine line) => line.Minutes.ToString(CultureInfo.InvariantCulture);

    private static string Entries(TimeLine line) => line.Entries.ToString(CultureInfo.InvariantCulture);

    private static async IAsyncEnumerable<IReadOnlyList<ListCell>> RowsAsync(IAsyncEnumerable<TimeLine> lines, IReadOnlyList<(string Header, Func<TimeLine, string?> Read)> columns)
    {
        await foreach (var line in lines) yield return [.. columns.Select(column => (ListCell)column.Read(line))];
    }

    private static Period? Period(string? month) =>
        DateOnly.TryParseExact(month, Month, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Domain.Kpis.Period.Month(day) : null;
}
