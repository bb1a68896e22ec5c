namespace PqrsDesk.Ui;

/// <summary>The time zone in which the desk reads every instant. Cascades from the root.</summary>
public sealed record DeskZone(TimeZoneInfo Zone)
{
    public const string DefaultId = "America/Bogota";

    public static DeskZone Default { get; } = Of(DefaultId);

    public static DeskZone Of(string id) => new(TimeZoneInfo.FindSystemTimeZoneById(id));

    public DateTimeOffset LocalOf(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);
}
