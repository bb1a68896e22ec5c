using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace PqrsDesk.Domain.Calendars;

/// <summary>What holds of every calendar, span and pause, in zones that turn their clocks.</summary>
public class CalendarProperties
{
    private static readonly IReadOnlyList<Stretch> None = [];

    [Fact]
    public void Measuring_agrees_with_looking_at_every_minute() => Holds(200, it =>
        it.Calendar.Between(it.Start, it.End) == it.Oracle.Between(it.Start, it.End, None));

    [Fact]
    public void Measuring_around_pauses_agrees_with_looking_at_every_minute() => Holds(200, it =>
        it.Calendar.Between(it.Start, it.End, it.Pauses) == it.Oracle.Between(it.Start, it.End, it.Pauses));

    [Fact]
    public void Adding_agrees_with_looking_at_every_minute() => Holds(200, it =>
        SameWithin(it, it.Calendar.Add(it.Start, it.Work), None));

    [Fact]
    public void Adding_around_pauses_agrees_with_looking_at_every_minute() => Holds(200, it =>
        SameWithin(it, it.Calendar.Add(it.Start, it.Work, it.Pauses), it.Pauses));

    [Fact]
    public void Rule_2_open_is_what_the_wall_clock_says() => Holds(1000, it =>
        it.Calendar.IsOpen(it.Start) == it.Oracle.IsOpen(it.Start));

    [Fact]
    public void Adding_then_measuring_gives_the_working_time_back() => Holds(1000, it =>
        it.Calendar.Between(it.Start, it.Calendar.Add(it.Start, it.Work)) == it.Work
        && it.Calendar.Between(it.Start, it.Calendar.Add(it.Start, it.Work, it.Pauses), it.Pauses) == it.Work);

    [Fact]
    public void Rule_3_due_is_the_earliest_instant_at_which_the_target_has_elapsed() => Holds(1000, it =>
        it.Work == TimeSpan.Zero
        || it.Calendar.Between(it.Start, it.Calendar.Add(it.Start, it.Work, it.Pauses).AddTicks(-1), it.Pauses) < it.Work);

    [Fact]
    public void Zero_working_time_from_anywhere_is_open_and_after_closed_time_only() => Holds(1000, it =>
        it.Calendar.Add(it.Start, TimeSpan.Zero) is var open
        && it.Calendar.IsOpen(open)
        && it.Calendar.Between(it.Start, open) == TimeSpan.Zero);

    [Fact]
    public void A_later_start_or_more_work_is_never_due_earlier() => Holds(1000, it =>
        it.Calendar.Add(it.Start, it.Work, it.Pauses) is var due
        && it.Calendar.Add(it.End, it.Work, it.Pauses) >= due
        && it.Calendar.Add(it.Start, it.Work + TimeSpan.FromTicks(1), it.Pauses) >= due);

    [Fact]
    public void A_span_is_the_sum_of_its_parts() => Holds(1000, it =>
        it.Start + ((it.End - it.Start) * 0.37) is var middle
        && it.Calendar.Between(it.Start, middle) + it.Calendar.Between(middle, it.End) == it.Calendar.Between(it.Start, it.End)
        && it.Calendar.Between(it.Start, middle, it.Pauses) + it.Calendar.Between(middle, it.End, it.Pauses)
            == it.Calendar.Between(it.Start, it.End, it.Pauses));

    [Fact]
    public void Pauses_are_the_same_as_measuring_what_they_leave() => Holds(1000, it =>
        new Stretch(it.Start, it.End).Without(it.Pauses).Sum(part => it.Calendar.Between(part.From, part.To).Ticks)
            == it.Calendar.Between(it.Start, it.End, it.Pauses).Ticks);

    [Fact]
    public void Pauses_may_come_in_any_order() => Holds(500, it =>
        it.Calendar.Add(it.Start, it.Work, it.Pauses) == it.Calendar.Add(it.Start, it.Work, [.. it.Pauses.Reverse()]));

    [Fact]
    public void The_explanation_adds_up_day_by_day() => Holds(500, it =>
    {
        var days = it.Calendar.Explain(it.Start, it.End, it.Pauses).ToList();
        Assert.Equal(it.Calendar.Between(it.Start, it.End, it.Pauses).Ticks, days.Sum(day => day.Worked.Ticks));
        Assert.Equal(
            it.Calendar.Between(it.Start, it.End).Ticks,
            days.Sum(day => day.Open.Sum(open => open.Length.Ticks)));
        foreach (var day in days)
        {
            Assert.Equal(day.Worked.Ticks, day.Counted.Sum(part => part.Length.Ticks));
            Assert.Equal(
                day.Open.Sum(part => part.Length.Ticks), day.Worked.Ticks + day.Paused.Sum(part => part.Length.Ticks));
            Assert.All(day.Open, part => Assert.Equal(day.Date, it.Calendar.DateOf(part.From)));
        }

        Assert.Equal(days.Select((_, index) => days[0].Date.AddDays(index)), days.Select(day => day.Date));
        return true;
    });

    [Fact]
    public void Business_days_agree_with_walking_from_date_to_date() => Holds(500, it =>
    {
        var from = it.Calendar.DateOf(it.Start);
        var days = (int)(it.Work.TotalMinutes / 10);
        var last = from;
        for (var left = days; left > 0;)
        {
            last = last.AddDays(1);
            if (it.Oracle.IsBusinessDay(last)) left--;
        }

        return it.Calendar.AddBusinessDays(from, days) == last && it.Calendar.BusinessDaysBetween(from, last) == days;
    });

    [Fact]
    public void A_date_is_all_that_the_wall_clock_calls_by_its_name() => Holds(500, it =>
        it.Calendar.DateOf(it.Start) is var date
        && date == DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(it.Start, it.Calendar.Zone).DateTime)
        && it.Calendar.StartOf(date) <= it.Start
        && it.Start < it.Calendar.EndOf(date).AddSeconds(1)
        && it.Calendar.DateOf(it.Calendar.EndOf(date)) == date);

    private static bool SameWithin(Situation it, DateTimeOffset due, IReadOnlyList<Stretch> pauses)
    {
        // The oracle walks to the answer and no further, so a due date months away costs seconds: look at four weeks.
        var horizon = it.Start.AddDays(28);
        var expected = it.Oracle.Add(it.Start, it.Work, pauses, horizon);
        return expected is null ? due >= horizon : due == expected;
    }

    private static void Holds(int times, Func<Situation, bool> property) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(times),
        Prop.ForAll(Situations.Any, property));
}
