using PqrsDesk.Domain.People;
using PqrsDesk.Features.ApiKeys;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Infrastructure.Identity;

public sealed class ApiKeyShelfTests
{
    [SkippableTheory, Engines]
    public async Task A_revoked_key_stops_here_at_once_and_in_another_process_after_seconds(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await using var other = desk.AnotherNode();
        var hash = await CreateAsync(desk);
        Assert.Equal("portal", (await FindAsync(desk, hash))?.Name);
        Assert.Equal("portal", (await FindAsync(other, hash))?.Name);

        Assert.Null(await desk.Get<RevokeApiKey>().RunAsync("portal", CancellationToken.None));
        Assert.Null(await FindAsync(desk, hash));
        Assert.NotNull(await FindAsync(other, hash));
        desk.Clock.Advance(ApiKeyShelf.Trust);
        Assert.Null(await FindAsync(other, hash));
    }

    [Fact]
    public async Task A_new_key_works_from_its_first_call_even_if_it_was_tried_before()
    {
        await using var desk = await TestDesk.StartAsync();
        var (kept, shown) = ApiKey.Create("portal", Role.Agent, desk.Clock.Now);
        Assert.Null(await FindAsync(desk, ApiKey.HashOf(shown)));
        await desk.AddAsync(kept);
        Assert.Equal(Role.Agent, (await FindAsync(desk, ApiKey.HashOf(shown)))?.Role);
    }

    private static async Task<string> CreateAsync(TestDesk desk)
    {
        var (shown, _) = await desk.Get<CreateApiKey>().RunAsync("portal", Role.Agent, CancellationToken.None);
        return ApiKey.HashOf(shown!);
    }

    private static Task<ApiKey?> FindAsync(TestDesk desk, string hash) => desk.Get<ApiKeyShelf>().FindAsync(hash, CancellationToken.None);
}
