using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Queue;

public sealed class RowKeysTests
{
    [Fact]
    public async Task Whatever_can_be_done_to_rows_has_a_shortcut_that_says_so_and_all_of_those_are_done()
    {
        await using var desk = await TestDesk.StartAsync();
        var extras = desk.Get<IEnumerable<IBulkAct>>().ToList();
        var keys = RowKeys.All(extras);

        Assert.NotEmpty(extras);
        Assert.All(extras, extra => Assert.NotNull(extra.Key));
        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.All(keys, key => Assert.Contains(Shortcuts.All, each => each.Name == key && each.Place is ShortcutPlace.Row or ShortcutPlace.Queue));
        Assert.Empty(Shortcuts.All.Where(each => each.Place == ShortcutPlace.Row).Select(each => each.Name).Except(keys));
        foreach (var verb in Enum.GetValues<BulkVerb>()) Assert.Equal(verb, RowKeys.VerbOf(RowKeys.Of(verb)));
        Assert.Empty(RowKeys.Asking(extras).Intersect(["take", "wake", "resume", "release"]));
    }
}
