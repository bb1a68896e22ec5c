using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Health;

public sealed class HealthTests(WebDesk desk) : IClassFixture<WebDesk>
{
    [Theory]
    [InlineData("/healthz/live", """{"status":"ok","checks":{}}""")]
    [InlineData("/healthz/ready", """{"status":"ok","checks":{"database":"ok","nodes":"This node does the background work."}}""")]
    public async Task A_desk_that_runs_lives_and_is_ready_and_says_so_to_anybody(string path, string body)
    {
        using var client = desk.Client();
        var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, body), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [SkippableTheory, Engines]
    public async Task A_database_of_another_version_is_not_ready(Engine engine)
    {
        await using var blank = await TestDesk.StartBlankAsync(engine);
        var result = await new DatabaseCheck(blank.Get<IDbContextFactory<Infrastructure.Persistence.DeskDb>>()).CheckHealthAsync(new HealthCheckContext());
        Assert.Equal(HealthStatus.Unhealthy, result.Status);
    }

    [Fact]
    public async Task A_lost_database_is_told_without_a_word_of_its_address()
    {
        await using var own = await WebDesk.StartAsync();
        await own.ReadAsync(db => db.Database.ExecuteSqlRawAsync("""DROP TABLE "__EFMigrationsHistory" """));
        using var client = own.Client();
        var answer = await client.GetAsync(new Uri("/healthz/ready", UriKind.Relative));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, """{"status":"failing","checks":{"database":"The database is not of this version.","nodes":"This node does the background work."}}"""),
            (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }
}
