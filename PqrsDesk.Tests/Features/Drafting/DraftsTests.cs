using PqrsDesk.Features.Sweeping;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Drafting;

public sealed class DraftsTests
{
    [SkippableTheory, Engines]
    public async Task A_draft_is_its_writers_alone_and_the_newest_counts(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (ana, luis) = (await desk.HireAsync(), await desk.HireAsync("Luis Rojas"));
        var drafts = desk.Get<Drafts>();

        await drafts.KeepAsync(ana.Id, "caso:1", "\"uno\"", CancellationToken.None);
        await drafts.KeepAsync(ana.Id, "caso:1", "\"dos\"", CancellationToken.None);

        Assert.Equal("dos", await drafts.ReadAsync<string>(ana.Id, "caso:1", CancellationToken.None));
        Assert.Null(await drafts.ReadAsync<string>(luis.Id, "caso:1", CancellationToken.None));
        Assert.Null(await drafts.ReadAsync<string>(ana.Id, "caso:2", CancellationToken.None));

        await drafts.KeepAsync(ana.Id, "caso:1", null, CancellationToken.None);
        Assert.Null(await drafts.ReadAsync<string>(ana.Id, "caso:1", CancellationToken.None));
    }

    [Fact]
    public async Task What_another_version_wrote_and_nobody_can_read_is_no_draft()
    {
        await using var desk = await TestDesk.StartAsync();
        var ana = await desk.HireAsync();

        await desk.Get<Drafts>().KeepAsync(ana.Id, "buzon", "{\"Rows\":7}", CancellationToken.None);

        Assert.Null(await desk.Get<Drafts>().ReadAsync<List<string>>(ana.Id, "buzon", CancellationToken.None));
    }

    [Fact]
    public async Task Only_what_nobody_came_back_to_is_forgotten()
    {
        await using var desk = await TestDesk.StartAsync();
        var ana = await desk.HireAsync();
        await desk.Get<Drafts>().KeepAsync(ana.Id, "caso:1", "\"viejo\"", CancellationToken.None);
        desk.Clock.Now += Drafts.Kept / 2;
        await desk.Get<Drafts>().KeepAsync(ana.Id, "caso:2", "\"nuevo\"", CancellationToken.None);

        Assert.Equal(1, await desk.Get<ForgetDrafts>().RunAsync(desk.Clock.Now + (Drafts.Kept / 2) + TimeSpan.FromMinutes(1), CancellationToken.None));

        Assert.Null(await desk.Get<Drafts>().ReadAsync<string>(ana.Id, "caso:1", CancellationToken.None));
        Assert.Equal("nuevo", await desk.Get<Drafts>().ReadAsync<string>(ana.Id, "caso:2", CancellationToken.None));
    }
}
