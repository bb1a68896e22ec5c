using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace PqrsDesk.Domain.Calendars;

/// <summary>The properties are worth what they are asked of: situations hold all that the engine promises to be right about.</summary>
public sealed class SituationTests
{
    private const int Asked = 1_000;
    private const int AtLeast = 20;
    private static readonly List<Situation> Some = [.. Situations.Any.Generator.Sample(Asked, new Rnd(2578, 1), 50)];

    [Theory]
    [InlineData("Asia/Kolkata")]
    [InlineData("Asia/Kathmandu")]
    [InlineData("America/New_York")]
    [InlineData("Europe/Madrid")]
    [InlineData("America/Santiago")]
    public void They_hold_the_zone(string zone) => Enough(zone, it => it.Definition.TimeZone == zone);

    [Theory]
    [InlineData("America/New_York")]
    [InlineData("Europe/Madrid")]
    [InlineData("America/Santiago")]
    public void They_hold_spans_over_a_turn_of_its_clock(string zone) => Enough(
        $"turns of {zone}",
        it => it.Definition.TimeZone == zone && it.Calendar.Zone.GetUtcOffset(it.Start) != it.Calendar.Zone.GetUtcOffset(it.End),
        atLeast: 5);

    [Fact]
    public void They_hold_all_kinds_of_weeks()
    {
        Enough("24 × 7", it => OpenHours(it) == 168);
        Enough("sparse weeks", it => OpenHours(it) is > 0 and < 10);
        Enough("shifts over midnight", it => it.Definition.Weekly.Any(late => late.To == TimeSpan.FromHours(24)
            && it.Definition.Weekly.Any(early => early.From == TimeSpan.Zero && early.Day == (DayOfWeek)(((int)late.Day + 1) % 7))) && OpenHours(it) < 168);
    }

    [Fact]
    public void They_hold_all_kinds_of_dates()
    {
        Enough("national holidays", it => it.Definition.HolidayCountry == "CO" && Dates(it).Any(date => it.Calendar.RuleOn(date) is DayRule.Holiday { Name: not null }));
        Enough("holidays of one's own", it => Dates(it).Any(date => it.Definition.ExtraHolidays.Contains(date)));
        Enough("special dates with other hours", it => Dates(it).Any(date => it.Calendar.RuleOn(date) is DayRule.Special { Opens: true }));
        Enough("special dates that close", it => Dates(it).Any(date => it.Calendar.RuleOn(date) is DayRule.Special { Opens: false }));
    }

    [Fact]
    public void They_hold_seconds_fractions_and_pauses()
    {
        Enough("seconds", it => it.Start.Second > 0);
        Enough("fractions", it => it.End.UtcTicks % TimeSpan.TicksPerSecond > 0 && it.Work.Ticks % TimeSpan.TicksPerSecond > 0);
        Enough("pauses that cut the span", it => it.Pauses.Any(pause => !(pause & new Stretch(it.Start, it.End)).IsEmpty));
        Enough("pauses that overlap", it => it.Pauses.Any(one => it.Pauses.Any(other => one != other && !(one & other).IsEmpty)));
        Enough("no work at all", it => it.Work == TimeSpan.Zero);
    }

    private static void Enough(string what, Func<Situation, bool> holds, int atLeast = AtLeast)
    {
        var count = Some.Count(holds);
        Assert.True(count >= atLeast, $"Of {Asked} situations only {count} hold {what}.");
    }

    private static double OpenHours(Situation it) => it.Definition.Weekly.Sum(block => (block.To - block.From).TotalHours);

    private static IEnumerable<DateOnly> Dates(Situation it)
    {
        for (var date = it.Calendar.DateOf(it.Start); date <= it.Calendar.DateOf(it.End); date = date.AddDays(1)) yield return date;
    }
}
