using System.Net;
using PqrsDesk.Domain.Views;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Shell.Preferring;

public sealed class OwnLookTests(WebDesk desk) : IClassFixture<WebDesk>
{
    [Fact]
    public async Task The_first_page_is_drawn_as_the_person_wants_it_and_the_browser_remembers()
    {
        var ana = await desk.HireWithAccountAsync();
        var shelf = desk.Get<OwnShelf>();
        await shelf.KeepAsync(ana.Id, Scheme.Dark);
        await shelf.KeepAsync(ana.Id, QueueDensity.Compact);
        await shelf.KeepLanguageAsync(ana.Id, Languages.English);
        using var http = await desk.StaffAsync(ana);

        using var answer = await http.GetAsync(new Uri(DeskUrls.Preferences, UriKind.Relative));

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("<html lang=\"en\" data-scheme=\"dark\"", html, StringComparison.Ordinal);
        Assert.Contains("data-density=\"compact\"", html, StringComparison.Ordinal);
        Assert.Contains("Keyboard shortcuts", html, StringComparison.Ordinal);
        var cookies = string.Join('\n', answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("tema=oscuro", cookies, StringComparison.Ordinal);
        Assert.Contains("densidad=compacta", cookies, StringComparison.Ordinal);
        Assert.Contains("c%3Den-US", cookies, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_never_chose_keeps_what_the_browser_remembers()
    {
        using var http = await desk.StaffAsync();
        http.DefaultRequestHeaders.Add("Cookie", "tema=oscuro");
        using var answer = await http.GetAsync(new Uri(DeskUrls.Me, UriKind.Relative));
        Assert.Contains("data-scheme=\"dark\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("tema=", string.Join('\n', answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_switch_is_kept_for_whoever_is_signed_in()
    {
        var ana = await desk.HireWithAccountAsync();
        using var http = await desk.StaffAsync(ana);
        Assert.Equal(HttpStatusCode.Redirect, (await http.GetAsync(new Uri(DeskUrls.ThemeOf("claro", "/"), UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await http.GetAsync(new Uri(DeskUrls.LanguageOf("en-GB", "/"), UriKind.Relative))).StatusCode);
        await http.GetAsync(new Uri(DeskUrls.LanguageOf("tlh", "/"), UriKind.Relative));
        Assert.Equal(new Look(Scheme.Light, Languages.English, null), (await desk.Get<OwnShelf>().OfAsync(ana.Id)).Look);
    }

    [Fact]
    public async Task The_pages_are_for_staff()
    {
        using var nobody = desk.Client();
        foreach (var address in new[] { DeskUrls.Me, DeskUrls.Preferences })
        {
            using var answer = await nobody.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Contains(DeskUrls.SignIn, answer.Headers.Location?.ToString(), StringComparison.Ordinal);
        }
    }
}
