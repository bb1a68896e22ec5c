namespace PqrsDesk.Domain.Likeness;

/// <summary>To which filings of near-identical text a ticket belongs. Worked out from the log shortly after the filing; not part of the ticket's own state.</summary>
public sealed class TextSignature
{
    public required long TicketId { get; init; }

    /// <summary>The first ticket that said it; null: too little is said for others to be taken together with it.</summary>
    public long? GroupId { get; init; }

    /// <summary>How alike it is to the first, of a hundred, about.</summary>
    public required int Percent { get; init; }
    public required DateTimeOffset FiledAt { get; init; }

    /// <summary>As <see cref="TextSketch.Write"/> wrote it, of the first of a group only: the others are held against it.</summary>
    public byte[]? Sketch { get; init; }
}

/// <summary>One band of the sketch of a group's first ticket, by which the next ones find it.</summary>
public sealed class TextBand
{
    public required long Hash { get; init; }
    public required long TicketId { get; init; }
}

/// <summary>How far the log is read into the signatures: one row.</summary>
public sealed class TextReading
{
    public const int Only = 1;

    public int Id { get; private set; } = Only;

    /// <summary>Of the log's last line that was read.</summary>
    public long Position { get; set; }
}

/// <summary>Somebody said that two tickets are no duplicates of each other.</summary>
public sealed class DistinctPair
{
    /// <summary>The smaller number of the two.</summary>
    public required long FirstId { get; init; }
    public required long SecondId { get; init; }
    public required DateTimeOffset At { get; init; }
    public int? ByStaffId { get; init; }
    public required string ByName { get; init; }

    public static (long First, long Second) Ordered(long one, long other) => (Math.Min(one, other), Math.Max(one, other));
}
