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
    [InlineData("/healthz/ready", """{"status":"ok","checks":{"database":"ok","nodes":"This node does the background work.","files":"ok","mail":"No mail is set up."}}""")]
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
        Assert.Equal((HttpStatusCode.ServiceUnavailable, """{"status":"failing","checks":{"database":"The database is not of this version.","nodes":"This node does the background work.","files":"ok","mail":"No mail is set up."}}"""),
            (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Mail_that_does_not_come_or_go_degrades_a_desk_that_is_ready()
    {
        await using var desk = await TestDesk.StartAsync(settings: [.. Mailing.Mails.Sending, ("Mail:Inboxes:0:Host", "localhost"), ("Mail:Inboxes:0:Port", "1"), ("Mail:Inboxes:0:User", "pqrs@entidad.example")]);
        var check = new MailCheck(desk.Get<IDbContextFactory<Infrastructure.Persistence.DeskDb>>(), desk.Get<Infrastructure.Mail.MailSettings>(), desk.Get<Infrastructure.Channels.Meta.MetaHook>());
        Assert.Equal(HealthStatus.Healthy, (await check.CheckHealthAsync(new HealthCheckContext())).Status);

        await desk.FileAsync();
        for (var tried = 0; tried < 3; tried++)
        {
            await Assert.ThrowsAnyAsync<Exception>(() => desk.Get<Mailing.ReadMailbox>().RunAsync(desk.Get<Infrastructure.Mail.MailSettings>().Inboxes[0], CancellationToken.None));
            await desk.Get<Mailing.SendMails>().RunAsync(desk.Clock.Now, CancellationToken.None);
            desk.Clock.Advance(TimeSpan.FromHours(1));
        }

        var told = await check.CheckHealthAsync(new HealthCheckContext());
        Assert.Equal((HealthStatus.Degraded, "1 of 1 mailboxes cannot be read; 1 messages cannot be sent yet."), (told.Status, told.Description));
    }
}
