using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework;

/// <summary>Who a petitioner with a reserved identity is, for the one who asked and for nobody else.</summary>
public sealed record RevealedIdentity(string Name, string? Document, string? Email, string? Telephone, string? Address, string? Municipality);

/// <summary>Shows a reserved identity to a lead who says why, in the transaction that logs it: without the one there is not the other.</summary>
public sealed class RevealIdentity(TicketDoor door)
{
    public async Task<(Decision Decision, RevealedIdentity? Identity)> RunAsync(string radicado, string? reason, Actor by, CancellationToken cancel)
    {
        RevealedIdentity? identity = null;
        var decision = await door.ChangeAsync(radicado, null, by, async (db, ticket, book, now) =>
        {
            var decided = ticket.RevealIdentity(reason, book, now);
            if (decided.Succeeded)
            {
                identity = await db.Contacts.Where(contact => contact.Id == ticket.PetitionerId)
                    .Select(c => new RevealedIdentity(c.Name, c.Document, c.Email, c.Telephone, c.Address, c.Municipality)).SingleOrDefaultAsync(cancel);
            }

            return decided;
        }, cancel);
        return (decision, decision.Succeeded ? identity : null);
    }
}
