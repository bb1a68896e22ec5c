using System.Globalization;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;

namespace PqrsDesk.Features.Casework;

// A planned message that somebody goes on writing: its files are on the case already, and are kept with the words.
public sealed partial class ComposerDraft
{
    private IReadOnlyList<Guid>? FilesOnCase => Files.Stored.Where(file => file.TicketId != 0).Select(file => file.Id).ToList() is { Count: > 0 } ids ? ids : null;

    /// <summary>Puts it at the end of what is begun, with all that it was to do.</summary>
    public void TakeUp(TicketEvent.SendPlanned plan, IReadOnlyList<StoredFile> files)
    {
        Adopt(files);
        Waiting = plan.Waiting ?? Waiting;
        Cause = plan.CauseId?.ToString(CultureInfo.InvariantCulture) ?? Cause;
        Insert(plan.Text);
    }

    internal void Adopt(IReadOnlyList<StoredFile> files)
    {
        foreach (var file in files) Files.Adopt(file);
    }
}
