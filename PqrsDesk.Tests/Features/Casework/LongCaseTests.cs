using PqrsDesk.Bench.Browsing;
using PqrsDesk.Bench.Circuits;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Casework;

public sealed class LongCaseTests(WebDesk desk) : IClassFixture<WebDesk>
{
    private const int Most = 200 * 1024;

    [Fact]
    public async Task A_case_with_three_hundred_events_crosses_the_wire_in_200_KiB()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        const string last = "Lo último que se dijo.";
        var number = await desk.LiveLongAsync(300, last);
        using var staff = await desk.StaffAsync();
        await using var wire = new Wire(desk.Address);
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new(wire.Address) };
        http.DefaultRequestHeaders.Add("Cookie", staff.DefaultRequestHeaders.GetValues("Cookie"));

        await using (var circuit = await Circuit.OpenAsync(http, DeskUrls.TicketOf(number), _ => { }, limit.Token))
        {
            Assert.Null(circuit.Fault);
            Assert.InRange(wire.Circuit, 1, Most);
            Assert.InRange(wire.Received, wire.Circuit, Most);
        }

        Assert.Contains(last, await staff.GetStringAsync(DeskUrls.TicketOf(number), limit.Token), StringComparison.Ordinal);
    }
}
