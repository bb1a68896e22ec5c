using System.Globalization;

namespace PqrsDesk.Domain.Tickets;

/// <summary>One value of an attribute or several, or all but these. A value: the same ones in any order are the same choice.</summary>
public sealed record Choice<T>
    where T : notnull
{
    // By its letters and not by a language: the same choice has the same address everywhere.
    internal static readonly IComparer<T> InOrder = typeof(T) == typeof(string) ? (IComparer<T>)StringComparer.Ordinal : Comparer<T>.Default;

    private readonly T[] _values;

    internal Choice(T[] values, bool not) => (_values, Not) = (values, not);

    /// <summary>Distinct and in order, at least one.</summary>
    public IReadOnlyList<T> Values => _values;

    /// <summary>All but these ("no es"), those that have none among them.</summary>
    public bool Not { get; }

    public static implicit operator Choice<T>(T value) => new([value], false);

    public bool Lists(T value) => Array.BinarySearch(_values, value, InOrder) >= 0;

    /// <summary>Whether something with this value is among what is chosen.</summary>
    public bool Holds(T value) => Lists(value) != Not;

    /// <summary>Whether something with any of these is, of an attribute that has several; with none it is not one of the values.</summary>
    public bool HoldsAny(IEnumerable<T> values) => values.Any(Lists) != Not;

    /// <summary>The only value, where it is no more than that one.</summary>
    public bool Is(T value) => !Not && _values.Length == 1 && Lists(value);

    public bool Equals(Choice<T>? other) => other is not null && Not == other.Not && _values.AsSpan().SequenceEqual(other._values);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Not);
        foreach (var value in _values) hash.Add(value);
        return hash.ToHashCode();
    }

    public override string ToString() => (Not ? "not " : "") + string.Join(" or ", _values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)));
}

public static class Choices
{
    /// <summary>More than these nobody picks by hand, and each is one more thing that a query compares.</summary>
    public const int Most = 50;

    /// <returns>Null when there is none to choose.</returns>
    public static Choice<T>? Of<T>(IEnumerable<T> values, bool not = false)
        where T : notnull
    {
        T[] ordered = [.. values.Distinct().Order(Choice<T>.InOrder).Take(Most)];
        return ordered.Length == 0 ? null : new(ordered, not);
    }
}
