using Bunit;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Queue;

public sealed class BulkBarTests : WidgetTest
{
    [Fact]
    public void While_it_runs_the_number_goes_on_the_words_stay_and_nothing_can_be_pressed()
    {
        var run = new BulkRun("Tomando 500 casos", 500) { Done = 150 };

        var bar = Render<BulkBar>(parameters => parameters.Add(each => each.Selection, Picked(500)).Add(each => each.Run, run));

        var progress = bar.Find("progress");
        Assert.Equal(("150", "500", "Tomando 500 casos"), (progress.GetAttribute("value"), progress.GetAttribute("max"), progress.GetAttribute("aria-label")));
        Assert.Contains("150 de 500", Words(bar.Find(".bulk-bar")), StringComparison.Ordinal);
        Assert.Equal("Tomando 500 casos", Words(bar.Find("[role=status]")));
        Assert.All(bar.FindAll("button"), button => Assert.True(button.HasAttribute("disabled")));
    }

    [Fact]
    public void A_longer_list_offers_its_first_five_hundred()
    {
        var bar = Render<BulkBar>(parameters => parameters.Add(each => each.Selection, Picked(50)).Add(each => each.Whole, 1_240));

        Assert.Equal($"Seleccionar los primeros 500 de {1_240.ToString("N0", new System.Globalization.CultureInfo("es-CO"))}", Words(bar.Find("[data-pick-list]")));
    }

    [Fact]
    public void More_than_five_hundred_cannot_be_changed_at_once()
    {
        var bar = Render<BulkBar>(parameters => parameters.Add(each => each.Selection, Picked(501)));

        Assert.Contains("Como máximo 500 a la vez", Words(bar.Find(".bulk-bar")), StringComparison.Ordinal);
        Assert.All(bar.FindAll(".bulk-actions button"), button => Assert.True(button.HasAttribute("disabled")));
        Assert.False(bar.Find("[data-key=unpick]").HasAttribute("disabled"));
    }

    [Fact]
    public void With_nothing_picked_only_the_place_of_its_words_is_there()
    {
        var bar = Render<BulkBar>(parameters => parameters.Add(each => each.Selection, new RowSelection()));

        Assert.Equal("", Words(bar.Find("[role=status]")));
        Assert.Empty(bar.FindAll("button"));
    }

    private static RowSelection Picked(int count)
    {
        var selection = new RowSelection();
        selection.Become([.. Enumerable.Range(1, count).Select(i => new QueueRow(
            i, $"{i}", TicketKind.Claim, "Cobro doble", null, null, Channel.Web, Samples.FirstArea, "Atención", null, null,
            Priority.Medium, TicketStatus.Filed, TestClock.Tuesday, null, null, null, null, false, false, 1, TestClock.Tuesday))]);
        return selection;
    }
}
