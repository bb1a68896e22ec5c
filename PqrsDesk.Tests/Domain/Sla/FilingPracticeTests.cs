using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Tickets;
using Xunit;
using static PqrsDesk.Domain.Tickets.Case;

namespace PqrsDesk.Domain.Sla;

/// <summary>Which date a filing has: 20 March 2026 is a Friday, and Monday 23 a holiday.</summary>
public sealed class FilingPracticeTests
{
    private static readonly FilingPractice Moving = FilingPractice.Safe with { AfterHours = AfterHours.NextBusinessDay, CutOff = TimeSpan.FromHours(17), ClosedDays = ClosedDays.NextBusinessDay };

    [Theory]
    [InlineData("03-20 16:59:59", "03-20", "03-20")]
    [InlineData("03-20 17:00", "03-20", "03-24")]
    [InlineData("03-20 23:59:59", "03-20", "03-24")]
    [InlineData("03-21 10:00", "03-21", "03-24")]
    [InlineData("03-23 10:00", "03-23", "03-24")]
    [InlineData("03-24 00:00", "03-24", "03-24")]
    [InlineData("04-01 18:00", "04-01", "04-06")]
    public async Task The_safe_date_is_the_filings_own_and_the_other_the_next_business_day(string at, string safe, string moved)
    {
        var book = (await Cast.ComeAsync()).Book;
        Assert.Equal((Day(safe), Day(moved)), (On(FilingPractice.Safe, at, book), On(Moving, at, book)));
    }

    [Theory]
    [InlineData("03-20 16:59", "03-20")]
    [InlineData("03-20 17:00", "03-24")]
    [InlineData("03-20 12:30", "03-20")]
    public async Task The_hours_of_a_calendar_can_end_the_day(string at, string on)
    {
        var book = (await Cast.ComeAsync()).Book;
        Assert.Equal(Day(on), On(Moving with { CutOff = null, HoursKey = "office" }, at, book));
    }

    // A business day by law on which the office itself does not open.
    [Fact]
    public async Task A_day_on_which_the_house_does_not_open_is_over_from_its_beginning()
    {
        var book = (await Cast.ComeAsync()).Book;
        var office = BusinessCalendar.From(book.CurrentCalendar("office")!.Definition with { SpecialDates = [new SpecialDate(Day("03-20"), "Aseo general", [])] });
        var practice = Moving with { CutOff = null, HoursKey = "office" };
        Assert.Equal(Day("03-24"), practice.EffectiveOn(Local("03-20 09:00"), book.Calendar(book.LegalCalendarVersionId), office));
    }

    [Fact]
    public async Task Each_half_of_the_setting_moves_its_own_filings_only()
    {
        var book = (await Cast.ComeAsync()).Book;
        Assert.Equal(Day("03-20"), On(Moving with { AfterHours = AfterHours.SameDate, CutOff = null }, "03-20 20:00", book));
        Assert.Equal(Day("03-21"), On(Moving with { ClosedDays = ClosedDays.OwnDate }, "03-21 20:00", book));
    }

    // Section 2 of the law's facts: deemed filed on the next business day, day 1 is the business day after that.
    [Theory]
    [InlineData(false, "04-15")]
    [InlineData(true, "04-16")]
    public async Task A_term_counts_from_the_effective_date(bool moving, string last)
    {
        var it = await FiledAsync("03-21 10:00", book: await With(moving ? Moving : FilingPractice.Safe));
        Assert.Equal(Day(last), it.Legal!.LastDay);
        Assert.Equal((Day("03-21"), Day(moving ? "03-24" : "03-21")), (it.Ticket.FiledOn, it.Ticket.EffectiveFiledOn));
    }

    private static readonly Dictionary<string, (FilingPractice Practice, LegalProblemCode? Code, string? Field)> Chosen = new()
    {
        ["moving"] = (Moving, null, null),
        ["as it is"] = (FilingPractice.Safe, LegalProblemCode.NothingChanged, null),
        ["another country"] = (FilingPractice.Safe with { Country = "PE", Regime = "pe.libro" }, null, null),
        ["no such country"] = (FilingPractice.Safe with { Country = "XX" }, LegalProblemCode.CountryUnknown, "country"),
        ["a regime of another country"] = (FilingPractice.Safe with { Country = "PE" }, LegalProblemCode.RegimeUnknown, "regime"),
        ["offers what there is not"] = (FilingPractice.Safe with { Offered = ["ley1581", "nada"] }, LegalProblemCode.RegimeUnknown, "offered"),
        ["offers its own"] = (FilingPractice.Safe with { Offered = ["ley1755"] }, LegalProblemCode.RegimeUnknown, "offered"),
        ["no end of the day"] = (Moving with { CutOff = null }, LegalProblemCode.CutOffWrong, "cutOff"),
        ["two ends of the day"] = (Moving with { HoursKey = "office" }, LegalProblemCode.CutOffWrong, "cutOff"),
        ["midnight"] = (Moving with { CutOff = TimeSpan.Zero }, LegalProblemCode.CutOffWrong, "cutOff"),
        ["no such hours"] = (Moving with { CutOff = null, HoursKey = "nada" }, LegalProblemCode.CutOffWrong, "hoursKey"),
        ["after hours"] = (Moving with { AfterHours = 0 }, LegalProblemCode.ConditionUnknown, "afterHours"),
        ["closed days"] = (Moving with { ClosedDays = 0 }, LegalProblemCode.ConditionUnknown, "closedDays"),
    };

    public static TheoryData<string> Cases => [.. Chosen.Keys];

    [Theory, MemberData(nameof(Cases))]
    public async Task What_is_chosen_is_held_to_what_there_is(string name)
    {
        var (practice, code, field) = Chosen[name];
        var problem = practice.Refuse((await Cast.ComeAsync()).Book);
        Assert.Equal((code, field), (problem?.Code, problem?.Field));
    }

    internal static async Task<SlaBook> With(FilingPractice practice, params IEnumerable<LegalRule> rules)
    {
        var book = (await Cast.ComeAsync()).Book;
        return new SlaBook(book.Calendars, book.AllTerms.Select(terms => terms.Policy), new LegalBook([.. book.Law.All, .. rules], practice));
    }

    private static DateOnly On(FilingPractice practice, string at, SlaBook book) => practice.EffectiveOn(
        Local(at), book.Calendar(book.LegalCalendarVersionId), practice.HoursKey is { } key ? book.Calendar(book.CurrentCalendar(key)!.Id) : null);
}
