using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Live;

/// <summary>What pages ask together.</summary>
/// <param name="Key">A record that says the query and its arguments; equal keys are one question, whoever asks.</param>
/// <param name="Read">Asks the store. Of equal keys only the first one's is used.</param>
public sealed record LiveQuestion<TAnswer>(object Key, Func<DeskDb, CancellationToken, Task<TAnswer>> Read)
    where TAnswer : class
{
    /// <summary>Asked so often also without a change, for answers that follow the clock; null: only after changes.</summary>
    public TimeSpan? Every { get; init; }

    /// <summary>
    /// The least time between two askings while changes keep arriving, for an answer that may be some seconds old. What takes
    /// long to read rests longer: never more than a hundredth of the time goes into one. Null: in each round.
    /// </summary>
    public TimeSpan? Calm { get; init; }

    /// <summary>Whether a change may alter the answer; null: any may.</summary>
    public Func<TicketChange, bool>? Concerns { get; init; }

    /// <summary>What it reads beside the log: told of one of them, it is asked again.</summary>
    public IReadOnlyList<LiveTopic> Topics { get; init; } = [];
}

/// <summary>An answer, and how far the feed had come when it was asked for.</summary>
public sealed record LiveAnswer<TAnswer>(TAnswer Answer, long Position)
    where TAnswer : class;
