using System.Globalization;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Casework;

/// <summary>The parts that a case is to have, as they are being written.</summary>
/// <param name="Seen">The version that was there when it was opened.</param>
/// <param name="Areas">Where a part can go.</param>
/// <param name="Files">What the case has; any of it can belong to a part too.</param>
public sealed record SplitForm(int Seen, IReadOnlyList<Choice> Areas, IReadOnlyList<AttachmentSight> Files)
{
    public List<PartForm> Parts { get; } = [new()];

    public CaseAct ToAct() => new CaseAct.Split([.. Parts.Select(part => part.ToWish())]);
}

public sealed class PartForm
{
    public TicketKind Kind { get; set; } = TicketKind.Petition;
    public string Subject { get; set; } = "";
    public string Text { get; set; } = "";
    public string Area { get; set; } = "";
    public HashSet<Guid> Files { get; } = [];

    public PartWish ToWish() => new(Kind, Subject, Text, int.TryParse(Area, CultureInfo.InvariantCulture, out var area) ? area : 0, [.. Files]);
}
