using PqrsDesk.Domain.Calendars;
using Xunit;

namespace PqrsDesk.Domain.Availability;

/// <summary>Months worked out by hand.</summary>
public class AvailabilityTests
{
    private static readonly TimeZoneInfo Bogota = TimeZoneInfo.FindSystemTimeZoneById("America/Bogota");
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
    private static readonly DateOnly March = new(2026, 3, 1);

    [Fact]
    public void Four_hours_and_a_half_of_a_month_of_thirty_one_days()
    {
        // 31 × 1,440 = 44,640 min; 240 + 30 × 50 % = 255 min; 44,385 / 44,640 = 99.4287…
        var month = Month(Book(At("2026-04-15T00:00Z"), [Full("2026-03-10T08:00-05:00", "2026-03-10T12:00-05:00"), Partial("2026-03-11T08:00-05:00", "2026-03-11T08:30-05:00", 50)]));
        Assert.Equal((44_640, 255), (month.Counted.Committed.TotalMinutes, month.Counted.Down.TotalMinutes));
        Assert.Equal(99.428m, month.Percent);
        Assert.False(month.IsUnderWay);
    }

    [Fact]
    public void Planned_work_is_taken_out_of_both()
    {
        var month = Month(Book(At("2026-04-15T00:00Z"), [Full("2026-03-10T08:00-05:00", "2026-03-10T12:00-05:00")], [Planned("2026-03-10T10:00-05:00", "2026-03-10T14:00-05:00")]));
        Assert.Equal((44_640 - 240, 120, 240), (month.Counted.Committed.TotalMinutes, month.Counted.Down.TotalMinutes, month.Counted.PlannedOut.TotalMinutes));
    }

    [Fact]
    public void Over_support_hours_only_what_is_in_them_counts()
    {
        // March 2026 has 22 working days; the 23rd (San José) is a holiday: 21 × 9 h.
        var hours = BusinessCalendar.From(new CalendarDefinition { TimeZone = "America/Bogota", HolidayCountry = "CO", Weekly = HoursBlock.Weekdays(new LocalHours(TimeSpan.FromHours(8), TimeSpan.FromHours(17))) });
        var month = Month(Book(At("2026-04-15T00:00Z"), [Full("2026-03-10T16:00-05:00", "2026-03-11T09:00-05:00")], hours: hours));
        Assert.Equal((21 * 9 * 60, 120), (month.Counted.Committed.TotalMinutes, month.Counted.Down.TotalMinutes));
    }

    [Fact]
    public void A_month_is_an_hour_shorter_where_the_clock_is_set_forward()
    {
        var book = Book(new DateTimeOffset(2026, 12, 5, 0, 0, 0, TimeSpan.Zero), [], zone: NewYork);
        Assert.Equal(31 * 24 - 1, book.Month(book.Products[0], March).Counted.Committed.TotalHours);
        Assert.Equal(30 * 24 + 1, book.Month(book.Products[0], new(2026, 11, 1)).Counted.Committed.TotalHours);
    }

    [Fact]
    public void What_is_under_way_counts_up_to_now()
    {
        var month = Month(Book(At("2026-03-11T00:00-05:00"), [Full("2026-03-10T12:00-05:00", null)]));
        Assert.Equal((10 * 24, 12), (month.Counted.Committed.TotalHours, month.Counted.Down.TotalHours));
        Assert.Equal(95m, month.Percent);
        Assert.True(month.IsUnderWay);
    }

    [Fact]
    public void Months_before_it_was_there_and_after_now_are_blank_and_its_first_one_counts_from_its_first_day()
    {
        var book = Book(At("2026-04-15T00:00-05:00"), [], watch: new PlatformWatch { ProductId = 1, Since = new(2026, 3, 16), Target = 99.9m });
        Assert.Equal([null, 100m, 100m, null], new[] { 2, 3, 4, 5 }.Select(month => book.Month(book.Products[0], new(2026, month, 1)).Percent));
        Assert.Equal(16 * 24, Month(book).Counted.Committed.TotalHours);
        Assert.Null(book.Month(book.Products[0], new(2026, 2, 1)).IsMet);
        Assert.True(Month(book).IsMet);
    }

    [Fact]
    public void A_month_all_of_which_was_planned_has_no_percent()
    {
        var book = Book(At("2026-04-15T00:00Z"), [Full("2026-03-10T12:00-05:00", "2026-03-10T13:00-05:00")], [Planned("2026-02-28T00:00-05:00", "2026-04-02T00:00-05:00")]);
        Assert.Null(Month(book).Percent);
    }

    [Fact]
    public void A_lost_second_is_not_a_hundred_percent_and_misses_a_hundred()
    {
        var book = Book(At("2026-04-15T00:00Z"), [Full("2026-03-10T12:00:00-05:00", "2026-03-10T12:00:01-05:00")], watch: new PlatformWatch { ProductId = 1, Target = 100 });
        Assert.Equal(99.999m, Month(book).Percent);
        Assert.False(Month(book).IsMet);
    }

