using System.Net;
using System.Text.Json;
using PqrsDesk.Domain.People;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Casework.Together;

public sealed class MentionsRouteTests(WebDesk desk) : IClassFixture<WebDesk>
{
    [Fact]
    public async Task Staff_are_offered_who_may_see_the_case_and_others_nothing()
    {
        var number = (await desk.FileAsync()).Number;
        await desk.AddAsync(new StaffMember { Name = "Gil Antiguo", Email = "gil@example.org", Role = Role.Agent, Active = false });
        await desk.HireAsync("José \"Pepe\" <b>Íñiguez</b>");
        using var staff = await desk.StaffAsync();
        using var answer = await staff.GetAsync(DeskUrls.MentionableOf(number));
        var names = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("people").EnumerateArray().Select(each => each.GetProperty("handle").GetString()).ToList();
        Assert.Contains("José \"Pepe\" <b>Íñiguez</b>", names);
        Assert.DoesNotContain("Gil Antiguo", names);

        using var nowhere = await staff.GetAsync(DeskUrls.MentionableOf("NADA-1"));
        using var stranger = desk.Client();
        using var shut = await stranger.GetAsync(DeskUrls.MentionableOf(number));
        Assert.Equal((HttpStatusCode.NotFound, true), (nowhere.StatusCode, shut.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Unauthorized or HttpStatusCode.Found));
    }
}
