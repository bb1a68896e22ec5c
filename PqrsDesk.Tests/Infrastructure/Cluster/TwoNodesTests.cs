using System.Collections.Concurrent;
using System.Net;
using PqrsDesk.Domain.People;
using PqrsDesk.Features.Broadcasting;
using PqrsDesk.Features.Casework.Together;
using PqrsDesk.Features.Notices;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Presence;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Infrastructure.Cluster;

/// <summary>Two nodes in one process, with all that runs in each, on one PostgreSQL.</summary>
public sealed class TwoNodesTests : IAsyncLifetime
{
    private WebDesk _one = default!;
    private WebDesk _two = default!;

    public async Task InitializeAsync()
    {
        // Whether it is missing each test says: here a skip would be a failure.
        if (Machine.PostgresPrograms is null) return;
        _one = await WebDesk.StartAsync(new() { Engine = Engine.Postgres, Environment = "Production" });
        _two = await _one.AnotherNodeAsync();
        await Eventually.TrueAsync(() => _one.Get<INodeWire>().IsOpen && _two.Get<INodeWire>().IsOpen, "both nodes heard each other");
    }

    public async Task DisposeAsync()
    {
        if (_two is not null) await _two.DisposeAsync();
        if (_one is not null) await _one.DisposeAsync();
    }

    [SkippableFact]
    public async Task What_one_commits_the_other_s_feed_is_told_with_what_happened()
    {
        Machine.Need(Machine.PostgresPrograms, "PostgreSQL's server", "postgresql");
        var told = new ConcurrentQueue<TicketChange>();
        using var reading = _two.Get<ITicketFeed>().Subscribe(changes => Array.ForEach([.. changes], told.Enqueue));

        var number = (await _one.FileAsync()).Number;
        await _one.NoteAsync(number);
        await _one.TakeAsync(number, await _one.HireAsync());

        await Eventually.TrueAsync(() => told.Sum(change => change.Happened.Count) == 3, "all three were told");
        Assert.All(told, change => Assert.Equal(number, change.Number));
        Assert.Equal(["filed", "noted", "assigned"], told.SelectMany(change => change.Happened).Select(each => each.StoredName));
        Assert.Equal(3, told.Last().Version);
    }

    [SkippableFact]
    public async Task A_view_on_one_is_asked_again_after_a_change_on_the_other()
    {
        Machine.Need(Machine.PostgresPrograms, "PostgreSQL's server", "postgresql");
        var seen = new ConcurrentQueue<string>();
        var question = new LiveQuestion<string>("tickets", async (db, cancel) => $"{await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.CountAsync(db.Tickets, cancel)}");
        using var watch = _two.Get<LiveViews>().Watch(question, seen.Enqueue);
        await Eventually.TrueAsync(() => seen.LastOrDefault() == "0", "the view was asked");

        await _one.FileAsync();

        await Eventually.TrueAsync(() => seen.LastOrDefault() == "1", "the view saw the other node's filing");
    }

    [SkippableFact]
    public async Task What_is_said_beside_a_case_on_one_is_seen_on_the_other_and_whoever_is_called_is_told_there()
    {
        Machine.Need(Machine.PostgresPrograms, "PostgreSQL's server", "postgresql");
        var (ana, beto) = (await _one.HireAsync("Ana Restrepo"), await _one.HireAsync("Beto Cruz"));
        var id = (await _one.TicketAsync((await _one.FileAsync()).Number)).Id;
        var (talk, told) = (new ConcurrentQueue<int>(), new ConcurrentQueue<int>());
        using var lines = _two.Get<LiveViews>().Watch(ReadTogether.Question(id), sight => talk.Enqueue(sight.Lines.Count + (10 * sight.Followers.Count)));
        using var bell = _two.Get<LiveViews>().Watch(ReadNotices.Question(ana.Id), board => told.Enqueue(board.New));
        await Eventually.TrueAsync(() => talk.LastOrDefault(-1) == 0 && told.LastOrDefault(-1) == 0, "both views were asked");

        Assert.Null(await _one.Get<SayInChat>().RunAsync(id, "@Ana Restrepo, mire.", Guid.NewGuid(), Actor.Staff(beto), CancellationToken.None));

        await Eventually.TrueAsync(() => talk.Last() == 11 && told.Last() == 1, "the other node saw the line, who follows now, and the notice");
    }

