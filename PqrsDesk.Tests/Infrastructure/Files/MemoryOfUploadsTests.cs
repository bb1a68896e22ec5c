using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Bench.Uploads;
using PqrsDesk.Domain.People;
using PqrsDesk.Features.Portal;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Infrastructure.Files;

/// <summary>A file of 100 MiB does not pass through memory, by whichever way it comes or goes. Seen from outside, on a program that does nothing else.</summary>
public sealed class MemoryOfUploadsTests
{
    private const long MiB = 1024 * 1024;
    private const long Size = 100 * MiB;

    /// <summary>Whoever kept it whole, even once, would need all of its bytes.</summary>
    private const long Most = 70 * MiB;

    [SkippableFact]
    public async Task One_hundred_mebibytes_come_and_go_and_the_program_does_not_grow()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Only Linux tells the highest memory of a program, and forgets it when asked.");
        await using var desk = await TestDesk.StartAsync();
        var (kept, key) = ApiKey.Create("prueba", Role.Agent, DateTimeOffset.UtcNow);
        await desk.AddAsync(kept);
        var number = (await desk.FileAsync()).Number;
        await using var node = await NodeProcess.StartAsync(desk.Connection, Engine.Sqlite);
        using var program = node.Client(key);
        using var browser = node.Client();
        program.Timeout = browser.Timeout = TimeSpan.FromMinutes(5);
        var address = "";
        List<(string Way, Func<long, Task> RunAsync)> ways =
        [
            ("as the body of the API", async bytes => address = await LargeFiles.AsBodyOfTheApiAsync(program, number, bytes)),
            ("downloaded", bytes => LargeFiles.TakeAsync(program, address, bytes)),
            ("by a form of the API", bytes => LargeFiles.ByFormOfTheApiAsync(program, number, bytes)),
            ("by the portal's form", bytes => LargeFiles.ByPortalAsync(browser, () => Task.Delay(FilePublicly.LeastTime + TimeSpan.FromMilliseconds(500)), (int)(bytes / MiB), bytes)),
        ];

        // What is done for the first time is compiled for the first time.
        foreach (var (_, runAsync) in ways)
            for (var turn = 0; turn < 2; turn++) await runAsync(2 * MiB);
        foreach (var (way, runAsync) in ways)
        {
            var before = await HighestAsync(node.Id, forget: true);
            await runAsync(Size);
            var grown = await HighestAsync(node.Id) - before;
            Assert.True(grown < Most, $"{way}: {grown / MiB} MiB more than before.");
        }

        Assert.Equal(3, await desk.ReadAsync(db => db.Files.CountAsync(file => file.Bytes == Size)));
    }

    /// <summary>Bytes of memory at its highest; from now on, where that is asked for.</summary>
    private static async Task<long> HighestAsync(int id, bool forget = false)
    {
        if (forget) await File.WriteAllTextAsync($"/proc/{id}/clear_refs", "5");
        var line = (await File.ReadAllLinesAsync($"/proc/{id}/status")).Single(each => each.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }
}
