using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Domain.Views;
using PqrsDesk.Features.RuleChanges;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Catalogue;

/// <summary>
/// A platform is called otherwise: it is the same platform, so whatever calls it by its name follows in the transaction that
/// renames it. Cases of all times go under the new name by a line of their log, which keeps the old one.
/// </summary>
public sealed class RenamePlatform(TicketDoor door, FollowProducts promises, FieldShelf fields, RoutingShelf routing)
{
    /// <remarks>What was tracked is saved and forgotten. The caller, once it has committed, calls <see cref="Refresh"/>.</remarks>
    public async Task RunAsync(DeskDb db, int id, string from, string to, Actor by, CancellationToken cancel)
    {
        await promises.RenamedAsync(db, id, from, to, by, cancel);
        foreach (var field in await db.CustomFields.Where(field => field.Product == from).ToListAsync(cancel)) field.Product = to;
        foreach (var view in await db.SavedViews.Where(view => view.Address.Contains(QueueParameter.Product)).ToListAsync(cancel))
            if (FilterAddress.Renamed(view.Address, QueueParameter.Product, from, to) is { Length: <= SavedView.AddressLimit } address) view.Address = address;
        await db.SaveChangesAsync(cancel);
        await door.ChangeFoundAsync(db, Cases(from, to), by, cancel);
    }

    public void Refresh()
    {
        fields.Refresh();
        routing.Refresh();
    }

    private static FoundTickets Cases(string from, string to) => new(null, db => db.Tickets.Where(t => t.Product == from), (ticket, book, now) => ticket.FollowName(from, to, book, now))
    {
        Alike = AlikeLine.Of(new TicketEvent.ProductRenamed(from, to)),
    };
}
