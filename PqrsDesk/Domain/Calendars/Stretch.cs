namespace PqrsDesk.Domain.Calendars;

/// <summary>A half-open interval of real time: <c>From</c> belongs to it, <c>To</c> does not.</summary>
public readonly record struct Stretch(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>True of a reversed interval too: it holds no instant.</summary>
    public bool IsEmpty => To <= From;

    public TimeSpan Length => IsEmpty ? TimeSpan.Zero : To - From;

    /// <summary>Everything from an instant on: what a pause without an end takes away.</summary>
    public static Stretch After(DateTimeOffset origin) => new(origin, DateTimeOffset.MaxValue);

    public bool Contains(DateTimeOffset instant) => From <= instant && instant < To;

    public static Stretch operator &(Stretch one, Stretch other) =>
        new(one.From > other.From ? one.From : other.From, one.To < other.To ? one.To : other.To);

    /// <summary>What is left when a hole is cut out: nothing, one piece, or two.</summary>
    public IEnumerable<Stretch> Without(Stretch hole)
    {
        if (IsEmpty) yield break;
        if ((this & hole).IsEmpty)
        {
            yield return this;
            yield break;
        }

        if (From < hole.From) yield return this with { To = hole.From };
        if (hole.To < To) yield return this with { From = hole.To };
    }

    /// <summary>What is left when every hole is cut out, in order of time.</summary>
    public IEnumerable<Stretch> Without(IEnumerable<Stretch> holes) =>
        holes.Aggregate(
            IsEmpty ? Enumerable.Empty<Stretch>() : [this],
            (pieces, hole) => pieces.SelectMany(piece => piece.Without(hole)));
}
