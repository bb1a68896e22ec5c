using PqrsDesk.Domain.Calendars;
using Xunit;
using static PqrsDesk.Domain.Pricing.Priced;

namespace PqrsDesk.Domain.Pricing;

/// <summary>How many people it takes to keep the hours of a calendar, against what was worked out by hand.</summary>
public sealed class StaffingTests
{
    /// <summary>2026: 19 holidays from Monday to Friday. 42 h × 52 = 2,184 h less (19 + 15) days of 8.4 h = 1,898.4 h, less 3 % sick = 1,841.45 h: 35.4125 h a week.</summary>
    [Fact]
    public void One_seat_day_and_night_takes_nearly_five()
    {
        var sheet = Sheet(offer: Offer(Always));
        Assert.Equal(8.4m, sheet[PriceLineCode.DayHours]);
        Assert.Equal(2184m, sheet[PriceLineCode.GrossHours]);
        Assert.Equal(34m, sheet[PriceLineCode.AbsentDays]);
        Assert.Equal(1841.45m, sheet[PriceLineCode.NetHours]);
        Assert.Equal(35.4125m, sheet[PriceLineCode.NetWeek]);

        // 168 h and a quarter of an hour at each of 21 changes of shift: 173.25 h.
        Assert.Equal(168m, sheet[PriceLineCode.CoverHours]);
        Assert.Equal(173.25m, sheet[PriceLineCode.SeatHours]);
        Assert.Equal(4.8923m, sheet[PriceLineCode.CoverPeople]);
        Assert.Equal(5m, sheet[PriceLineCode.CoverWhole]);
    }

    [Fact]
    public void Two_seats_take_twice_as_many_and_four_customers_share_them()
    {
        var sheet = Sheet(Factors((PriceFactor.Seats, 2), (PriceFactor.SharedBy, 4)), Offer(Always));
        Assert.Equal(346.5m, sheet[PriceLineCode.SeatHours]);
        Assert.Equal(9.7847m, sheet[PriceLineCode.CoverPeople]);
        Assert.Equal(10m, sheet[PriceLineCode.CoverWhole]);
        Assert.Equal(2.4462m, sheet[PriceLineCode.CoverShare]);
    }

    /// <summary>Closed on holidays: only the vacation is stood in for. (2,184 − 15 × 8.4) × 0.97 = 1,996.26 h, 38.3896 h a week; 40 h × 1.03125 = 41.25 h.</summary>
    [Fact]
    public void Office_hours_take_a_little_more_than_one()
    {
        var sheet = Sheet(offer: Offer(Office));
        Assert.Equal(1996.26m, sheet[PriceLineCode.NetHours]);
        Assert.Equal(41.25m, sheet[PriceLineCode.SeatHours]);
        Assert.Equal(1.0745m, sheet[PriceLineCode.CoverPeople]);
        Assert.Equal(2m, sheet[PriceLineCode.CoverWhole]);
    }

    /// <summary>44 h until 14 July 2026, without handovers: (2,288 − 34 × 8.8) × 0.97 = 1,929.14 h, 37.0988 h a week; 168 ÷ 37.0988.</summary>
    [Fact]
    public void A_longer_week_takes_fewer()
    {
        var model = PriceModel.Usual.With(PriceParameter.WeeklyHours, 44).With(PriceParameter.Handover, 0);
        Assert.Equal(4.5284m, Sheet(offer: Offer(Always), model: model)[PriceLineCode.CoverPeople]);
    }

    /// <summary>2025: 18 names, two on 30 June, and 20 July is a Sunday. 2027: 19, of which 1 May, 7 August and 25 December are Saturdays.</summary>
    [Theory]
    [InlineData(2026, 5, 19)]
    [InlineData(2025, 5, 16)]
    [InlineData(2027, 5, 16)]
    [InlineData(2027, 6, 19)]
    [InlineData(2026, 7, 19)]
    public void Holidays_off_are_those_on_working_days_and_two_on_one_date_are_one(int year, int workDays, int off) => Assert.Equal(off, CoverHours.HolidaysOff(year, workDays));

    [Fact]
    public void A_calendar_says_how_many_hours_its_week_has()
    {
        var office = CoverHours.Of(new CalendarDefinition { Name = "Oficina", TimeZone = "America/Bogota", Weekly = HoursBlock.Weekdays(new LocalHours(TimeSpan.FromHours(8), TimeSpan.FromHours(12)), new LocalHours(TimeSpan.FromHours(13), TimeSpan.FromMinutes(1050))), HolidayCountry = "CO" });
        Assert.Equal(new CoverHours("Oficina", 42.5m, ClosesOnHolidays: true), office);
        Assert.Equal(new CoverHours("24 × 7", 168, ClosesOnHolidays: false), CoverHours.Of(new CalendarDefinition { Name = "24 × 7", TimeZone = "America/Bogota", Weekly = HoursBlock.AroundTheClock }));
    }

    [Fact]
    public void Whoever_keeps_the_hours_does_the_work_meanwhile()
    {
        var quiet = Sheet(Factors((PriceFactor.Cases, 1)));
        Assert.Equal(quiet[PriceLineCode.CoverShare], quiet[PriceLineCode.People]);
        var busy = Sheet(Factors((PriceFactor.Cases, 5_000)));
        Assert.Equal(busy[PriceLineCode.WorkPeople], busy[PriceLineCode.People]);
        Assert.True(busy[PriceLineCode.People] > quiet[PriceLineCode.People]);
    }
}
