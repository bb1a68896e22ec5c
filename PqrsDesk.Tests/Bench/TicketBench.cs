using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Casework;
using PqrsDesk.Testing;
using PqrsDesk.Ui;

namespace PqrsDesk.Bench;

public sealed class TicketBench : IBench
{
    private const int Tickets = 10_000;
    private const int Events = 30;

    public string Name => "ticket";
    public string About => $"The page of a ticket with {Events} events, among {Tickets:N0}: what it asks the store, and the whole page as the server draws it for a signed-in agent.";
    public IReadOnlyList<string> Columns => ["engine", "query p50 ms", "query p95 ms", "page p50 ms", "page p95 ms", "page KiB"];

    public async IAsyncEnumerable<IReadOnlyList<string>> RunAsync()
    {
        foreach (var engine in Enum.GetValues<Engine>())
        {
            if (engine == Engine.Postgres && Machine.PostgresPrograms is null)
            {
                yield return [$"{engine}", "not installed here", "", "", "", ""];
                continue;
            }

            await using var desk = await WebDesk.StartAsync(new() { Engine = engine, Environment = "Production" });
            await ManyTickets.FillAsync(desk, Tickets, desk.Clock.Now);
            var number = await LivedAsync(desk);
            using var client = await desk.StaffAsync();
            var query = await Timing.OfAsync(() => desk.Get<ReadTicket>().RunAsync(number, CancellationToken.None));
            var page = await Timing.OfAsync(() => client.GetStringAsync(DeskUrls.TicketOf(number)));
            var size = (await client.GetByteArrayAsync(DeskUrls.TicketOf(number))).Length / 1024;
            yield return [$"{engine}", query.Percentile(50), query.Percentile(95), page.Percentile(50), page.Percentile(95), $"{size}"];
        }
    }

    private static async Task<string> LivedAsync(WebDesk desk)
    {
        var number = (await desk.FileAsync()).Number;
        for (var i = 1; i < Events; i++)
        {
            if (i % 3 == 0) await desk.NoteAsync(number);
            else if (i % 3 == 1) await desk.ReplyAsync(number);
            else await desk.ChangePriorityAsync(number, i % 2 == 0 ? Priority.High : Priority.Low);
        }

        return number;
    }
}
