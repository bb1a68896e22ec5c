using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace PqrsDesk.Shell;

public class ShellEndpointsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 12, 17, 0, 0, 250, TimeSpan.Zero);

    [Fact]
    public async Task The_clock_answers_in_milliseconds_and_is_never_cached()
    {
        await using var app = await StartAsync();
        var answer = await app.GetTestClient().GetAsync(new Uri("/reloj", UriKind.Relative));

        Assert.Equal(Noon.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), await answer.Content.ReadAsStringAsync());
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("/idioma?cultura=en-US&volver=%2Ftablero%3Fx%3D1", "/tablero?x=1", ".AspNetCore.Culture=c%3Den-US%7Cuic%3Den-US")]
    [InlineData("/idioma?cultura=tlh&volver=%2Ftablero", "/tablero", null)]
    [InlineData("/idioma?cultura=en-US&volver=%2F%2Fevil.example", "/", ".AspNetCore.Culture=")]
    [InlineData("/idioma", "/", null)]
    [InlineData("/tema?valor=oscuro&volver=%2Fentrar", "/entrar", "tema=oscuro")]
    [InlineData("/tema?valor=auto&volver=https%3A%2F%2Fevil.example", "/", "tema=; expires=")]
    public async Task A_switch_is_remembered_and_leads_back_into_the_desk(string address, string back, string? cookie)
    {
        await using var app = await StartAsync();
        var answer = await app.GetTestClient().GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(back, answer.Headers.Location?.ToString());
        var cookies = answer.Headers.TryGetValues("Set-Cookie", out var values) ? string.Join('\n', values) : null;
        if (cookie is null) Assert.Null(cookies);
        else Assert.StartsWith(cookie, cookies, StringComparison.Ordinal);
    }

    private static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<TimeProvider>(new Stopped(Noon));
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.MapShellEndpoints();
        await app.StartAsync();
        return app;
    }

    private sealed class Stopped(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }
}
