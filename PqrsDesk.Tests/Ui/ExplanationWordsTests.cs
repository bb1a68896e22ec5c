using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PqrsDesk.Domain.Calendars;
using Xunit;
using static PqrsDesk.Domain.Calendars.SampleCalendars;

namespace PqrsDesk.Ui;

public sealed class ExplanationWordsTests : IDisposable
{
    private static readonly BusinessCalendar Desk = Office.Calendar();

    private readonly (CultureInfo Culture, CultureInfo Ui) before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    [Fact]
    public void Each_day_is_a_sentence_in_Spanish()
    {
        var start = At("2026-03-20T15:30-05:00");

        Assert.Equal(
            [
                "viernes 20 de marzo de 2026: abierto 15:30–17:00, cuenta 1 h 30 min",
                "sábado 21 de marzo: cerrado",
                "domingo 22 de marzo: cerrado",
                "lunes 23 de marzo: festivo, Día de San José",
                "martes 24 de marzo: abierto 08:00–10:30, cuenta 2 h 30 min",
                "suma 4 h: vence el martes 24 de marzo de 2026 a las 10:30",
            ],
            In("es-CO").Due(Desk, start, Desk.Add(start, Minutes(240)), []));
    }

    [Fact]
    public void Each_day_is_a_sentence_in_English()
    {
        var start = At("2026-03-20T15:30-05:00");

        Assert.Equal(
            [
                "Friday, March 20, 2026: open 15:30–17:00, counts 1 h 30 min",
                "Saturday, March 21: closed",
                "Sunday, March 22: closed",
                "Monday, March 23: holiday, Día de San José",
                "Tuesday, March 24: open 08:00–10:30, counts 2 h 30 min",
                "adds up to 4 h: due on Tuesday, March 24, 2026 at 10:30",
            ],
            In("en-US").Due(Desk, start, Desk.Add(start, Minutes(240)), []));
    }

    [Fact]
    public void Pauses_are_told_where_they_take_open_hours_away()
    {
        Stretch[] pauses = [Pause("2026-03-19T09:00-05:00", "2026-03-19T10:15:30-05:00"), Pause("2026-03-20T06:00-05:00", "2026-03-20T20:00-05:00")];

        Assert.Equal(
            [
                "jueves 19 de marzo de 2026: abierto 08:00–12:00, 13:00–17:00, pausado de 09:00 a 10:15:30, cuenta 6 h 44 min 30 s",
                "viernes 20 de marzo: abierto 08:00–12:00, 13:00–16:00, pausado de 08:00 a 12:00, de 13:00 a 16:00, no cuenta",
            ],
            In("es-CO").Working(Desk, At("2026-03-19T06:00-05:00"), At("2026-03-20T16:00-05:00"), pauses));
    }

    [Fact]
    public void Special_days_and_hours_that_have_passed_say_so()
    {
        var calendar = (Office with
        {
            ExtraHolidays = [On("2026-03-26")],
            SpecialDates = [new(On("2026-03-24"), "Inventario", []), new(On("2026-03-25"), "Jornada corta", [Hours("09:00", "24:00")]), new(On("2026-03-27"), null, [Hours("09:00", "10:00")])],
        }).Calendar();

        Assert.Equal(
            [
                "viernes 20 de marzo de 2026: fuera del horario, no cuenta",
                "sábado 21 de marzo: cerrado",
                "domingo 22 de marzo: cerrado",
                "lunes 23 de marzo: festivo, Día de San José",
                "martes 24 de marzo: cerrado, Inventario",
                "miércoles 25 de marzo: horario especial, Jornada corta, abierto 09:00–24:00, cuenta 15 h",
                "jueves 26 de marzo: festivo",
                "viernes 27 de marzo: horario especial, abierto 09:00–10:00, cuenta 1 h",
            ],
            In("es-CO").Working(calendar, At("2026-03-20T18:00-05:00"), At("2026-03-27T11:00-05:00"), []));
    }

