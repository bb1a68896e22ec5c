using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Me;

/// <summary>What is counted of a day's work.</summary>
public enum DoneKind
{
    Taken = 1,
    Replied,
    Answered,
    Closed,
    Noted,
}

/// <summary>A line of the log that a person wrote, with its case.</summary>
public sealed record DoneLine(string Number, string Subject, DateTimeOffset At);

/// <summary>What one person did in a day, as the log has it.</summary>
/// <param name="Minutes">Written down as spent, in whatever was written down today.</param>
/// <param name="OrMore">The day was longer than what was read of it.</param>
public sealed record DoneToday(IReadOnlyDictionary<DoneKind, IReadOnlyList<DoneLine>> Lines, int Minutes, bool OrMore)
{
    public static DoneToday Nothing { get; } = new(new Dictionary<DoneKind, IReadOnlyList<DoneLine>>(), 0, false);

    public bool IsEmpty => Lines.Count == 0 && Minutes == 0;

    /// <summary>Whether it may be somebody's day's work.</summary>
    public static bool Counts(TicketEvent happened) => happened is TicketEvent.TimeSpent or TicketEvent.TimeCorrected || KindOf(happened, null) is not null || happened is TicketEvent.Assigned;

    /// <param name="log">What they wrote today, in any order.</param>
    public static DoneToday Of(int memberId, IEnumerable<(string Number, string Subject, LoggedEvent Line)> log, bool orMore = false)
    {
        Dictionary<DoneKind, List<DoneLine>> lines = [];
        Dictionary<(string Number, int Entry), int> minutes = [];
        foreach (var (number, subject, line) in log.OrderBy(each => each.Line.At).ThenBy(each => each.Line.Id))
        {
            if (line.Event is TicketEvent.TimeSpent spent) minutes[(number, spent.Entry)] = spent.Minutes;

            // Of what was written down on another day the day's work does not change.
            if (line.Event is TicketEvent.TimeCorrected corrected && minutes.ContainsKey((number, corrected.Entry))) minutes[(number, corrected.Entry)] = corrected.To;
            if (KindOf(line.Event, memberId) is not { } kind) continue;
            if (!lines.TryGetValue(kind, out var same)) lines.Add(kind, same = []);
            same.Add(new(number, subject, line.At));
        }

        return new(lines.ToDictionary(each => each.Key, each => (IReadOnlyList<DoneLine>)[.. each.Value.AsEnumerable().Reverse()]), minutes.Values.Sum(), orMore);
    }

    private static DoneKind? KindOf(TicketEvent happened, int? memberId) => happened switch
    {
        TicketEvent.Assigned assigned when assigned.OwnerId == memberId => DoneKind.Taken,
        TicketEvent.Replied => DoneKind.Replied,
        TicketEvent.Answered => DoneKind.Answered,
        TicketEvent.Closed => DoneKind.Closed,
        TicketEvent.Noted => DoneKind.Noted,
        _ => null,
    };
}
