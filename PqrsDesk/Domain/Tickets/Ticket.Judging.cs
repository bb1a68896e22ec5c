using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// What the petitioner thinks of the answer.
public sealed partial class Ticket
{
    /// <summary>Whether the answer solved it, by the petitioner's last word; null while they have not said.</summary>
    public bool? Solved { get; private set; }

    /// <summary>The petitioner says whether the answer solved it. They may think better of it; opening it again is another verb.</summary>
    public Decision Judge(bool solved, string? comment, SlaBook book, Moment now)
    {
        if (Status is not (TicketStatus.Answered or TicketStatus.Closed)) return RefusalCode.NotAnswered;
        if (Texts.TooLong(comment, Filing.ReasonLimit, "Comment") is { } tooLong) return tooLong;
        if (Solved == solved && string.IsNullOrWhiteSpace(comment)) return Decision.Ok;
        return Record(new TicketEvent.SolutionJudged(solved, NullIfBlank(comment)), now, book);
    }
}
