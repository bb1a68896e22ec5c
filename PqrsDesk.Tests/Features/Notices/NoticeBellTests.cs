using Bunit;
using PqrsDesk.Domain.People;
using PqrsDesk.Features.Sweeping;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Notices;

public sealed class NoticeBellTests : PageTest
{
    [Fact]
    public async Task An_escalation_rings_at_its_owner_and_is_seen_by_following_it()
    {
        SignIn(Me = await Desk.HireAsync("Ana Restrepo"));
        var receipt = await Desk.FileAsync();
        await Desk.TakeAsync(receipt.Number, Me);
        var bell = Render<NoticeBell>();
        Assert.Contains("ninguno nuevo", bell.Find(".icon-button").GetAttribute("aria-label"), StringComparison.Ordinal);

        Desk.Clock.Advance(TimeSpan.FromDays(90));
        await Desk.Get<SweepDeadlines>().RunAsync(Desk.Clock.Now, CancellationToken.None);

        Await(bell, () => Assert.Equal("5", bell.Find(".bell-count").TextContent));
        await bell.InvokeAsync(() => bell.Find(".icon-button").ClickAsync(new()));
        var lines = bell.FindAll(".bell-list li");
        Assert.Equal(5, lines.Count);
        Assert.Contains("Escalamiento al 90 % (Término legal)", lines[0].TextContent, StringComparison.Ordinal);

        await bell.FindAll(".bell-list li a")[0].ClickAsync(new());
        Assert.Empty(bell.FindAll(".bell-count"));
        Assert.Empty(bell.FindAll(".bell-list"));
    }

    [Fact]
    public async Task What_was_for_somebody_else_does_not_ring()
    {
        var (other, receipt) = (await Desk.HireAsync("Beto Cruz"), await Desk.FileAsync());
        await Desk.TakeAsync(receipt.Number, other);
        Desk.Clock.Advance(TimeSpan.FromDays(90));
        await Desk.Get<SweepDeadlines>().RunAsync(Desk.Clock.Now, CancellationToken.None);

        SignIn(Me = await Desk.HireAsync("Ana Restrepo", Role.Agent));
        var bell = Render<NoticeBell>();
        await bell.InvokeAsync(() => bell.Find(".icon-button").ClickAsync(new()));
        Assert.Empty(bell.FindAll(".bell-list li"));
    }
}
