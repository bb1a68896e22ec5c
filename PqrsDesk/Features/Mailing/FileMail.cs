using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Mail.Mime;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Mailing;

/// <summary>As what a message is filed.</summary>
internal sealed record MailFiling(TicketKind Kind, AreaChoice Area, string Subject, string Description, PetitionerDetails Petitioner, FilledBy FilledBy)
{
    public string? Topic { get; init; }
    public string? Product { get; init; }

    /// <summary>As the message itself says; the text may be too long by then.</summary>
    public static MailFiling Of(ReadMail mail, MailSettings settings, string? area) => new(
        settings.Kind,
        area is null ? new AreaChoice.Routed() : new AreaChoice.Named(area),
        MailWords.Subject(mail),
        MailWords.Description(mail).Text,
        new PetitionerDetails { Name = MailWords.NameOf(mail), Email = mail.From?.Address },
        FilledBy.Message);
}

/// <summary>Files a case with a message, by the one door that every filing passes.</summary>
public sealed class FileMail(FilingDoor door, FileStore store)
{
    /// <param name="along">Writes down, in the same transaction, what became of the message.</param>
    internal async Task<FilingOutcome> RunAsync(ReadMail mail, Func<Stream> original, MailFiling filing, Actor by, Func<DeskDb, Ticket, Task> along, CancellationToken cancel)
    {
        var files = await MailFiles.StoreAsync(store, mail, original, MailWords.Description(mail).Cut, cancel);
        try
        {
            var filed = new Filing
            {
                Kind = filing.Kind,
                Subject = filing.Subject,
                Description = MailWords.With(filing.Description, files.LeftOut),
                Channel = Channel.Email,
                AreaId = default,
                Topic = filing.Topic,
                Product = filing.Product,
            };
            var outcome = await door.FileAsync(new FilingRequest(filed, filing.Area, filing.Petitioner, by, files.Stored) { Along = along, FilledBy = filing.FilledBy }, cancel);
            if (outcome.Receipt is null) files.Remove();
            return outcome;
        }
        catch (Exception wrong)
        {
            if (DeskWriter.MayTryAgain(wrong)) files.Remove();
            throw;
        }
    }
}
