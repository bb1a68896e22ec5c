namespace PqrsDesk.Domain.Calendars;

/// <summary>A half-open interval of one local day, as times since midnight. <c>To</c> may be 24:00.</summary>
public sealed record LocalHours(TimeSpan From, TimeSpan To)
{
    public static LocalHours AllDay { get; } = new(TimeSpan.Zero, TimeSpan.FromHours(24));

    /// <summary>Neither empty nor reversed nor outside the day.</summary>
    public bool IsProper => TimeSpan.Zero <= From && From < To && To <= TimeSpan.FromHours(24);

    public bool Overlaps(LocalHours other) => From < other.To && other.From < To;
}
