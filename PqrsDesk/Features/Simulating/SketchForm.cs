namespace PqrsDesk.Features.Simulating;

/// <summary>A calendar sketched by hand: the hours of each weekday as one line of text.</summary>
public sealed class SketchForm
{
    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<DayOfWeek> Week { get; } = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public string Zone { get; set; } = "America/Bogota";
    public bool NationalHolidays { get; set; } = true;

    /// <summary>Dates as <c>2026-03-30</c>, separated by commas, spaces or lines.</summary>
    public string Holidays { get; set; } = "";

    /// <summary>Blocks as <c>08:00-12:00</c>, separated by commas; empty: closed. By weekday.</summary>
    public string[] Hours { get; } = [.. Enum.GetValues<DayOfWeek>().Select(day => day is DayOfWeek.Saturday or DayOfWeek.Sunday ? "" : "08:00-12:00, 13:00-17:00")];
}
