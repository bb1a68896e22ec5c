using System.Diagnostics;
using System.Text;
using PqrsDesk.Bench.Browsing;
using PqrsDesk.Bench.Circuits;
using PqrsDesk.Domain.People;
using PqrsDesk.Features.Casework;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Testing;
using PqrsDesk.Ui;

namespace PqrsDesk.Bench;

public sealed class TicketBench : ISizedBench
{
    private const int Tickets = 10_000;
    private const int Openings = 100;
    private const int Warm = 30;

    /// <summary>In what the circuit draws and in the document alike.</summary>
    private const string Last = "Esto es lo último que se dijo.";

    public string Name => "ticket";

    public string About =>
        $"Opening a ticket with a long log of all kinds, among {Tickets:N0}: what it asks the store; the page as the server draws it; that and its circuit until the ticket is drawn again (a new tab); "
        + "the same from a queue that is open (a link within the desk); the ticket and its events by the API. Then what a browser is sent for a new tab, in KiB on the wire: the document, the circuit's messages, and apart from them scripts and styles, when it has never been there (cold) and when it has (warm), of a build that was not published: a published one sends them packed, and once. "
        + "Goals with 300 events: p95 at most 60 ms for any way of opening it, document and circuit at most 200 KiB.";

    public IReadOnlyList<int> Sizes { get; set; } = [30, 300];
    public string SizesMean => "events of the ticket, each a row";

    public IReadOnlyList<string> Columns =>
    [
        "engine, events", "query p50, p95 ms", "page p50, p95 ms", "new tab p50, p95 ms", "from the queue p50, p95 ms", "API p50, p95 ms",
        "document KiB", "circuit KiB", "both", "files cold KiB", "files warm KiB",
    ];

    public async IAsyncEnumerable<IReadOnlyList<string>> RunAsync()
    {
        foreach (var engine in Enum.GetValues<Engine>())
        {
            if (engine == Engine.Postgres && Machine.PostgresPrograms is null)
            {
                yield return [$"{engine}", "not installed here", .. Columns.Skip(2).Select(_ => "")];
                continue;
            }

            await using var desk = await WebDesk.StartAsync(new() { Engine = engine, Environment = "Production" });
            await ManyTickets.FillAsync(desk, Tickets, desk.Clock.Now);
            foreach (var events in Sizes)
            {
                var number = await desk.LiveLongAsync(events, Last);
                yield return [$"{engine}, {events}", .. await TimesAsync(desk, number), .. await WeightAsync(desk, number)];
            }
        }
    }

    private static async Task<IReadOnlyList<string>> TimesAsync(WebDesk desk, string number)
    {
        var address = DeskUrls.TicketOf(number);
        using var client = await desk.StaffAsync();
        using var program = await ProgramAsync(desk);
        var query = await Timing.OfAsync(() => desk.Get<ReadTicket>().RunAsync(number, CancellationToken.None));
        var page = await Timing.OfAsync(() => client.GetStringAsync(address));
        var tab = await Timing.MeasuredAsync(() => NewTabAsync(client, address), Warm, Openings);
        var link = await FromQueueAsync(client, address);
        var api = await Timing.OfAsync(async () => (await program.GetStringAsync(DeskUrls.ApiTicketOf(number))).Length + (await program.GetStringAsync($"{DeskUrls.ApiTicketEventsOf(number)}?limit=500")).Length);
        return [Both(query), Both(page), Both(tab), Both(link), Both(api)];
    }

    private static async Task<TimeSpan> NewTabAsync(HttpClient client, string address)
    {
        var started = Stopwatch.GetTimestamp();
        await using var circuit = await Circuit.OpenAsync(client, address, _ => { }, CancellationToken.None);
        return Stopwatch.GetElapsedTime(started);
    }

    private static async Task<Timing> FromQueueAsync(HttpClient client, string address)
    {
        var last = Encoding.UTF8.GetBytes(Last);
        await using var circuit = await Circuit.OpenAsync(client, DeskUrls.Queue, _ => { }, CancellationToken.None);
        return await Timing.MeasuredAsync(async () =>
        {
            var started = Stopwatch.GetTimestamp();
            await circuit.GoAsync(address, last, CancellationToken.None);
            var took = Stopwatch.GetElapsedTime(started);
            await circuit.GoAsync(DeskUrls.Queue, "queue-grid"u8.ToArray(), CancellationToken.None);
            return took;
        }, Warm, Openings);
    }

    private static async Task<IReadOnlyList<string>> WeightAsync(WebDesk desk, string number)
    {
        if (Machine.Chromium is null) return ["no browser here", "", "", "", ""];
        using var client = await desk.StaffAsync();
        var (cold, warm) = await PageWeight.OfAsync(desk, client, DeskUrls.TicketOf(number), $"text={Last}");
        return [KiB(warm.Html), KiB(warm.Circuit), KiB(warm.Page), KiB(cold.Files), KiB(warm.Files)];
    }

    private static async Task<HttpClient> ProgramAsync(WebDesk desk)
    {
        var (kept, key) = ApiKey.Create($"bench {Guid.NewGuid():N}", Role.Agent, desk.Clock.Now);
        await desk.AddAsync(kept);
        var client = desk.Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return client;
    }

    private static string Both(Timing timing) => $"{timing.Percentile(50)}, {timing.Percentile(95)}";

    private static string KiB(long bytes) => $"{bytes / 1024.0:0}";
}
