namespace PqrsDesk.Domain.Calendars;

/// <summary>A holiday by name. Two may share a date.</summary>
public sealed record Holiday(DateOnly Date, string Name);

/// <summary>The national holidays of Colombia, computed.</summary>
/// <remarks>
/// Ley 51 of 1983 ("Ley Emiliani"), in force since 1984: some keep their date, the others move to the next Monday unless
/// they already fall on one. Ley 2578 of 1 June 2026, art. 6, adds 9 July, moved in the same way. Names are shown to
/// people and are those in official use.
/// </remarks>
public static class ColombianHolidays
{
    public const int FirstYear = 1984;
    public const int LastYear = 2399;

    private const int ChiquinquiraSince = 2026;

    /// <summary>In order of date. A date that carries two names is in the list twice (such as 1 July 2019).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Before 1984 another law ruled; after 2399 nothing is promised.</exception>
    public static IReadOnlyList<Holiday> For(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
        return [.. InYear(year).OrderBy(holiday => holiday.Date)];
    }

    private static IEnumerable<Holiday> InYear(int year)
    {
        yield return Kept(1, 1, "Año Nuevo");
        yield return Kept(5, 1, "Día del Trabajo");
        yield return Kept(7, 20, "Día de la Independencia");
        yield return Kept(8, 7, "Batalla de Boyacá");
        yield return Kept(12, 8, "Inmaculada Concepción");
        yield return Kept(12, 25, "Navidad");

        yield return Moved(1, 6, "Día de los Reyes Magos");
        yield return Moved(3, 19, "Día de San José");
        yield return Moved(6, 29, "San Pedro y San Pablo");
        if (year >= ChiquinquiraSince) yield return Moved(7, 9, "Nuestra Señora del Rosario de Chiquinquirá");
        yield return Moved(8, 15, "Asunción de la Virgen");
        yield return Moved(10, 12, "Día de la Diversidad Étnica y Cultural");
        yield return Moved(11, 1, "Todos los Santos");
        yield return Moved(11, 11, "Independencia de Cartagena");

        var easter = EasterSunday(year);
        yield return new Holiday(easter.AddDays(-3), "Jueves Santo");
        yield return new Holiday(easter.AddDays(-2), "Viernes Santo");
        yield return new Holiday(NextMonday(easter.AddDays(39)), "Ascensión del Señor");
        yield return new Holiday(NextMonday(easter.AddDays(60)), "Corpus Christi");
        yield return new Holiday(NextMonday(easter.AddDays(68)), "Sagrado Corazón de Jesús");

        Holiday Kept(int month, int day, string name) => new(new DateOnly(year, month, day), name);
        Holiday Moved(int month, int day, string name) => new(NextMonday(new DateOnly(year, month, day)), name);
    }

    private static DateOnly NextMonday(DateOnly date) =>
        date.AddDays(((int)DayOfWeek.Monday - (int)date.DayOfWeek + 7) % 7);

    /// <summary>Gregorian Easter, by the rule of Meeus and Butcher.</summary>
    private static DateOnly EasterSunday(int year)
    {
        var (century, yearOfCentury) = Math.DivRem(year, 100);
        var golden = year % 19;
        var moonCorrection = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - (century / 4) - moonCorrection + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - epact - (yearOfCentury % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var (month, day) = Math.DivRem(epact + weekday - (7 * late) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
