using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.CaseFiles;

namespace PqrsDesk.Domain.Tickets;

// A message that is sent later. When it is, Replied or Answered says which of these planned it.
public abstract partial record TicketEvent
{
    /// <param name="FileIds">Of files of the case, which the petitioner gets with it.</param>
    /// <param name="Waiting">What the petitioner is waited on for, when it asks for something.</param>
    /// <param name="CauseId">Of the catalogue of pauses.</param>
    /// <param name="HoldsForPetitioner">It is held once the petitioner has written.</param>
    public sealed record SendPlanned(
        DateTimeOffset SendAt, PlannedAct Act, string Text, IReadOnlyList<Guid>? FileIds = null, IReadOnlyList<UsedArticle>? Used = null,
        string? Waiting = null, int? CauseId = null, bool HoldsForPetitioner = false) : TicketEvent;

    /// <summary>It is not sent by itself any more.</summary>
    /// <param name="Refused">Name of the refusal, where the desk's rules would not have it.</param>
    public sealed record SendHeld(HoldCause Cause, string? Refused = null, string? Detail = null) : TicketEvent;

    /// <param name="Discarded">Thrown away; else somebody goes on writing it.</param>
    public sealed record SendTakenBack(bool Discarded) : TicketEvent;
}
