using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Availability;

namespace PqrsDesk.Features;

/// <summary>Says what is to be said of availability, the same everywhere.</summary>
public static class AvailabilityWords
{
    public static string Say(this IStringLocalizer<AvailabilityTexts> texts, AvailabilityRefusal refusal) =>
        refusal.Detail is not { } detail ? texts[$"Problem.{refusal.Problem}"]
        : refusal.Problem == AvailabilityProblem.ChangedMeanwhile ? texts["Problem.ChangedMeanwhile.By", detail]
        : texts[$"Problem.{refusal.Problem}", detail];

    public static IResult Problem(this IStringLocalizer<AvailabilityTexts> texts, AvailabilityRefusal refusal, int? status = null)
    {
        var detail = texts.Say(refusal);
        var more = new Dictionary<string, object?> { ["code"] = refusal.Problem.ToString() };
        if (refusal.Field is { } field) more["errors"] = new Dictionary<string, string[]> { [JsonNamingPolicy.CamelCase.ConvertName(field)] = [detail] };
        return Results.Problem(detail, statusCode: status ?? StatusOf(refusal.Problem), extensions: more);
    }

    /// <summary>As it is written: never rounded up, and without decimals that say nothing.</summary>
    public static string? Percent(decimal? percent) => percent is { } number ? number.ToString("0.###", CultureInfo.CurrentCulture) + " %" : null;

    /// <summary>Whole minutes, and seconds where there is less than one: what a person can add up.</summary>
    public static string Minutes(TimeSpan time) => time.TotalMinutes.ToString(time < TimeSpan.FromMinutes(1) && time > TimeSpan.Zero ? "0.##" : "#,0.#", CultureInfo.CurrentCulture);

    /// <summary>Such as "2 d 3 h", "45 min": a length as people say it.</summary>
    public static string Length(TimeSpan time) =>
        time < TimeSpan.FromMinutes(1) ? "< 1 min"
        : time < TimeSpan.FromHours(1) ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min")
        : time < TimeSpan.FromDays(1) ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes} min")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalDays} d {time.Hours} h");

    /// <summary>The icon of a state; its word stands beside it.</summary>
    public static string Icon(PlatformState state) => state switch
    {
        PlatformState.Operational => "good",
        PlatformState.PlannedWork => "calendar",
        PlatformState.Degraded => "warning",
        PlatformState.Down => "alarm",
    };

    /// <summary>The meaning by which it is coloured.</summary>
    public static string Css(PlatformState state) => state switch
    {
        PlatformState.Operational => "on-time",
        PlatformState.PlannedWork => "paused",
        PlatformState.Degraded => "at-risk",
        PlatformState.Down => "overdue",
    };

    private static int StatusOf(AvailabilityProblem problem) => problem switch
    {
        AvailabilityProblem.ExternalUnknown or AvailabilityProblem.OutageUnknown or AvailabilityProblem.PlannedUnknown => StatusCodes.Status404NotFound,
        AvailabilityProblem.RoleTooLow => StatusCodes.Status403Forbidden,
        AvailabilityProblem.UpBeforeDown or AvailabilityProblem.ChangedMeanwhile or AvailabilityProblem.AnotherUnderWay => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
