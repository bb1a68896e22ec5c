namespace PqrsDesk.Domain.Calendars;

/// <summary>Something for each year, made when first asked for and then kept.</summary>
/// <remarks>Two threads may both make the same year; what they make is the same, so either may stay.</remarks>
internal sealed class YearCache<T>(int first, int last, Func<int, T> make)
    where T : class
{
    private readonly T?[] years = new T?[last - first + 1];

    public T this[int year] => Volatile.Read(ref years[year - first]) ?? Make(year);

    private T Make(int year)
    {
        var made = make(year);
        Volatile.Write(ref years[year - first], made);
        return made;
    }
}
