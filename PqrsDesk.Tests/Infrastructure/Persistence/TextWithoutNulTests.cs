using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Queue;
using PqrsDesk.Features.Searching;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>A sign that no database takes harms nobody, wherever it is typed.</summary>
public sealed class TextWithoutNulTests
{
    private const string Nul = "\0";

    [SkippableTheory, Engines]
    public async Task A_filing_a_reply_and_a_search_with_it_work(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var number = (await desk.FileAsync(
            Samples.Filing with { Subject = $"Cobro{Nul} doble", Description = $"{Nul}Dos veces.", Topic = $"Factu{Nul}ras" },
            Samples.Petitioner with { Name = $"Rosa{Nul}", Document = $"CC{Nul} 5" })).Number;
        await desk.ReplyAsync(number, $"Con {Nul}gusto");

        var ticket = await desk.TicketAsync(number);
        Assert.Equal(("Cobro doble", "Facturas", "Rosa"), (ticket.Subject, ticket.Topic, ticket.PetitionerName));
        var found = await desk.Get<SearchCases>().RunAsync(new($"gusto{Nul}"), new Reader(AllTickets: true), CancellationToken.None);
        Assert.Equal(number, Assert.Single(found.Hits).Number);
        var page = await desk.Get<ListTickets>().RunAsync(new QueueView(new TicketFilter { Topic = $"Facturas{Nul}" }), CancellationToken.None);
        Assert.Equal(number, Assert.Single(page.Rows).Number);
    }
}
