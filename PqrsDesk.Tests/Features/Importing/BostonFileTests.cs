using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Importing;

/// <summary>The real file of the City of Boston, which lies beside the repository and not in it.</summary>
public sealed class BostonFileTests
{
    [SkippableTheory, Engines]
    public async Task The_two_thousand_requests_come_in_by_the_map_that_the_repository_ships(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        using var file = Open();
        var first = await RunAsync(desk, file);
        var second = await RunAsync(desk, file);

        Assert.Equal((2000, 1997, 0, 3), (first.Read, first.Imported, first.Skipped, first.Rejected));
        Assert.Equal((2000, 0, 1997, 3), (second.Read, second.Imported, second.Skipped, second.Rejected));
        Assert.Equal([833, 1128, 1269], first.FirstRejected.Select(rejected => rejected.Row.Line));
        Assert.All(first.FirstRejected, rejected => Assert.Equal("Row.ClosedBeforeFiled", Assert.Single(rejected.Reasons).Key));
        Assert.Equal(326, await desk.ReadAsync(db => db.Tickets.CountAsync(ticket => ticket.Status < TicketStatus.Answered)));
        Assert.Equal(1997, await desk.ReadAsync(db => db.Tickets.CountAsync(ticket => ticket.Source == "boston-311")));
    }

    [SkippableFact]
    public async Task Every_instant_is_that_of_the_file()
    {
        await using var desk = await TestDesk.StartAsync();
        using var file = Open();
        await RunAsync(desk, file);
        var stored = await desk.ReadAsync(db => db.Tickets.AsNoTracking().Include(ticket => ticket.Deadlines).ToDictionaryAsync(ticket => ticket.ExternalId!));

        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        foreach (var row in file.Rows().Where(row => stored.ContainsKey(row.Fields[0])))
        {
            var ticket = stored[row.Fields[0]];
            Assert.Equal((row.Fields[1], row.Fields[2], row.Fields[3]), (Local(ticket.FiledAt), Local(ticket.Deadlines.SingleOrDefault()?.DueAt), Local(ticket.ClosedAt)));
        }

        // Late as the City counts it: closed after the target, or still open when the export was taken.
        string[] late = [.. file.Rows().Where(row => row.Fields[4] == "OVERDUE" && row.Fields[3].Length > 0).Select(row => row.Fields[0])];
        Assert.NotEmpty(late);
        Assert.All(late, id => Assert.NotNull(stored[id].BreachedAt));

        string Local(DateTimeOffset? at) => at is { } instant
            ? TimeZoneInfo.ConvertTime(instant, zone).ToString("MM/dd/yyyy hh:mm:ss tt", System.Globalization.CultureInfo.InvariantCulture)
            : "";
    }

    private static Task<ImportSummary> RunAsync(TestDesk desk, ImportFile file) => desk.Get<ImportTickets>().RunAsync(file, null, _ => { }, CancellationToken.None);

    private static ImportFile Open()
    {
        var root = Root();
        var data = Path.Combine(root, "..", "shared", "data", "requests-2k.csv");
        Skip.IfNot(File.Exists(data), $"The requests of Boston are not here: {Path.GetFullPath(data)}.");
        return ImportFile.Open(data, Path.Combine(root, "docs", "import", "boston-311.json"));
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PqrsDesk.sln"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return folder;
    }
}