    [Fact]
    public void The_strictest_contract_of_the_month_decides_and_the_own_aim_where_there_is_none()
    {
        AvailabilityPromise[] promises = [new(1, new(2026, 1, 1), new(2026, 3, 1), 99.5m, "A"), new(1, new(2026, 3, 31), new(2026, 12, 31), 99.9m, "B"), new(2, new(2026, 1, 1), new(2026, 12, 31), 100m, "C")];
        var book = Book(At("2026-04-15T00:00Z"), [], watch: new PlatformWatch { ProductId = 1, Target = 99 }, promises: promises);
        Assert.Equal(new(99.9m, "B"), Month(book).Goal);
        Assert.Equal(new(99.5m, "A"), book.Month(book.Products[0], new(2026, 2, 1)).Goal);
        Assert.Equal(new(99m, null), book.Month(book.Products[0], new(2025, 12, 1)).Goal);
    }

    [Fact]
    public void A_contract_is_judged_over_its_own_hours_across_the_turn_of_a_month()
    {
        // Down from ten in the evening of 31 March to six in the morning of 1 April; from midnight to two it was planned. The platform is served 8 to 17.
        var hours = BusinessCalendar.From(new CalendarDefinition { TimeZone = "America/Bogota", HolidayCountry = "CO", Weekly = HoursBlock.Weekdays(new LocalHours(TimeSpan.FromHours(8), TimeSpan.FromHours(17))) });
        AvailabilityPromise[] promises = [new(1, new(2026, 3, 1), new(2026, 4, 15), 99.9m, "N") { Hours = LocalSpans.DayAndNight(Bogota) }, new(1, new(2026, 3, 1), new(2026, 12, 31), 99.5m, "O")];
        var book = Book(At("2026-05-02T00:00Z"), [Full("2026-03-31T22:00-05:00", "2026-04-01T06:00-05:00")], [Planned("2026-04-01T00:00-05:00", "2026-04-01T02:00-05:00")], hours: hours, promises: promises);

        // March: 44,640 min, 120 of them down: 99.731 %. April, of which 15 days are promised: 21,600 less the 120 of planned work, 240 down: 98.882 %.
        Assert.Equal([("N", 44_640d, 120d, false), ("O", 21 * 9 * 60d, 0d, true)], Told(book.Promised(book.Products[0], March)));
        Assert.Equal(99.731m, book.Promised(book.Products[0], March)[0].Counted.Percent);
        var april = book.Promised(book.Products[0], new(2026, 4, 1));
        Assert.Equal(("N", 21_480d, 240d, false), Told(april)[0]);
        Assert.Equal((98.882m, false, new DateOnly(2026, 4, 15)), (april[0].Counted.Percent, april[0].IsWholeMonth, april[0].Until));
        Assert.True(april[1] is { IsKept: true, IsWholeMonth: true });

        // The platform's own month stays over its hours, and a contract that was not kept says so.
        Assert.Equal((100m, false), (Month(book).Percent, Month(book).IsMet));

        static IReadOnlyList<(string, double, double, bool)> Told(IReadOnlyList<PromisedAvailability> promised) =>
            [.. promised.Select(each => (each.Promise.Contract, each.Counted.Committed.TotalMinutes, each.Counted.Down.TotalMinutes, each.IsKept == true))];
    }

