using PqrsDesk.Domain.Availability;

namespace PqrsDesk.Features.Outages;

/// <summary>What is done with an outage, or with planned work, by a few words.</summary>
public enum OutageActKind
{
    Say = 1,
    Close,
    Reopen,
    Void,
    CancelPlanned,
    ApprovePlanned,
}

/// <param name="Id">Of the outage, or of the planned work.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Seen">The version that was before the person's eyes.</param>
public sealed record OutageAct(OutageActKind Kind, int Id, string Title, int? Seen = null)
{
    public static OutageAct Of(OutageActKind kind, Outage outage) => new(kind, outage.Id, outage.Summary, kind == OutageActKind.Say ? null : outage.Version);
}
