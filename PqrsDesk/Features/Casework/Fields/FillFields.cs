using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework.Fields;

/// <summary>Fills the house's own fields of a case in.</summary>
public sealed class FillFields(TicketDoor door, FieldShelf shelf)
{
    public Task<FieldBook> BookAsync() => shelf.BookAsync();

    /// <param name="seen">The version that the person had before their eyes; null: it follows whatever happened.</param>
    public async Task<Decision> RunAsync(string radicado, int? seen, IReadOnlyDictionary<int, string?> values, Actor by, CancellationToken cancel)
    {
        var book = await shelf.BookAsync();
        return await door.ChangeAsync(radicado, seen, by, (ticket, sla, now) => ticket.Fill(values, book, sla, now), cancel);
    }
}
