using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Skills;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features;

public sealed class NextCaseButtonTests : PageTest
{
    [Fact]
    public async Task It_leads_to_the_case_that_is_theirs_now()
    {
        var number = (await Desk.FileAsync()).Number;
        var button = Render<NextCaseButton>();

        await button.InvokeAsync(() => button.Find("button").ClickAsync(new()));

        Assert.EndsWith(DeskUrls.TicketOf(number), Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Equal(Me.Id, (await Desk.TicketAsync(number)).OwnerId);
    }

    [Fact]
    public async Task Where_nothing_waits_or_nothing_fits_it_says_so_and_what_would_be_next()
    {
        var button = Render<NextCaseButton>();
        await button.InvokeAsync(() => button.Find("button").ClickAsync(new()));
        See(button, () => Assert.Contains("No hay casos sin responsable.", Words(button.Find("[role=status]")), StringComparison.Ordinal));

        await Desk.Get<KeepSkills>().SetAsync(Me.Id, SkillKind.Channel, "5", SkillLevel.Able, Samples.Someone(Role.Admin), CancellationToken.None);
        var number = (await Desk.FileAsync(Samples.Filing with { Subject = Hostile })).Number;
        await button.InvokeAsync(() => button.Find("button").ClickAsync(new()));

        See(button, () => Assert.Equal(DeskUrls.TicketOf(number), button.Find(".next-case-words a").GetAttribute("href")));
        Assert.Contains(Hostile, button.Find(".next-case-words").TextContent, StringComparison.Ordinal);
        AssertNoElements((IRenderedComponent<IComponent>)button);
        Assert.Null((await Desk.TicketAsync(number)).OwnerId);
    }

    [Fact]
    public async Task Whoever_has_enough_is_told_how_many_and_how_to_go_on()
    {
        await Desk.Get<KeepSkills>().LimitAsync(Me.Id, 0, Samples.Someone(Role.Admin), CancellationToken.None);
        await Desk.FileAsync();
        Speak("en-US");
        var button = Render<NextCaseButton>();
        await button.InvokeAsync(() => button.Find("button").ClickAsync(new()));

        See(button, () => Assert.StartsWith("You have 0 cases to work on and the most is 0", Words(button.Find("[role=status]")), StringComparison.Ordinal));
    }
}
