using System.Diagnostics;
using System.Globalization;
using System.Net;
using PqrsDesk.Architecture;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Infrastructure.Cluster;

/// <summary>The proxy's configuration as docs/deploy gives it, run by a real nginx before two real nodes.</summary>
public sealed class ProxyTests
{
    private const int Browsers = 12;

    [SkippableFact]
    public async Task A_browser_stays_with_its_node_and_goes_to_the_other_when_that_is_gone()
    {
        var nginx = Machine.Need(Machine.Nginx, "nginx", "nginx-light");
        await using var database = await FreshDatabase.MakeAsync(Engine.Postgres);
        await using var one = await NodeProcess.StartAsync(database.Connection);
        await using var two = await NodeProcess.StartAsync(database.Connection);
        await using var proxy = await Proxy.StartAsync(nginx, one.Address, two.Address);

        // Which node answers shows in who does the background work.
        await Eventually.TrueAsync(async () => IsOnDuty(await one.HealthAsync()) != IsOnDuty(await two.HealthAsync()), "one node was on duty, and the other knew it");
        var browsers = Enumerable.Range(0, Browsers).Select(_ => proxy.Browser()).ToList();
        var served = new List<string>();
        foreach (var browser in browsers)
        {
            served.Add(await browser.GetStringAsync("/healthz/ready"));
            for (var again = 0; again < 5; again++) Assert.Equal(served[^1], await browser.GetStringAsync("/healthz/ready"));
        }

        Assert.Equal(2, served.Distinct().Count());
        one.Kill();
        foreach (var browser in browsers)
        {
            using var answer = await browser.GetAsync("/healthz/live");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            browser.Dispose();
        }
    }

    private static bool IsOnDuty((HttpStatusCode Status, string Text)? health) => health?.Text.Contains("This node does", StringComparison.Ordinal) == true;

    private sealed class Proxy(Process process, string folder, string address) : IAsyncDisposable
    {
        public static async Task<Proxy> StartAsync(string nginx, string one, string two)
        {
            var folder = Directory.CreateTempSubdirectory("pqrsdesk-proxy-").FullName;
            var port = PostgresCluster.FreePort().ToString(CultureInfo.InvariantCulture);
            var server = (await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs/deploy/nginx.conf")))
                .Replace("127.0.0.1:5081", new Uri(one).Authority, StringComparison.Ordinal)
                .Replace("127.0.0.1:5082", new Uri(two).Authority, StringComparison.Ordinal)
                .Replace("listen 8080", $"listen 127.0.0.1:{port}", StringComparison.Ordinal);
            var places = string.Join('\n', new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(kind => $"{kind}_temp_path {folder}/{kind};"));
            await File.WriteAllTextAsync($"{folder}/nginx.conf", $$"""
                daemon off;
                pid {{folder}}/pid;
                worker_processes 1;
                events { worker_connections 256; }
                http {
                access_log off;
                {{places}}
                {{server}}
                }
                """);
            var process = Process.Start(new ProcessStartInfo(nginx, ["-p", folder, "-e", $"{folder}/error.log", "-c", $"{folder}/nginx.conf"]) { RedirectStandardError = true })!;
            var proxy = new Proxy(process, folder, $"http://127.0.0.1:{port}");
            await Eventually.TrueAsync(proxy.AnswersAsync, "the proxy answered");
            return proxy;
        }

        /// <summary>Keeps the cookies that it is given.</summary>
        public HttpClient Browser() => new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = new(address) };

        public async ValueTask DisposeAsync()
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
            Directory.Delete(folder, recursive: true);
        }

        private async Task<bool> AnswersAsync()
        {
            if (process.HasExited) throw new InvalidOperationException($"nginx ended: {await process.StandardError.ReadToEndAsync()}");
            using var browser = Browser();
            try
            {
                using var answer = await browser.GetAsync("/healthz/live");
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }
    }
}