    [Fact]
    public void A_long_row_of_closed_days_is_one_sentence()
    {
        var sundays = Open(Bogota, Block(DayOfWeek.Sunday, "08:00", "09:00")).Calendar();

        Assert.Equal(
            [
                "domingo 27 de diciembre de 2026: abierto 08:00–09:00, cuenta 1 h",
                "del lunes 28 de diciembre al sábado 2 de enero de 2027: cerrado",
                "domingo 3 de enero: abierto 08:00–09:00, cuenta 1 h",
            ],
            In("es-CO").Working(sundays, At("2026-12-27T08:00-05:00"), At("2027-01-03T09:00-05:00"), []));
    }

    [Fact]
    public void A_day_on_which_the_clock_turns_shows_both_of_its_parts() =>
        Assert.Equal(
            ["domingo 1 de noviembre de 2026: abierto 00:00–02:00, 01:00–24:00, cuenta 25 h"],
            In("es-CO").Working(AroundTheClock("America/New_York").Calendar(), At("2026-11-01T00:00-04:00"), At("2026-11-02T00:00-05:00"), []));

    [Fact]
    public void The_middle_of_a_long_working_is_told_as_its_sum()
    {
        var words = In("es-CO");
        var (start, end) = (At("2026-01-02T08:00-05:00"), At("2036-01-02T17:00-05:00"));

        var lines = words.Working(Desk, start, end, []);

        Assert.InRange(lines.Count, 20, 70);
        var middle = Assert.Single(lines, line => line.EndsWith("en total", StringComparison.Ordinal));
        var (from, to) = (Desk.StartOf(On("2026-02-02")), Desk.StartOf(On("2035-12-03")));
        Assert.Equal($"del lunes 2 de febrero de 2026 al domingo 2 de diciembre de 2035: cuenta {words.Duration(Desk.Between(from, to))} en total", middle);
    }

    [Fact]
    public void A_term_is_counted_day_by_day()
    {
        Assert.Equal(
            [
                "radicado el viernes 20 de marzo de 2026: se cuenta desde el día siguiente",
                "sábado 21 de marzo: cerrado",
                "domingo 22 de marzo: cerrado",
                "lunes 23 de marzo: festivo, Día de San José",
                "día 1: martes 24 de marzo",
                "día 2: miércoles 25 de marzo",
                "vence el miércoles 25 de marzo de 2026 a las 23:59:59",
            ],
            In("es-CO").Term(Legal.Calendar(), On("2026-03-20"), 2));
        Assert.Equal(
            ["filed on Tuesday, March 24, 2026: counted from the day after", "day 1: Wednesday, March 25", "due on Wednesday, March 25, 2026 at 23:59:59"],
            In("en-US").Term(Legal.Calendar(), On("2026-03-24"), 1));
    }

    [Fact]
    public void The_middle_of_a_long_term_is_one_sentence()
    {
        var lines = In("es-CO").Term(Legal.Calendar(), On("2026-03-20"), 1_000);

        Assert.Contains(lines, line => line.StartsWith("días 32 a 969: del ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("día 31: ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("día 970: ", StringComparison.Ordinal));
        Assert.StartsWith("día 1000: ", lines[^2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0:00:00", "0 min")]
    [InlineData("0:00:01.5", "1,5 s")]
    [InlineData("1:00:00", "1 h")]
    [InlineData("2:05:00", "2 h 5 min")]
    [InlineData("51.10:00:20", "1.234 h 20 s")]
    public void Lengths_are_told_without_what_is_nought(string length, string words) =>
        Assert.Equal(words, In("es-CO").Duration(TimeSpan.Parse(length, CultureInfo.InvariantCulture)));

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;

    private static ExplanationWords In(string language)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var factory = new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance);
        return new ExplanationWords(new StringLocalizer<ExplanationTexts>(factory));
    }
}
