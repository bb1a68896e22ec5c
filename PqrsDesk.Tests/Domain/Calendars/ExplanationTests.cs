using Xunit;
using static PqrsDesk.Domain.Calendars.SampleCalendars;

namespace PqrsDesk.Domain.Calendars;

public class ExplanationTests
{
    private static readonly BusinessCalendar Desk = (Office with
    {
        ExtraHolidays = [On("2026-03-25")],
        SpecialDates = [new SpecialDate(On("2026-03-24"), "Inventario", [])],
    }).Calendar();

    [Fact]
    public void Rule_10_each_date_says_what_counted_and_why_the_rest_did_not()
    {
        var start = At("2026-03-20T15:30-05:00");
        Stretch[] pauses = [Pause("2026-03-20T16:00-05:00", "2026-03-20T16:15-05:00")];
        var due = Desk.Add(start, Minutes(120), pauses);
        var days = Desk.Explain(start, due, pauses).ToList();

        Assert.Equal(At("2026-03-26T08:45-05:00"), due);
        Assert.Equal(
            [
                new DayRule.Weekly(),
                new DayRule.NoHours(),
                new DayRule.NoHours(),
                new DayRule.Holiday("Día de San José"),
                new DayRule.Special("Inventario", Opens: false),
                new DayRule.Holiday(null),
                new DayRule.Weekly(),
            ],
            days.Select(day => day.Rule));
        Assert.Equal([75, 0, 0, 0, 0, 0, 45], days.Select(day => day.Worked.TotalMinutes));
        Assert.Equal(On("2026-03-20"), days[0].Date);
        Assert.Equal([Pause("2026-03-20T15:30-05:00", "2026-03-20T17:00-05:00")], days[0].Open);
        Assert.Equal(pauses, days[0].Paused);
        Assert.Equal(
            [Pause("2026-03-20T15:30-05:00", "2026-03-20T16:00-05:00"), Pause("2026-03-20T16:15-05:00", "2026-03-20T17:00-05:00")],
            days[0].Counted);
    }

    [Fact]
    public void Pauses_that_touch_or_overlap_are_told_as_one()
    {
        Stretch[] pauses =
        [
            Pause("2026-03-20T09:30-05:00", "2026-03-20T10:00-05:00"),
            Pause("2026-03-20T09:00-05:00", "2026-03-20T09:30-05:00"),
            Pause("2026-03-20T09:10-05:00", "2026-03-20T09:20-05:00"),
        ];
        var day = Assert.Single(Desk.Explain(At("2026-03-20T08:00-05:00"), At("2026-03-20T12:00-05:00"), pauses));
        Assert.Equal([Pause("2026-03-20T09:00-05:00", "2026-03-20T10:00-05:00")], day.Paused);
        Assert.Equal(TimeSpan.FromHours(3), day.Worked);
    }

    [Fact]
    public void A_span_that_ends_at_midnight_does_not_reach_into_the_next_date()
    {
        var always = AroundTheClock(Bogota).Calendar();
        var start = At("2026-03-20T00:00-05:00");
        Assert.Single(always.Explain(start, start.AddDays(1), []));
        Assert.Equal(TimeSpan.Zero, Assert.Single(always.Explain(start, start, [])).Worked);
    }

    [Fact]
    public void An_end_before_the_start_has_nothing_to_explain() =>
        Assert.Empty(Desk.Explain(At("2026-03-20T15:30Z"), At("2026-03-20T15:00Z"), []));
}
