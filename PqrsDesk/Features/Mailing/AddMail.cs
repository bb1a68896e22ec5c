using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Mail.Mime;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Mailing;

/// <summary>Adds a message to the case that it answers: the petitioner's turn, by the ticket's own verbs.</summary>
public sealed class AddMail(TicketDoor door, FileStore store, FileLimits limits, MailSettings settings)
{
    private const string Why = "El peticionario respondió por correo.";

    /// <param name="anyway">Somebody decided that it belongs there, however long ago the case was over.</param>
    internal async Task<Decision> RunAsync(string number, ReadMail mail, Func<Stream> original, Actor by, bool anyway, Func<DeskDb, Ticket, Task> along, CancellationToken cancel)
    {
        var files = await MailFiles.StoreAsync(store, mail, original, MailWords.Turn(mail, null).Cut, cancel);
        try
        {
            var decision = await door.ChangeAsync(number, null, by, async (db, ticket, book, now) =>
            {
                var email = await db.Contacts.Where(contact => contact.Id == ticket.PetitionerId).Select(contact => contact.Email).SingleOrDefaultAsync(cancel);
                if (await limits.RefuseAsync(db, ticket.Id, files.Stored, cancel) is not null) files.LeaveOut();
                if (Say(ticket, mail, MailWords.With(MailWords.Turn(mail, email).Text, files.LeftOut), anyway, book, now) is { Succeeded: false } refused) return refused;
                foreach (var file in files.Stored)
                {
                    if (ticket.Attach(file.Id, file.Name, file.Bytes, book, now) is { Succeeded: false } unfit) return unfit;
                    file.TicketId = ticket.Id;
                    db.Files.Add(file);
                }

                await along(db, ticket);
                return Decision.Ok;
            }, cancel);
            if (!decision.Succeeded) files.Remove();
            return decision;
        }
        catch (Exception wrong)
        {
            if (DeskWriter.MayTryAgain(wrong)) files.Remove();
            throw;
        }
    }

    private Decision Say(Ticket ticket, ReadMail mail, string text, bool anyway, SlaBook book, Moment now)
    {
        var thanks = MailWords.IsThanks(mail);
        if (!ticket.IsOver || ticket is { Status: TicketStatus.Merged } && !thanks) return ticket.Hear(text, book, now, needsNoAnswer: thanks);

        // Thanks for a closed case open nothing, and are not lost either.
        if (thanks) return ticket.Note(text, book, now);
        var lately = ticket.Status == TicketStatus.Closed && ticket.ClosedAt is { } closed && now.At - closed <= TimeSpan.FromDays(settings.ReopenDays);
        if (!lately && !anyway) return RefusalCode.TicketClosed;
        return ticket.Reopen(Why, book, now) is { Succeeded: false } refused ? refused : ticket.Hear(text, book, now);
    }
}
