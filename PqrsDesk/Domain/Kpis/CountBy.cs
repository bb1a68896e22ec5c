namespace PqrsDesk.Domain.Kpis;

/// <summary>So many tickets received under one heading.</summary>
public sealed record CountBy<T>(T Key, int Count);

public static class Counts
{
    public static int Total<T>(this IEnumerable<CountBy<T>> counts) => counts.Sum(row => row.Count);

    /// <summary>Most first; equals in the order of their key, so that two readings of the same data look the same.</summary>
    public static IReadOnlyList<CountBy<T>> MostFirst<T>(this IEnumerable<CountBy<T>> counts, IComparer<T>? keys = null) =>
        [.. counts.OrderByDescending(row => row.Count).ThenBy(row => row.Key, keys ?? DefaultOrder<T>())];

    // Names in ordinal order on every machine: the culture of the server must not decide which row comes first.
    private static IComparer<T> DefaultOrder<T>() =>
        typeof(T) == typeof(string) ? (IComparer<T>)StringComparer.Ordinal : Comparer<T>.Default;
}
