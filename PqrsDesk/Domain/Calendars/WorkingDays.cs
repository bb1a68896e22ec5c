namespace PqrsDesk.Domain.Calendars;

/// <summary>Whole business days by date, over years that are counted when first asked for and then kept.</summary>
internal sealed class WorkingDays(DayRules rules, CountedYears years)
{
    private readonly YearCache<Year> counted = years.Cache(year => Count(year, rules));

    /// <summary>The n-th business day after a date, n from 1.</summary>
    public DateOnly Add(DateOnly from, int days)
    {
        var year = years.Checked(from).Year;
        var passed = counted[year].PassedBy[from.DayOfYear];
        var left = days;
        while (left > counted[year].Dates.Length - passed)
        {
            left -= counted[year].Dates.Length - passed;
            if (++year > years.Last) throw years.Outside();
            passed = 0;
        }

        return counted[year].Dates[passed + left - 1];
    }

    /// <summary>Business days after the first date, up to and with the second, which must not be before it.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        int year = years.Checked(from).Year, last = years.Checked(to).Year;
        var days = counted[last].PassedBy[to.DayOfYear] - counted[year].PassedBy[from.DayOfYear];
        for (; year < last; year++) days += counted[year].Dates.Length;
        return days;
    }

    private static Year Count(int year, DayRules rules)
    {
        var dates = new List<DateOnly>();
        var passedBy = new int[367];
        for (var date = new DateOnly(year, 1, 1); date.Year == year; date = date.AddDays(1))
        {
            if (rules.On(date).Hours.Count > 0) dates.Add(date);
            passedBy[date.DayOfYear] = dates.Count;
        }

        return new Year([.. dates], passedBy);
    }

    /// <param name="Dates">The business days of the year.</param>
    /// <param name="PassedBy">By day of the year, from 1: how many of them are on it or before.</param>
    private sealed record Year(DateOnly[] Dates, int[] PassedBy);
}
