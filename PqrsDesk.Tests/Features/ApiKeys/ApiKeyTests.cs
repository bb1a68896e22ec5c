using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.ApiKeys;

public sealed class ApiKeyTests
{
    [Fact]
    public async Task A_key_is_shown_once_and_only_its_hash_is_kept()
    {
        await using var desk = await TestDesk.StartAsync();
        var (shown, problem) = await CreateAsync(desk, " portal ", Role.Lead);

        Assert.Null(problem);
        Assert.StartsWith("pqrs_", shown, StringComparison.Ordinal);
        var kept = await desk.ReadAsync(db => db.ApiKeys.SingleAsync());
        Assert.Equal(("portal", Role.Lead, ApiKey.HashOf(shown!), desk.Clock.Now), (kept.Name, kept.Role, kept.Hash, kept.CreatedAt));
        Assert.DoesNotContain(shown!, kept.Hash, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("portal", ApiKeyProblem.NameTaken)]
    [InlineData("  ", ApiKeyProblem.NameMissing)]
    [InlineData("012345678901234567890123456789012345678901234567890123456789012345678901234567890", ApiKeyProblem.NameTooLong)]
    public async Task A_name_is_somebodys_and_a_real_one(string name, ApiKeyProblem problem)
    {
        await using var desk = await TestDesk.StartAsync();
        await CreateAsync(desk, "portal", Role.Agent);
        Assert.Equal((null, problem), await CreateAsync(desk, name, Role.Agent));
    }

    [Fact]
    public async Task A_revoked_key_stays_in_the_list_and_is_revoked_once()
    {
        await using var desk = await TestDesk.StartAsync();
        await CreateAsync(desk, "b", Role.Agent);
        await CreateAsync(desk, "a", Role.Admin);
        desk.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Null(await desk.Get<RevokeApiKey>().RunAsync("b", CancellationToken.None));
        Assert.Equal(ApiKeyProblem.NameUnknown, await desk.Get<RevokeApiKey>().RunAsync("b", CancellationToken.None));
        Assert.Equal(ApiKeyProblem.NameUnknown, await desk.Get<RevokeApiKey>().RunAsync("c", CancellationToken.None));
        Assert.Equal([("a", null), ("b", desk.Clock.Now)], (await desk.Get<ListApiKeys>().RunAsync(CancellationToken.None)).Select(key => (key.Name, key.RevokedAt)));
    }

    private static Task<(string? Shown, ApiKeyProblem? Problem)> CreateAsync(TestDesk desk, string name, Role role) =>
        desk.Get<CreateApiKey>().RunAsync(name, role, CancellationToken.None);
}
