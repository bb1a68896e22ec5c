using PqrsDesk.Domain.Care;
using PqrsDesk.Infrastructure.Files;

namespace PqrsDesk.Features.Casework.Care;

/// <summary>What a person does for the care of a case, or with its proposed answer. A closed union.</summary>
public abstract record CareAct
{
    private CareAct()
    {
    }

    /// <inheritdoc cref="Domain.Tickets.Ticket.CompleteStep"/>
    public sealed record Complete(CareStep Step, string? Text, Investigation? Found = null) : CareAct;

    public sealed record Skip(CareStep Step, string? Reason) : CareAct;

    public sealed record Reopen(CareStep Step, string? Reason) : CareAct;

    /// <summary>Files of what was proposed before go along.</summary>
    /// <param name="Files">On disk, and nobody's yet.</param>
    public sealed record Propose(string? Text, IReadOnlyList<StoredFile>? Files = null, string? Note = null) : CareAct;

    public sealed record Revise(string? Text, string? Comment) : CareAct;

    public sealed record Return(string? Reason) : CareAct;

    /// <param name="Seen">The proposal that they read.</param>
    public sealed record Approve(string? Comment, string? Seen) : CareAct;

    public sealed record Recall(string? Reason) : CareAct;

    /// <summary>Sends what was approved, as it stands.</summary>
    public sealed record SendApproved : CareAct;
}
