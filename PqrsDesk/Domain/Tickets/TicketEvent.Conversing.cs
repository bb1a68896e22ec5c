using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.Together;

namespace PqrsDesk.Domain.Tickets;

// What is said, and how a case ends.
public abstract partial record TicketEvent
{
    /// <summary>A message that the petitioner can see.</summary>
    /// <param name="FileIds">What went along with it; null in the logs of before anything could.</param>
    /// <param name="Used">The articles that it drew on; null: none, and in the logs of before there were any.</param>
    /// <param name="Planned">Sequence of the <see cref="SendPlanned"/> that it was written in; null: it was sent as it was written.</param>
    public sealed record Replied(string Text, IReadOnlyList<Guid>? FileIds = null, IReadOnlyList<UsedArticle>? Used = null, int? Planned = null) : TicketEvent;

    /// <summary>A note that only staff can see.</summary>
    /// <param name="Mentions">Whom it calls by name; null: nobody, and in the logs of before anybody could be.</param>
    public sealed record Noted(string Text, IReadOnlyList<Mentioned>? Mentions = null) : TicketEvent;

    /// <param name="NeedsNoAnswer">A thank-you and the like: nobody waits for an answer to it.</param>
    public sealed record PetitionerResponded(string Text, bool NeedsNoAnswer = false) : TicketEvent;

    /// <param name="Reason">What was typed beside the cause; perhaps nothing.</param>
    /// <param name="Cause">Its name in the catalogue, as it was then; null in the logs of before there was one.</param>
    public sealed record WaitStarted(string Reason, string? Cause = null) : TicketEvent;

    public sealed record WaitEnded(string? Reason) : TicketEvent;

    /// <summary>The substantive answer (respuesta de fondo).</summary>
    /// <param name="FileIds">As of <see cref="Replied"/>.</param>
    /// <param name="Used">As of <see cref="Replied"/>.</param>
    /// <param name="Planned">As of <see cref="Replied"/>.</param>
    public sealed record Answered(string Text, IReadOnlyList<Guid>? FileIds = null, IReadOnlyList<UsedArticle>? Used = null, int? Planned = null) : TicketEvent;

    public sealed record Closed(string? Note) : TicketEvent;

    public sealed record Reopened(string Reason) : TicketEvent;

    /// <param name="ForPetitioner">Whether the petitioner may have it: it came from them, or staff gave it to them. Not so in the logs of before it was asked.</param>
    public sealed record FileAttached(Guid FileId, string Name, long Bytes, bool ForPetitioner = false) : TicketEvent;

    /// <summary>The scanner found something in a file, which is handed to nobody any more.</summary>
    /// <param name="Threat">As the scanner calls it; null when it did not say.</param>
    public sealed record FileQuarantined(Guid FileId, string Name, string? Threat) : TicketEvent;

    /// <summary>The petitioner said whether the answer solved it.</summary>
    public sealed record SolutionJudged(bool Solved, string? Comment) : TicketEvent;

    /// <summary>Somebody looked at who a petitioner with a reserved identity is.</summary>
    public sealed record IdentityRevealed(string Reason) : TicketEvent;

    /// <summary>It ended because it should not have been filed. The number stays.</summary>
    public sealed record Voided(VoidKind Kind, string Reason) : TicketEvent;

    /// <summary>The whole case was taken out of the desk, in one file.</summary>
    /// <param name="WithNotes">With what only the house was to read.</param>
    /// <param name="WithIdentity">With a reserved identity.</param>
    /// <param name="Files">How many of its files.</param>
    public sealed record ExpedienteTaken(bool WithNotes, bool WithIdentity, int Files) : TicketEvent;
}