    [Fact]
    public void Planned_work_comes_again_at_the_same_hour_of_the_wall()
    {
        var work = new PlannedDowntime { ProductId = 1, From = At("2026-03-01T02:00-05:00"), Until = At("2026-03-01T04:00-05:00"), Reason = "Copias", Repeat = PlannedRepeat.Weekly, RepeatsUntil = new(2026, 3, 22) };
        var times = work.Within(Stretch.After(At("2026-03-01T00:00Z")), NewYork).ToList();

        // On the 8th New York has no two o'clock: the first instant after it.
        Assert.Equal(["03-01 02:00", "03-08 03:00", "03-15 02:00", "03-22 02:00"], times.Select(time => TimeZoneInfo.ConvertTime(time.From, NewYork).ToString("MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(times, time => Assert.Equal(TimeSpan.FromHours(2), time.Length));

        var monthly = new PlannedDowntime { ProductId = 1, From = At("2026-01-31T02:00-05:00"), Until = At("2026-01-31T03:00-05:00"), Reason = "Copias", Repeat = PlannedRepeat.Monthly, RepeatsUntil = new(2026, 4, 30) };
        Assert.Equal([31, 28, 31, 30], monthly.Within(Stretch.After(At("2026-01-01T00:00Z")), Bogota).Select(time => TimeZoneInfo.ConvertTime(time.From, Bogota).Day));
    }

    [Fact]
    public void Cancelled_work_keeps_what_is_past_and_ends_what_is_under_way()
    {
        var work = new PlannedDowntime { ProductId = 1, From = At("2026-03-01T02:00-05:00"), Until = At("2026-03-01T04:00-05:00"), Reason = "Copias", Repeat = PlannedRepeat.Weekly, RepeatsUntil = new(2026, 3, 22) };
        Assert.Equal(AvailabilityProblem.ReasonMissing, work.Cancel(" ", "Ana", Bogota, At("2026-03-08T03:00-05:00"))!.Problem);
        Assert.Null(work.Cancel("Ya no hace falta", "Ana", Bogota, At("2026-03-08T03:00-05:00")));
        Assert.Equal([2, 1], work.Within(Stretch.After(At("2026-01-01T00:00Z")), Bogota).Select(time => time.Length.TotalHours));
        Assert.Equal(AvailabilityProblem.PlannedCancelled, work.Cancel("Otra vez", "Ana", Bogota, At("2026-03-08T03:30-05:00"))!.Problem);
    }

    [Fact]
    public void What_nobody_can_have_announced_is_refused()
    {
        var work = new PlannedDowntime { ProductId = 1, From = At("2026-03-01T02:00-05:00"), Until = At("2026-03-01T04:00-05:00"), Reason = "Copias", AnnouncedAt = At("2026-03-01T02:00-05:00") };
        Assert.Equal(AvailabilityProblem.AnnouncedLate, work.Refuse(Bogota)!.Problem);
    }

    [Fact]
    public void An_outage_keeps_its_history_and_says_why_not()
    {
        var now = At("2026-03-10T12:00-05:00");
        Assert.Null(Outage.Record(1, new(now.AddMinutes(1), null, OutageReach.Full, null, "Caída"), null, "Ana", now, out var refusal));
        Assert.Equal(new(AvailabilityProblem.StartFuture, "From"), refusal);
        Assert.Null(Outage.Record(1, new(now, now.AddHours(-1), OutageReach.Full, null, "Caída"), null, "Ana", now, out refusal));
        Assert.Equal(AvailabilityProblem.EndBeforeStart, refusal!.Problem);
        Assert.Null(Outage.Record(1, new(now, null, OutageReach.Partial, 100, "Caída"), null, "Ana", now, out refusal));
        Assert.Equal(AvailabilityProblem.PercentInvalid, refusal!.Problem);
        Assert.Null(Outage.Record(1, new(now, null, OutageReach.Full, null, new string('a', 201)), null, "Ana", now, out refusal));
        Assert.Equal(new(AvailabilityProblem.TextTooLong, "Summary", "200"), refusal);

        var outage = Outage.Record(1, new(now.AddHours(-2), null, OutageReach.Full, null, " Caída "), null, "Ana", now, out _)!;
        Assert.Equal("Caída", outage.Summary);
        Assert.Equal(AvailabilityProblem.NothingChanged, outage.Change(outage.Details, "Luis", now)!.Problem);
        Assert.Null(outage.Change(outage.Details with { Reach = OutageReach.Partial, Percent = 30 }, "Luis", now));
        Assert.Equal(AvailabilityProblem.EndFuture, outage.Close(now.AddMinutes(1), null, "Luis", now)!.Problem);
        Assert.Null(outage.Close(now, "Listo", "Luis", now));
        Assert.Equal(AvailabilityProblem.NotUnderWay, outage.Close(now, null, "Luis", now)!.Problem);
        Assert.Equal(AvailabilityProblem.ReasonMissing, outage.Reopen("", "Luis", now)!.Problem);
        Assert.Null(outage.Reopen("Volvió", "Luis", now));
        Assert.Null(outage.Void("Era otra", "Luis", now));
        Assert.Equal(AvailabilityProblem.OutageVoided, outage.Say("?", false, "Luis", now)!.Problem);
        Assert.Equal([OutageStep.Recorded, OutageStep.Changed, OutageStep.Closed, OutageStep.Reopened, OutageStep.Voided], outage.Updates.Select(update => update.Step));
    }

    [Theory]
    [InlineData(PlatformState.Operational, false)]
    [InlineData(PlatformState.PlannedWork, true)]
    [InlineData(PlatformState.Degraded, true, OutageReach.Partial)]
    [InlineData(PlatformState.Down, true, OutageReach.Partial, OutageReach.Full)]
    public void The_worst_is_what_is_shown(PlatformState shown, bool planned, params OutageReach[] underWay) => Assert.Equal(shown, PlatformStates.Of(underWay, planned));

    private static MonthAvailability Month(AvailabilityBook book) => book.Month(book.Products[0], March);

    private static AvailabilityBook Book(
        DateTimeOffset now, IReadOnlyList<Outage> outages, IReadOnlyList<PlannedDowntime>? planned = null, BusinessCalendar? hours = null, PlatformWatch? watch = null, TimeZoneInfo? zone = null, IReadOnlyList<AvailabilityPromise>? promises = null) =>
        new(zone ?? Bogota, now, [new WatchedProduct(1, "App móvil", true, hours ?? LocalSpans.DayAndNight(zone ?? Bogota), null, watch)], outages, planned ?? [], promises ?? []);

    private static Outage Full(string from, string? until) => new() { ProductId = 1, From = At(from), Until = until is null ? null : At(until), Reach = OutageReach.Full, Summary = "Caída" };

    private static Outage Partial(string from, string until, int percent) =>
        Outage.Record(1, new(At(from), At(until), OutageReach.Partial, percent, "Falla"), null, "Ana", At(until), out _)!;

    private static PlannedDowntime Planned(string from, string until) => new() { ProductId = 1, From = At(from), Until = At(until), Reason = "Copias" };

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
