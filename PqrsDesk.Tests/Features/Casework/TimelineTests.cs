using Bunit;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Casework;

public sealed class TimelineTests : PageTest
{
    private const string Last = "Lo último que se dijo.";

    [Fact]
    public async Task A_long_case_shows_what_was_filed_and_what_is_new_and_the_rest_when_it_is_asked_for()
    {
        var number = await Desk.LiveLongAsync(120, Last);
        var all = (await Desk.Get<ReadTicket>().RunAsync(number, CancellationToken.None)).Ticket!.Timeline;
        var timeline = Render<Timeline>(parameters => parameters.Add(each => each.Lines, all).Add(each => each.Files, []));

        Assert.Contains(Last, Words(timeline.Find(".turn:last-of-type")), StringComparison.Ordinal);
        Assert.Contains("radic", Words(timeline.Find(".conversation > li")), StringComparison.Ordinal);
        var shown = Lines(timeline);
        Assert.InRange(shown, 40, 60);
        Assert.Equal($"Mostrar los {all.Count - shown} movimientos anteriores", Words(timeline.Find("[data-older]")));

        // What is new comes to it, and takes nothing away that somebody reads.
        await Desk.NoteAsync(number, "Y esto después.");
        var more = (await Desk.Get<ReadTicket>().RunAsync(number, CancellationToken.None)).Ticket!.Timeline;
        timeline.Render(parameters => parameters.Add(each => each.Lines, more));
        Assert.Equal(shown + 1, Lines(timeline));

        await timeline.InvokeAsync(() => timeline.Find("[data-older]").ClickAsync(new()));
        Assert.Empty(timeline.FindAll("[data-older]"));
        Assert.Equal(more.Count, Lines(timeline));
    }

    [Fact]
    public async Task An_ordinary_case_shows_all()
    {
        var number = await Desk.LiveLongAsync(30);
        var all = (await Desk.Get<ReadTicket>().RunAsync(number, CancellationToken.None)).Ticket!.Timeline;

        var timeline = Render<Timeline>(parameters => parameters.Add(each => each.Lines, all).Add(each => each.Files, []));

        Assert.Empty(timeline.FindAll("[data-older]"));
        Assert.Equal(all.Count, Lines(timeline));
    }

    /// <summary>Of the log: what was filed is a grey line and a turn.</summary>
    private static int Lines(IRenderedComponent<Timeline> timeline) => timeline.FindAll(".turn, .event-line").Count - 1;
}
