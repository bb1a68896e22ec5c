using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Queue;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Testing;
using PqrsDesk.Ui;

namespace PqrsDesk.Bench;

public sealed class QueueBench : IBench
{
    private const int Times = 200;
    private static readonly int[] Sizes = [10_000, 100_000];

    public string Name => "queue";
    public string About => "The first page of the queue, one ticket in ten open: the query alone, the counters, and the whole page as the server draws it for a signed-in agent.";
    public IReadOnlyList<string> Columns => ["engine, tickets", "query p50 ms", "query p95 ms", "counters p50 ms", "page p50 ms", "page p95 ms"];

    public async IAsyncEnumerable<IReadOnlyList<string>> RunAsync()
    {
        foreach (var engine in Enum.GetValues<Engine>())
        {
            if (engine == Engine.Postgres && Machine.PostgresPrograms is null)
            {
                yield return [$"{engine}", "not installed here", "", "", "", ""];
                continue;
            }

            foreach (var size in Sizes)
            {
                await using var desk = await WebDesk.StartAsync(new() { Engine = engine, Environment = "Production" });
                await ManyTickets.FillAsync(desk, size, desk.Clock.Now);
                if (engine == Engine.Postgres) await desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync("ANALYZE"));
                using var client = desk.Client();
                client.DefaultRequestHeaders.Add("Cookie", await CookieAsync(desk));
                var query = await MeasureAsync(() => desk.Get<ListTickets>().RunAsync(new QueueView(new TicketFilter()), CancellationToken.None));
                var counters = await MeasureAsync(() => desk.Get<CountQueue>().RunAsync(CancellationToken.None));
                var page = await MeasureAsync(() => client.GetStringAsync(DeskUrls.Queue));
                yield return [$"{engine}, {size:N0}", At(query, 50), At(query, 95), At(counters, 50), At(page, 50), At(page, 95)];
            }
        }
    }

    private static string At(List<double> times, int percent) => $"{times[times.Count * percent / 100]:0.0}";

    private static async Task<List<double>> MeasureAsync<T>(Func<Task<T>> run)
    {
        for (var i = 0; i < Times / 2; i++) await run();
        var times = new List<double>();
        for (var i = 0; i < Times; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await run();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        times.Sort();
        return times;
    }

    /// <summary>The cookie that signing in would give.</summary>
    private static async Task<string> CookieAsync(WebDesk desk)
    {
        var member = await desk.HireWithAccountAsync(role: Role.Agent);
        await using var scope = desk.Services.CreateAsyncScope();
        var user = await scope.ServiceProvider.GetRequiredService<UserManager<DeskUser>>().FindByEmailAsync(member.Email);
        ClaimsPrincipal person = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<DeskUser>>().CreateAsync(user!);
        var options = desk.Get<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var properties = new AuthenticationProperties { IssuedUtc = desk.Clock.Now, ExpiresUtc = desk.Clock.Now.AddHours(1) };
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(new(person, properties, IdentityConstants.ApplicationScheme))}";
    }
}
