using System.Text.Json.Serialization;

namespace PqrsDesk.Domain.Calendars;

/// <summary>Open hours of one weekday, as times since local midnight. A shift over midnight is two blocks.</summary>
public sealed record HoursBlock(
    [property: JsonConverter(typeof(JsonStringEnumConverter<DayOfWeek>))] DayOfWeek Day,
    TimeSpan From,
    TimeSpan To)
{
    private static readonly DayOfWeek[] WorkingWeek =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday,
    ];

    /// <summary>Never closed: 24 hours, seven days.</summary>
    public static IReadOnlyList<HoursBlock> AroundTheClock { get; } =
        [.. Enum.GetValues<DayOfWeek>().Select(day => new HoursBlock(day, TimeSpan.Zero, TimeSpan.FromHours(24)))];

    /// <summary>Monday to Friday, the whole day: for calendars that only count days.</summary>
    public static IReadOnlyList<HoursBlock> WholeWeekdays { get; } = Weekdays(LocalHours.AllDay);

    /// <summary>The same hours from Monday to Friday.</summary>
    public static IReadOnlyList<HoursBlock> Weekdays(params LocalHours[] hours) =>
        [.. WorkingWeek.SelectMany(day => hours.Select(each => new HoursBlock(day, each.From, each.To)))];
}
