using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Filings;

/// <summary>Files a ticket with the files that came with it. When it is refused the files stay with the form.</summary>
public sealed class FileTicket(FilingDoor door)
{
    /// <param name="fields">What the form said of the house's own fields; null: it asked for none.</param>
    public async Task<FilingOutcome> RunAsync(Filing filing, PetitionerDetails petitioner, Actor by, PendingFiles files, CancellationToken cancel, IReadOnlyDictionary<int, string?>? fields = null)
    {
        var request = new FilingRequest(filing, new AreaChoice.Numbered(filing.AreaId), petitioner, by, files.Stored) { FilledBy = FilledBy.Staff, Fields = fields };
        var outcome = await door.FileAsync(request, cancel);
        if (outcome.Receipt is not null) files.Keep();
        return outcome;
    }
}
