using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Queue;

public sealed class RowSelectionTests
{
    private readonly RowSelection selection = new();
    private readonly List<QueueRow> rows = [.. Enumerable.Range(1, 6).Select(i => Row(i))];

    [Fact]
    public void A_range_goes_from_the_last_one_in_either_direction_and_does_what_was_done_to_its_end()
    {
        selection.Toggle(rows[4], range: false, rows);
        selection.Toggle(rows[2], range: true, rows);
        Assert.Equal(["3", "4", "5"], Picked());

        selection.Toggle(rows[3], range: true, rows);
        Assert.Equal(["5"], Picked());
    }

    [Fact]
    public void A_range_whose_beginning_has_left_the_page_is_one_row()
    {
        selection.Toggle(rows[0], range: false, rows);
        selection.Toggle(rows[4], range: true, rows[1..]);

        Assert.Equal(["1", "5"], Picked());
    }

    [Fact]
    public void A_range_without_a_beginning_is_one_row()
    {
        selection.Toggle(rows[3], range: true, rows);

        Assert.Equal(["4"], Picked());
    }

    [Fact]
    public void The_head_picks_all_of_the_page_and_then_none_of_it_and_leaves_other_pages_alone()
    {
        selection.Toggle(rows[5], range: false, rows);
        var page = rows[..3];

        selection.ToggleAll(page);
        Assert.Equal((true, false, 4), (selection.HasAll(page), selection.HasSome(page), selection.Count));

        selection.Toggle(rows[0], range: false, page);
        Assert.Equal((false, true), (selection.HasAll(page), selection.HasSome(page)));

        selection.ToggleAll(page);
        selection.ToggleAll(page);
        Assert.Equal(["6"], Picked());
    }

    [Fact]
    public void What_stands_on_the_page_has_been_seen_and_what_has_left_it_stays_as_it_was()
    {
        selection.ToggleAll(rows[..2]);

        selection.See([rows[0] with { Version = 7, OwnerId = 3 }, rows[3] with { Version = 9 }]);

        Assert.Equal([("1", 7, 3), ("2", 1, null)], selection.Picks.Select(pick => (pick.Number, pick.Version, pick.OwnerId)).Order());
    }

    [Fact]
    public void An_empty_page_is_not_all_picked() => Assert.Equal((false, false), (selection.HasAll([]), selection.HasSome([])));

    private IEnumerable<string> Picked() => selection.Picks.Select(pick => pick.Number).Order(StringComparer.Ordinal);

    private static QueueRow Row(int i) => new(
        i, $"{i}", TicketKind.Claim, "Cobro doble", null, null, Channel.Web, Samples.FirstArea, "Atención", null, null,
        Priority.Medium, TicketStatus.Filed, TestClock.Tuesday, null, null, null, null, false, false, 1, TestClock.Tuesday);
}
