using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Simulating;

/// <summary><c>/api/v1/calculator</c>: one question or an array of them, answered in the same form.</summary>
internal static class CalculatorApi
{
    private const int BodyLimit = 8 * 1024 * 1024;
    private const int MostQuestions = 1_000;
    private const string Colombia = "CO";
    private const string Instants = " One object, or an array of up to 1,000, answered in order. calendar is the key or the number of one of the desk's, or {timeZone, weekly: [[\"mon\",\"08:00\",\"12:00\"]], holidays: [\"2026-01-01\"]}. Instants carry an offset; members that are not known are ignored. Touches no state.";

    public static void MapCalculator(this IEndpointRouteBuilder routes)
    {
        routes.MapCalculation<DueQuestion, DueAnswer>(DeskUrls.ApiCalculatorDue, Calculator.Due)
            .WithName("CalculateDue")
            .WithSummary("When business minutes are used up, and why then.")
            .WithDescription("Used up at closing time is due at closing time; no minutes from a closed instant are due at the next opening." + Instants);
        routes.MapCalculation<ElapsedQuestion, ElapsedAnswer>(DeskUrls.ApiCalculatorElapsed, Calculator.Elapsed)
            .WithName("CalculateElapsed")
            .WithSummary("How many business minutes lie between two instants.")
            .WithDescription("Fractions are kept; none when the end is before the start." + Instants);
        routes.MapCalculation<TermQuestion, TermAnswer>(DeskUrls.ApiCalculatorTerm, Calculator.Term)
            .WithName("CalculateTerm")
            .WithSummary("The last day of a legal term.")
            .WithDescription("Counted from the day after filing, in the calendar's zone; in time until 23:59:59 of the last day. Either businessDays, or regime: the code of a rule of law, such as ley1755.peticion, as it was in force on the effective filing date; its term may be in days, months or clock hours, which run from filedAt and have an exact due. filedAt is the true instant. Without a calendar, the desk's legal one, and the desk's setting for filings after hours and on closed days; with one, the filing has its own date." + Instants);
        routes.MapCalculation<ReplayQuestion, ReplayAnswer>(DeskUrls.ApiCalculatorReplay, ReplayReading.Replay)
            .WithName("ReplayClocks")
            .WithSummary("Where the response and the resolution clock of a history stood.")
            .WithDescription("Events are in order of time and begin with created. Used time equal to the target is in time; a breach stays. resolutionDue is null unless the clock is running or breached." + Instants);
        routes.MapGet(DeskUrls.ApiCalculatorHolidays, Holidays)
            .RequireAuthorization(AnyKeyOrCookie)
            .WithName("ListHolidays")
            .WithSummary("The national holidays of a year, computed.")
            .WithDescription("Colombia (CO), 1984 to 2399: Ley 51 of 1983 and Ley 2578 of 2026. Two names may share a date. With calendar, the key or the number of one of the desk's: as an administrator corrected them there, without the dates taken off and with those added.")
            .Produces<HolidaysAnswer>()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status401Unauthorized);
    }

    private static RouteHandlerBuilder MapCalculation<TQuestion, TAnswer>(this IEndpointRouteBuilder routes, string address, Calculator.Answering<TAnswer> answer)
        where TQuestion : class
        where TAnswer : class =>
        routes.MapPost(address, (HttpRequest request, Calculator calculator, IStringLocalizer<SimulatingTexts> texts, CancellationToken cancel) => AnswerAsync(request, calculator, answer, texts, cancel))
            .RequireAuthorization(AnyKeyOrCookie)
            .DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(BodyLimit))
            .Accepts<TQuestion>("application/json")
            .Produces<TAnswer>()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

    private static void AnyKeyOrCookie(AuthorizationPolicyBuilder policy) => policy
        .AddAuthenticationSchemes(ApiKeyHandler.Scheme, IdentityConstants.ApplicationScheme)
        .RequireRole(IdentitySetup.From(Role.Agent));

    private static async Task<IResult> AnswerAsync<T>(
        HttpRequest request, Calculator calculator, Calculator.Answering<T> answer, IStringLocalizer<SimulatingTexts> texts, CancellationToken cancel)
        where T : class
    {
        if (!request.HasJsonContentType()) return Results.Problem(texts["Api.MediaType"], statusCode: StatusCodes.Status415UnsupportedMediaType);
        try
        {
            var bytes = await BytesAsync(request, cancel);

            // JsonDocument takes any bytes between quotes, and fails only when somebody looks at them.
            if (!Utf8.IsValid(bytes)) return Results.Problem(texts["Api.NotUtf8"], statusCode: StatusCodes.Status400BadRequest);
            using var body = JsonDocument.Parse(bytes);
            var desk = await calculator.OpenAsync(cancel);
            var asked = new JsonPart(body.RootElement, "");
            object? answered = asked.Is(JsonValueKind.Array) ? Many(desk, asked, answer, cancel) : desk.Read.IsObject(asked) ? answer(desk, asked) : null;
            return desk.Faults.Any ? Results.ValidationProblem(desk.Faults.ByField, texts["Api.Refused"]) : Results.Ok(answered);
        }
        catch (JsonException broken)
        {
            return Results.Problem(texts["Api.Malformed", (broken.LineNumber ?? 0) + 1, (broken.BytePositionInLine ?? 0) + 1], statusCode: StatusCodes.Status400BadRequest);
        }
        catch (BadHttpRequestException wrong)
        {
            return Results.Problem(texts[wrong.StatusCode == StatusCodes.Status413PayloadTooLarge ? "Api.TooLarge" : "Api.Unreadable"], statusCode: wrong.StatusCode);
        }
    }

    private static async Task<byte[]> BytesAsync(HttpRequest request, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }

    private static List<T?> Many<T>(Calculator.Desk desk, JsonPart asked, Calculator.Answering<T> answer, CancellationToken cancel)
        where T : class
    {
        var answers = new List<T?>();
        if (asked.Value.GetArrayLength() > MostQuestions)
        {
            desk.Faults.Add(asked.Path, "Fault.TooMany", MostQuestions);
            return answers;
        }

        foreach (var item in asked.Items())
        {
            cancel.ThrowIfCancellationRequested();
            answers.Add(desk.Read.IsObject(item) ? answer(desk, item) : null);
        }

        return answers;
    }

    private static async Task<IResult> Holidays(
        string country, string year, [Description("The key or the number of one of the desk's calendars.")] string? calendar,
        ReadDeskSla read, IStringLocalizer<SimulatingTexts> texts, CancellationToken cancel)
    {
        var faults = new Faults(texts);
        if (!country.Equals(Colombia, StringComparison.OrdinalIgnoreCase)) faults.Add("country", "Fault.UnknownCountry");
        if (!int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) || asked is < ColombianHolidays.FirstYear or > ColombianHolidays.LastYear)
            faults.Add("year", "Fault.Year", ColombianHolidays.FirstYear, ColombianHolidays.LastYear);
        var corrected = calendar is null ? null : (await read.RunAsync(cancel)).OfName(calendar, faults, "calendar");
        return faults.Any
            ? Results.ValidationProblem(faults.ByField, texts["Api.Refused"])
            : Results.Ok(new HolidaysAnswer(Colombia, asked, Corrected(asked, corrected, texts["Holiday.Own"])));
    }

    /// <param name="calendar">Null: the national list as the law has it.</param>
    private static List<HolidayAnswer> Corrected(int year, CalendarDefinition? calendar, string own)
    {
        var national = calendar is { HolidayCountry: null } ? [] : ColombianHolidays.For(year)
            .Where(holiday => calendar?.RemovedHolidays.Contains(holiday.Date) != true).Select(holiday => new HolidayAnswer(holiday.Date, holiday.Name)).ToList();
        var added = calendar?.ExtraHolidays.Where(date => date.Year == year && !national.Exists(holiday => holiday.Date == date)).Select(date => new HolidayAnswer(date, own)) ?? [];
        return [.. national.Concat(added).OrderBy(holiday => holiday.Date)];
    }
}
