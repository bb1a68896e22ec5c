using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Bench.Circuits;

/// <summary>The bench's tab without a browser is a tab to the server.</summary>
public sealed class CircuitTests(WebDesk desk) : IClassFixture<WebDesk>
{
    [Fact]
    public async Task A_circuit_on_the_queue_is_sent_a_filing_and_leaves_nothing_behind()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var http = await desk.StaffAsync();
        var address = FilterAddress.Of(new TicketFilter { Order = TicketOrder.Newest });
        var marks = new Marks("Recién radicada", circuits: 1, changes: 1);
        await using (var circuit = await Circuit.OpenAsync(http, address, batch => marks.Drawn(0, batch), limit.Token))
        {
            await Eventually.TrueAsync(() => desk.Get<LiveViews>().Count > 0, "the page watches");
            Assert.False(marks.All);
            await desk.FileAsync(Samples.Filing with { Subject = marks.TextOf(0) });
            await Eventually.TrueAsync(() => marks.All || circuit.Fault is not null, "the filing was drawn");
            Assert.Null(circuit.Fault);
        }

        await Eventually.TrueAsync(() => desk.Get<LiveViews>().Count == 0, "nobody watches any more");
    }

    [Fact]
    public async Task A_page_without_an_interactive_part_is_refused()
    {
        using var http = desk.Client();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Circuit.OpenAsync(http, DeskUrls.SignIn, _ => { }, CancellationToken.None));
    }
}
