using System.Globalization;

namespace PqrsDesk.Ui;

/// <summary>What is a person's own: their day, their results, and how they want the desk to be.</summary>
public static partial class DeskUrls
{
    public const string Me = "/yo";
    public const string Preferences = "/yo/preferencias";

    /// <param name="days">How far back the results look; null: as usual.</param>
    public static string MeOf(int? days) => With(Me, [(DaysParameter, days?.ToString(CultureInfo.InvariantCulture))]);
}
