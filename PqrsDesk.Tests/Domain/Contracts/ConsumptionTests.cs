using PqrsDesk.Domain.Pricing;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Domain.Contracts;

/// <summary>Spans, shares and surcharges, against what a person works out on paper.</summary>
public sealed class ConsumptionTests
{
    private static readonly IncludedSpan March = new(new(2026, 3, 1), new(2026, 3, 31));

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(479, 79, 0)]
    [InlineData(480, 80, 0)]
    [InlineData(600, 100, 0)]
    [InlineData(601, 100, 1)]
    [InlineData(810, 135, 210)]
    public void Ten_hours_are_six_hundred_minutes(int minutes, int percent, int extra)
    {
        var used = new Consumption(March, 10, null, minutes, 3, Money.Pesos(80_000), Money.Pesos(0));
        Assert.Equal((percent, extra), (used.HoursPercent, used.ExtraMinutes));
        Assert.Null(used.CasesPercent);
        Assert.Equal(0, used.ExtraCases);
    }

    [Fact]
    public void Beyond_what_is_included_each_hour_and_each_case_has_its_price()
    {
        // 13 h 30 min of 10 h: 210 min; 210 ÷ 60 × 80 000 = 280 000. 7 cases of 5: 2 × 15 000 = 30 000.
        var used = new Consumption(March, 10, 5, 810, 7, Money.Pesos(80_000), Money.Pesos(15_000));
        Assert.Equal(Money.Pesos(280_000), used.HoursAmount);
        Assert.Equal(Money.Pesos(30_000), used.CasesAmount);
        Assert.Equal(Money.Pesos(310_000), used.Amount);
        Assert.Equal((0m, 0), (used.HoursLeft, used.CasesLeft));
    }

    [Fact]
    public void Amounts_are_rounded_as_their_currency_is_halves_away_from_zero()
    {
        // 1 min ÷ 60 × 100,050 = 1,667.5: nobody pays half a peso.
        Assert.Equal(Money.Pesos(1_668), new Consumption(March, 0, null, 1, 0, Money.Pesos(100_050), Money.Pesos(0)).HoursAmount);

        // 1 min ÷ 60 × 100.50 = 1.675.
        var used = new Consumption(March, 0, null, 1, 0, new(100.50m, "USD"), new(0, "USD"));
        Assert.Equal(new Money(1.68m, "USD"), used.HoursAmount);
        Assert.Equal(100, used.HoursPercent);
    }

    [Fact]
    public void Months_are_those_of_the_calendar_cut_at_both_ends()
    {
        var contract = Contract(new(2026, 1, 20), new(2026, 3, 10), IncludedPer.Month);
        Assert.Equal(
            [new(new(2026, 1, 20), new(2026, 1, 31)), new(new(2026, 2, 1), new(2026, 2, 28)), new(new(2026, 3, 1), new(2026, 3, 10))],
            contract.Spans());
        Assert.All(contract.Spans(), span => Assert.Equal(span, contract.SpanOn(span.From)));
        Assert.All(contract.Spans(), span => Assert.Equal(span, contract.SpanOn(span.Until)));
        Assert.Equal(contract.Spans().Last(), contract.SpanOn(new(2030, 1, 1)));
        Assert.Equal(contract.Spans().First(), contract.SpanOn(new(2020, 1, 1)));
        Assert.Equal([new IncludedSpan(new(2026, 1, 20), new(2026, 3, 10))], Contract(new(2026, 1, 20), new(2026, 3, 10), IncludedPer.Term).Spans());
    }

    [Fact]
    public void A_successor_is_for_as_long_again()
    {
        Assert.Equal(new(2027, 12, 31), Contract(new(2026, 1, 1), new(2026, 12, 31), IncludedPer.Month).Successor().Until);
        Assert.Equal(new(2028, 2, 29), Contract(new(2026, 3, 1), new(2027, 2, 28), IncludedPer.Month).Successor().Until);
        Assert.Equal(new DateOnly(2026, 2, 18), Contract(new(2026, 1, 1), new(2026, 1, 25), IncludedPer.Month).Successor().Until.AddDays(-1));
    }

    [Fact]
    public void What_is_nearly_used_and_what_ends_is_told_by_its_nearest_mark()
    {
        var contract = Contract(new(2026, 3, 1), new(2026, 4, 5), IncludedPer.Month);
        var used = new Consumption(March, 10, 5, 605, 4, Money.Pesos(0), Money.Pesos(0));

        var said = ContractAlerts.Of(contract, used, new(2026, 3, 30), renewed: false).ToList();

        // Of the hours 100, of the cases 80, of the days the 7; those passed by are marked and not told.
        Assert.Equal(
            [(ContractNews.Hours, 100), (ContractNews.Cases, 80), (ContractNews.Ending, 7)],
            said.Where(alert => !alert.IsSilent).Select(alert => (alert.Kind, alert.Mark)));
        Assert.Equal([(ContractNews.Hours, 80), (ContractNews.Ending, 60), (ContractNews.Ending, 30)], said.Where(alert => alert.IsSilent).Select(alert => (alert.Kind, alert.Mark)));
        Assert.DoesNotContain(ContractAlerts.Of(contract, used, new(2026, 3, 30), renewed: true), alert => alert.Kind == ContractNews.Ending);
        Assert.DoesNotContain(ContractAlerts.Of(contract, null, new DateOnly(2026, 3, 1).AddDays(-40), renewed: false), _ => true);
    }

    private static Contract Contract(DateOnly from, DateOnly until, IncludedPer per) => Contracts.Contract.Draft(
        new() { CustomerId = 1, Products = [1], PlanId = 1, From = from, Until = until, IncludedPer = per, IncludedHours = 10, Price = Money.Pesos(0), Surcharge = Money.Pesos(0) },
        "C-1", TestClock.Tuesday, "Ana");
}
