using System.Net;
using System.Text.Json;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Sweeping;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Broadcasting;

public sealed class DeskHubTests(WebDesk desk) : IClassFixture<WebDesk>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_program_with_a_key_is_told_of_a_filing_after_its_commit()
    {
        using var limit = new CancellationTokenSource(Patience);
        await using var client = await ConnectAsync(limit.Token);
        await client.InvokeAsync("Join", [null], limit.Token);

        var receipt = await desk.FileAsync();

        var (target, happened) = await CalledForAsync(client, receipt.Number, limit.Token);
        Assert.Equal("TicketChanged", target);
        Assert.Equal("filed", happened.GetProperty("what").GetString());
        Assert.Equal(Samples.FirstArea, happened.GetProperty("areaId").GetInt32());
        Assert.Equal(1, happened.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Who_joined_one_area_hears_of_that_one_only_and_of_what_leaves_it()
    {
        using var limit = new CancellationTokenSource(Patience);
        var other = await desk.OpenAreaAsync($"Otra {Guid.NewGuid():N}");
        await using var client = await ConnectAsync(limit.Token);
        await client.InvokeAsync("JoinQueue", [$"area:{other.Id}"], limit.Token);

        await desk.FileAsync();
        var here = await desk.FileAsync(Samples.Filing with { AreaId = other.Id });
        var first = await desk.ReadAsync(db => db.Areas.FindAsync(Samples.FirstArea).AsTask());
        await desk.ChangeAsync(here.Number, (ticket, book, now) => ticket.Reassign(first!, other.Name, "No es de aquí.", book, now));

        Assert.Equal([(here.Number, "filed"), (here.Number, "reassigned")], [await WhatAsync(client, limit.Token), await WhatAsync(client, limit.Token)]);
    }

    [Fact]
    public async Task Who_resumes_hears_all_that_was_missed_once_and_then_what_comes()
    {
        using var limit = new CancellationTokenSource(Patience);
        var number = (await desk.FileAsync()).Number;
        long last;
        await using (var client = await ConnectAsync(limit.Token))
        {
            last = (await client.InvokeAsync("JoinQueue", ["all"], limit.Token)).GetInt64();
            await desk.NoteAsync(number);
            last = (await CalledForAsync(client, number, limit.Token)).Happened.GetProperty("id").GetInt64();
        }

        // More than are read at once, and while it comes back others go on.
        for (var turn = 0; turn < 600; turn++) await desk.NoteAsync(number, $"Mientras tanto {turn}");
        await using var again = await ConnectAsync(limit.Token);
        var going = Task.Run(async () =>
        {
            for (var turn = 0; turn < 50; turn++) await desk.NoteAsync(number, $"Después {turn}");
        });
        await again.InvokeAsync("Resume", [new[] { "all" }, last], limit.Token);
        await going;

        var versions = new List<int>();
        var ids = new List<long> { last };
        while (versions.Count < 650)
        {
            var (_, happened) = await CalledForAsync(again, number, limit.Token);
            versions.Add(happened.GetProperty("version").GetInt32());
            ids.Add(happened.GetProperty("id").GetInt64());
        }

        Assert.Equal(Enumerable.Range(3, 650), versions);
        Assert.Equal(ids.Order().Distinct(), ids);
    }

    [Fact]
    public async Task Deadlines_that_come_near_and_pass_have_messages_of_their_own()
    {
        using var limit = new CancellationTokenSource(Patience);
        await using var own = await WebDesk.StartAsync(new() { StartAt = TestClock.Tuesday });
        var number = (await own.FileAsync()).Number;
        await using var client = await HubClient.ConnectAsync(own.Address, await KeyAsync(own), limit.Token);
        await client.InvokeAsync("JoinQueue", ["all"], limit.Token);

        own.Clock.Advance(TimeSpan.FromDays(2));
        await own.Get<SweepDeadlines>().RunAsync(own.Clock.Now, limit.Token);

        var told = new List<(string Target, string? Deadline, int? Percent)>();
        while (told.All(each => each.Target != "DeadlineBreached"))
        {
            var (target, happened) = await CalledForAsync(client, number, limit.Token);
            told.Add((target,
                happened.TryGetProperty("deadline", out var deadline) ? deadline.GetString() : null,
                happened.TryGetProperty("percent", out var percent) ? percent.GetInt32() : null));
        }

        Assert.Contains(("DeadlineWarning", "firstResponse", 50), told);
        Assert.Equal(("DeadlineBreached", "firstResponse", null), told[^1]);
    }

    [Fact]
    public async Task The_counters_are_told_at_once_and_after_each_change()
    {
        using var limit = new CancellationTokenSource(Patience);
        await using var client = await ConnectAsync(limit.Token);
        await client.InvokeAsync("JoinQueue", ["counters"], limit.Token);
        var before = await client.CalledAsync(limit.Token);
        Assert.Equal("Counters", before.Target);

        await desk.FileAsync();
        await desk.FileAsync();

        // Others file on this desk too: it can only be more.
        while ((await client.CalledAsync(limit.Token)).Argument.GetProperty("open").GetInt32() < before.Argument.GetProperty("open").GetInt32() + 2)
        {
        }
    }

    [Theory]
    [InlineData("JoinQueue", "no such queue")]
    [InlineData("JoinQueue", "area:x")]
    [InlineData("JoinQueue", null)]
    public async Task A_queue_that_does_not_exist_is_refused_in_words(string method, string? queue)
    {
        using var limit = new CancellationTokenSource(Patience);
        await using var client = await ConnectAsync(limit.Token);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => client.InvokeAsync(method, [queue], limit.Token));
        Assert.Contains("No such queue", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_resumes_after_an_event_that_never_was_is_told_so()
    {
        using var limit = new CancellationTokenSource(Patience);
        await using var client = await ConnectAsync(limit.Token);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => client.InvokeAsync("Resume", [new[] { "all" }, long.MaxValue], limit.Token));
        Assert.Contains("no such event", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_hangs_up_is_not_kept()
    {
        using var limit = new CancellationTokenSource(Patience);
        var listeners = desk.Get<Listeners>();
        await using (var client = await ConnectAsync(limit.Token)) await client.InvokeAsync("JoinQueue", ["all"], limit.Token);
        await Eventually.TrueAsync(() => listeners.Count == 0, "all were let go");
    }

    [Fact]
    public async Task Without_a_key_nobody_comes_in()
    {
        using var http = desk.Client();
        using var response = await http.PostAsync("/hubs/desk/negotiate?negotiateVersion=1", null);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private static async Task<(string Number, string What)> WhatAsync(HubClient client, CancellationToken cancel)
    {
        var (_, happened) = await client.CalledAsync(cancel);
        return (happened.GetProperty("number").GetString()!, happened.GetProperty("what").GetString()!);
    }

    private static async Task<(string Target, JsonElement Happened)> CalledForAsync(HubClient client, string number, CancellationToken cancel)
    {
        while (true)
        {
            var called = await client.CalledAsync(cancel);
            if (called.Argument.GetProperty("number").GetString() == number) return called;
        }
    }

    private async Task<HubClient> ConnectAsync(CancellationToken cancel) => await HubClient.ConnectAsync(desk.Address, await KeyAsync(desk), cancel);

    private static async Task<string> KeyAsync(WebDesk desk)
    {
        var (kept, shown) = ApiKey.Create($"prueba {Guid.NewGuid():N}", Role.Agent, desk.Clock.Now);
        await desk.AddAsync(kept);
        return shown;
    }
}
