using PqrsDesk.Domain.Customers;

namespace PqrsDesk.Domain.Tickets;

// What it has to do with other cases.
public abstract partial record TicketEvent
{
    /// <summary>Whose case it is was kept twice and is now kept once. Nothing else of the case changes by it.</summary>
    /// <param name="To">Of the person or organisation that it belongs to from then on.</param>
    /// <param name="ToName">As they are called in the desk; on the case stays the name that it was filed with.</param>
    /// <param name="Undone">The two were taken apart again.</param>
    public sealed record PartyMerged(PartyKind Of, int From, int To, string ToName, bool Undone = false) : TicketEvent;

    /// <summary>It has to do with another case, whose log says the same of this one.</summary>
    public sealed record Linked(string Number, string? Note) : TicketEvent;

    public sealed record Unlinked(string Number, string? Note) : TicketEvent;

    /// <summary>A further part of the same writing has a case of its own now.</summary>
    public sealed record SplitOff(string Number, TicketKind Kind, string Subject, string AreaName) : TicketEvent;

    /// <summary>It is answered together with an older case, or with another such than before.</summary>
    /// <param name="SamePetitioner">Whether both are of one known person: else neither is shown anything of the other.</param>
    public sealed record Merged(string Into, string Reason, bool SamePetitioner) : TicketEvent;

    /// <summary>A younger case about the same is answered with this one.</summary>
    /// <param name="PetitionerName">Null: anonymous, or reserved.</param>
    /// <param name="Said">What it was filed with.</param>
    /// <param name="SamePetitioner">As of <see cref="Merged"/>.</param>
    public sealed record Absorbed(string Number, string? PetitionerName, string Said, string Reason, bool SamePetitioner) : TicketEvent;

    /// <summary>It goes on by itself again: what was owed is owed again.</summary>
    public sealed record Separated(string From, string Reason) : TicketEvent;

    /// <summary>The other side of <see cref="Separated"/>, or of a merging of that case into another.</summary>
    public sealed record LetGo(string Number, string Reason) : TicketEvent;

    /// <summary>The petitioner of a case that was merged into this one wrote. Their case holds the message too.</summary>
    public sealed record HeardThrough(string Number, string Text, bool SamePetitioner, bool NeedsNoAnswer = false) : TicketEvent;

    /// <summary>The case that goes on was answered, and so this one's petitioner is.</summary>
    /// <param name="FileIds">As of <see cref="Replied"/>; the files are those of the other case.</param>
    public sealed record AnsweredTogether(string With, string Text, IReadOnlyList<Guid>? FileIds = null) : TicketEvent;

    /// <summary>The case that goes on will be answered later, and this one's petitioner is to know.</summary>
    public sealed record ExtendedTogether(string With, DateOnly AnswerBy, string Reason) : TicketEvent;
}
