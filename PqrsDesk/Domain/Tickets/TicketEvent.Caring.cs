using PqrsDesk.Domain.Care;

namespace PqrsDesk.Domain.Tickets;

// The steps of good care, and answers that are reviewed.
public abstract partial record TicketEvent
{
    /// <summary>A step of good care that the log cannot know of by itself.</summary>
    /// <param name="Text">The sentence that says what is asked, or a note.</param>
    /// <param name="Found">What the investigation found; null for other steps.</param>
    public sealed record StepDone(CareStep Step, string? Text, Investigation? Found = null) : TicketEvent;

    public sealed record StepSkipped(CareStep Step, string Reason) : TicketEvent;

    /// <summary>It is to be done after all, or anew.</summary>
    public sealed record StepReopened(CareStep Step, string? Reason) : TicketEvent;

    /// <summary>An answer as it is to be reviewed: words and files are frozen.</summary>
    /// <param name="FileIds">Of files of the case, which the petitioner gets with the answer.</param>
    /// <param name="ApproverId">Who was to approve it by the rules of then; null: any lead.</param>
    /// <param name="Stages">How many had to look at it.</param>
    public sealed record AnswerProposed(string Text, IReadOnlyList<Guid>? FileIds, int? ApproverId, int Stages, string? Note) : TicketEvent;

    /// <summary>Whoever reviews it wrote something of it otherwise.</summary>
    /// <param name="FileIds">As they were proposed.</param>
    public sealed record AnswerRevised(string Text, IReadOnlyList<Guid>? FileIds, string? Comment) : TicketEvent;

    /// <summary>Back to whoever proposed it.</summary>
    public sealed record AnswerReturned(string Reason) : TicketEvent;

    /// <summary>The first of two looked at it.</summary>
    public sealed record AnswerReviewed(string? Comment) : TicketEvent;

    /// <summary>Visto bueno: it may be sent as it stands.</summary>
    public sealed record AnswerApproved(string? Comment) : TicketEvent;

    /// <summary>It is proposed no longer.</summary>
    public sealed record AnswerRecalled(string? Reason) : TicketEvent;
}
