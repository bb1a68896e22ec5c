using System.Net;
using System.Xml.Linq;
using PqrsDesk.Domain.Availability;
using PqrsDesk.Features.Outages;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.StatusPages;

public sealed class StatusPageTests
{
    [Fact]
    public async Task Everybody_sees_what_is_public_and_nothing_that_is_not()
    {
        await using var desk = await WebDesk.StartAsync();
        var (app, hidden) = (await desk.PlatformAsync(isPublic: true), await desk.PlatformAsync("Nómina interna"));
        await desk.FailAsync(hidden, desk.Clock.Now, publicText: "Esto no sale");
        var id = await desk.FailAsync(app, desk.Clock.Now, publicText: "La app <b>no abre</b>");
        var number = await desk.FileAboutAsync();
        await desk.JoinAsync(id, number);
        var keep = desk.Get<KeepOutages>();
        await keep.ChangeAsync(id, null, Samples.Someone(), (outage, now) => outage.Say("Nota interna", false, "Ana Restrepo", now), CancellationToken.None);
        await keep.ChangeAsync(id, null, Samples.Someone(), (outage, now) => outage.Say("Ya sabemos qué es\u0001", true, "Ana Restrepo", now), CancellationToken.None);
        await desk.Get<KeepPlanned>().AnnounceAsync(new PlannedDowntime { ProductId = app.Id, From = desk.Clock.Now.AddDays(3), Until = desk.Clock.Now.AddDays(3).AddHours(1), AnnouncedAt = desk.Clock.Now.AddMinutes(-1), Reason = "Copias de seguridad", By = "Ana Restrepo" }, Samples.Someone(), CancellationToken.None);

        using var http = desk.Client();
        var page = await http.GetStringAsync(DeskUrls.PublicStatus);
        foreach (var shown in new[] { "Un servicio está caído", "App móvil", "La app &lt;b&gt;no abre&lt;/b&gt;", "Ya sabemos qué es", "Copias de seguridad", "Hace 90 días" }) Assert.Contains(WebUtility.HtmlDecode(shown), WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        foreach (var secret in new[] { "Nómina", "Esto no sale", "No abre en Android", "Nota interna", "Ana Restrepo", "María", number, "blazor.web.js", "<b>no" }) Assert.DoesNotContain(secret, page, StringComparison.Ordinal);

        using var english = desk.Client();
        english.DefaultRequestHeaders.Add("Cookie", ".AspNetCore.Culture=c%3Den-US%7Cuic%3Den-US");
        Assert.Contains("A service is down", await english.GetStringAsync(DeskUrls.PublicStatus), StringComparison.Ordinal);
        foreach (var odd in new[] { "?mes=2026-99", "?mes=%00", "?mes=1900-01" }) Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(DeskUrls.PublicStatus + odd)).StatusCode);

        var answer = await http.GetAsync(DeskUrls.PublicStatusFeed);
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync());
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var entry = Assert.Single(feed.Root!.Elements(atom + "entry"));
        Assert.Equal("App móvil · Caído", entry.Element(atom + "title")!.Value);
        Assert.Contains("Ya sabemos qué es", entry.Element(atom + "content")!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("Nota interna", feed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crowd_costs_one_reading_and_a_page_weighs_little()
    {
        await using var desk = await WebDesk.StartAsync();
        for (var each = 0; each < 20; each++) await desk.FailAsync(await desk.PlatformAsync($"Plataforma {each}", isPublic: true), desk.Clock.Now, publicText: new string('á', 200));
        using var http = desk.Client();
        var pages = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => http.GetStringAsync(DeskUrls.PublicStatus)));
        Assert.InRange(desk.Get<ReadStatus>().Readings, 1, 2);
        Assert.True(System.Text.Encoding.UTF8.GetByteCount(pages[0]) < 100 * 1024, $"{pages[0].Length} letters.");
    }

    [Fact]
    public async Task Bars_say_the_days_in_words_and_nothing_public_is_an_empty_state()
    {
        await using var desk = await TestDesk.StartAsync();
        Assert.Empty((await desk.Get<ReadStatus>().RunAsync()).Lines);
        var app = await desk.PlatformAsync(isPublic: true);
        await desk.FailAsync(app, desk.Clock.Now);
        desk.Clock.Advance(ReadStatus.Trust);
        var board = await desk.Get<ReadStatus>().RunAsync();
        var line = Assert.Single(board.Lines);
        Assert.Equal((90, PlatformState.Down), (line.Days.Count, line.State));
        Assert.Equal(100m, line.Days[^2]);

        // Half an hour and five seconds of ten hours and five seconds.
        Assert.Equal(94.986m, line.Days[^1]);
    }
}
