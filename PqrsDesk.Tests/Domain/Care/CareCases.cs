using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Domain.Care;

internal static class CareCases
{
    public static Moment Moment(this Case it, Actor? by = null) => Tickets.Moment.Of(it.Now, it.Book.Zone, by ?? Samples.Someone());

    /// <summary>The verb must be refused, and nothing may have changed.</summary>
    public static RefusalCode Refused(this Case it, Func<Ticket, Decision> verb)
    {
        var before = TicketWords.Of(it.Ticket);
        var refused = Assert.IsType<Decision.Refused>(verb(it.Ticket));
        Assert.Equal(before, TicketWords.Of(it.Ticket));
        return refused.Refusal.Code;
    }
}
