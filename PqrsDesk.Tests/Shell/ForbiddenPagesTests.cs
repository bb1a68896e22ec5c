using System.Net;
using PqrsDesk.Domain.People;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Shell;

public sealed class ForbiddenPagesTests
{
    [Fact]
    public async Task Who_is_signed_in_is_told_whom_a_page_is_for_and_a_stranger_signs_in()
    {
        await using var desk = await WebDesk.StartAsync();
        using var agent = await desk.StaffAsync();
        await TellsAsync(agent, DeskUrls.NewContract, "Esta página es para líderes, gerentes y administradores.");
        await TellsAsync(agent, DeskUrls.CriticalitySettings, "Esta página es para administradores.");

        using var lead = await desk.StaffAsync(Role.Lead);
        using var opened = await lead.GetAsync(DeskUrls.NewContract);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);

        using var stranger = desk.Client();
        using var sent = await stranger.GetAsync(DeskUrls.NewContract);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Contains(DeskUrls.SignIn, sent.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private static async Task TellsAsync(HttpClient http, string address, string words)
    {
        using var answer = await http.GetAsync(address);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain("contrato-precio", page, StringComparison.Ordinal);
    }
}
