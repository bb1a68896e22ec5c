namespace PqrsDesk.Domain.Likeness;

/// <summary>From when on somebody files often: so many cases within so many days.</summary>
public sealed record Repetition
{
    public static Repetition Usual { get; } = new(5, 30);

    public Repetition(int leastCases, int days) => (LeastCases, Days) = (Math.Clamp(leastCases, 2, 1_000), Math.Clamp(days, 1, 366));

    public int LeastCases { get; }
    public int Days { get; }

    /// <summary>Of petitions alike, for which one public answer may be given: more than these (Ley 1755 of 2015, art. 22; to be confirmed).</summary>
    public const int ManyAlike = 10;

    public DateTimeOffset Since(DateTimeOffset now) => now.AddDays(-Days);
}
