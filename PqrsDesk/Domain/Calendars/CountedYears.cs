namespace PqrsDesk.Domain.Calendars;

/// <summary>The years that a calendar counts, both included: by UTC for instants, by date for dates.</summary>
internal readonly record struct CountedYears(int First, int Last)
{
    public static CountedYears All { get; } = new(1900, 2299);

    /// <summary>The law of the holidays begins later than the rest.</summary>
    public static CountedYears Colombian { get; } = All with { First = ColombianHolidays.FirstYear };

    /// <summary>One year more on each side: what the zones ahead of and behind UTC reach into.</summary>
    public static CountedYears WithNeighbours { get; } = new(All.First - 1, All.Last + 1);

    public bool Hold(int year) => First <= year && year <= Last;

    public int Checked(int year) => Hold(year) ? year : throw Outside();

    public DateOnly Checked(DateOnly date) => Hold(date.Year) ? date : throw Outside();

    public CalendarRangeException Outside() =>
        new($"The calendar counts from {First} to the end of {Last} (UTC); this lies outside.");

    public YearCache<T> Cache<T>(Func<int, T> make)
        where T : class => new(First, Last, make);
}