    [SkippableFact]
    public async Task A_saved_view_that_one_changes_is_told_to_the_other_at_once()
    {
        Machine.Need(Machine.PostgresPrograms, "PostgreSQL's server", "postgresql");
        var lead = await _one.HireAsync("Lía Vega", Role.Lead);
        var reader = new Domain.Views.ViewReader(lead.Id, lead.AreaId, lead.Role);
        var (shelf, told) = (_two.Get<Features.Queue.Views.ViewShelf>(), new ConcurrentQueue<IReadOnlyList<string>>());
        Assert.Empty(await shelf.OfAsync(reader));
        using var watch = shelf.Watch(() => told.Enqueue([.. shelf.OfAsync(reader).GetAwaiter().GetResult().Select(view => view.Name)]));

        var view = (await _one.Get<Features.Queue.Views.KeepViews>().SaveAsync(new("Reclamos", Domain.Views.ViewReach.All, null), "/?tipo=Claim", reader, CancellationToken.None)).View!;
        await Eventually.TrueAsync(() => told.LastOrDefault() is ["Reclamos"], "the other node has the view");
        await _one.Get<Features.Queue.Views.KeepViews>().DeleteAsync(view.Id, reader, CancellationToken.None);
        await Eventually.TrueAsync(() => told.LastOrDefault() is [], "the other node has it no more");
    }

    [SkippableFact]
    public async Task Who_is_at_a_ticket_on_one_is_seen_on_the_other_and_gone_when_they_leave()
    {
        Machine.Need(Machine.PostgresPrograms, "PostgreSQL's server", "postgresql");
        var (here, there) = (_one.Get<PresenceBook>(), _two.Get<PresenceBook>());
        using (var visit = here.Enter("PQRS-2026-000001", 7, "Ana Restrepo"))
        {
            await Eventually.TrueAsync(() => there.Now.At("PQRS-2026-000001", null) is [{ MemberId: 7, Name: "Ana Restrepo", Writes: false }], "she was seen");
            visit.Write(true);
            await Eventually.TrueAsync(() => there.Now.At("PQRS-2026-000001", null) is [{ Writes: true }], "she was seen to write");
        }

        await Eventually.TrueAsync(() => there.Now.At("PQRS-2026-000001", null).Count == 0, "she was seen to leave");
    }

    [SkippableFact]
    public async Task One_of_them_is_on_duty_and_the_other_takes_over()
    {
        Machine.Need(Machine.PostgresPrograms, "PostgreSQL's server", "postgresql");
        await Eventually.TrueAsync(() => _one.Get<IDuty>().IsMine != _two.Get<IDuty>().IsMine, "one was on duty");
        var (busy, idle) = _one.Get<IDuty>().IsMine ? (_one, _two) : (_two, _one);
        var spare = idle.Get<IDuty>();
        await busy.RestartAsync(() => Eventually.TrueAsync(() => spare.IsMine, "the other took over"));

        Assert.True(spare.IsMine);
        Assert.False(busy.Get<IDuty>().IsMine);
    }

    [SkippableFact]
    public async Task A_program_on_one_hears_what_was_committed_on_the_other_and_resumes_on_either()
    {
        Machine.Need(Machine.PostgresPrograms, "PostgreSQL's server", "postgresql");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var (kept, key) = ApiKey.Create("prueba", Role.Agent, _one.Clock.Now);
        await _one.AddAsync(kept);
        long last;
        await using (var client = await HubClient.ConnectAsync(_two.Address, key, limit.Token))
        {
            await client.InvokeAsync("JoinQueue", ["all"], limit.Token);
            var number = (await _one.FileAsync()).Number;
            var (_, happened) = await client.CalledAsync(limit.Token);
            Assert.Equal(number, happened.GetProperty("number").GetString());
            last = happened.GetProperty("id").GetInt64();
        }

        await using var again = await HubClient.ConnectAsync(_one.Address, key, limit.Token);
        var later = (await _two.FileAsync()).Number;
        await again.InvokeAsync("Resume", [new[] { "all" }, last], limit.Token);
        Assert.Equal(later, (await again.CalledAsync(limit.Token)).Argument.GetProperty("number").GetString());
    }

    [SkippableFact]
    public async Task Who_signed_in_on_one_is_known_on_the_other()
    {
        Machine.Need(Machine.PostgresPrograms, "PostgreSQL's server", "postgresql");
        using var signedIn = await _one.StaffAsync();
        var cookie = signedIn.DefaultRequestHeaders.GetValues("Cookie");
        using var other = _two.Client();
        other.DefaultRequestHeaders.Add("Cookie", cookie);
        using var page = await other.GetAsync(DeskUrls.Queue);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }
}
