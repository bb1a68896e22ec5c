using Xunit;

namespace PqrsDesk.Ui;

public sealed class KeyMapTests
{
    [Fact]
    public void Who_chose_nothing_has_the_keys_of_the_catalogue()
    {
        Assert.All(Shortcuts.All, each => Assert.Equal(each.Keys, KeyMap.Usual.Heard(each.Name)));
        Assert.Empty(KeyMap.Usual.Own);
        Assert.Equal("", KeyMap.Usual.Heard("no-such"));
    }

    [Fact]
    public void Each_can_be_given_other_keys_and_its_own_again()
    {
        var keys = KeyMap.Usual.With(Of("take"), "y").With(Of("go-mine"), "g z").With(Of("send"), "Ctrl+Shift+Space");

        Assert.Equal(["y", "g z", "Ctrl+Shift+Space"], new[] { "take", "go-mine", "send" }.Select(keys.Heard));
        Assert.Equal("Tomar (y)", keys.Hint("Tomar", "take"));
        Assert.Empty(keys.With(Of("take"), "t").With(Of("go-mine"), "g m").With(Of("send"), "Ctrl+Enter").Own);
    }

    [Theory]
    [InlineData("take", "no", KeyProblem.Malformed)]
    [InlineData("take", "Tab", KeyProblem.Reserved)]
    [InlineData("take", "Ctrl+w", KeyProblem.Reserved)]
    [InlineData("bold", "y", KeyProblem.NeedsCtrl)]
    [InlineData("bold", "Alt+y", KeyProblem.NeedsCtrl)]
    [InlineData("take", "r", KeyProblem.Taken)]
    [InlineData("take", "g", KeyProblem.Taken)]
    [InlineData("take", "j j", KeyProblem.Taken)]
    [InlineData("take", "g c", KeyProblem.Taken)]
    public void What_cannot_be_is_refused_with_its_reason(string name, string keys, KeyProblem problem) => Assert.Equal(problem, KeyMap.Usual.Fault(Of(name), keys)?.Problem);

    [Fact]
    public void The_first_of_two_strokes_is_said_to_be_taken_by_all_that_begin_with_it()
    {
        var fault = KeyMap.Usual.Fault(Of("take"), "g")!;
        Assert.Equal(Shortcuts.All.Count(each => each.Keys.StartsWith("g ", StringComparison.Ordinal)), fault.Others.Count);
        Assert.False(fault.CanSwap);
    }

    [Fact]
    public void Two_change_places_on_purpose_or_one_goes_without()
    {
        var fault = KeyMap.Usual.Fault(Of("take"), "r")!;
        Assert.Equal(["reply"], fault.Others.Select(each => each.Name));
        Assert.True(fault.CanSwap);

        var swapped = KeyMap.Usual.Swap(Of("take"), Of("reply"));
        Assert.Equal(("r", "t"), (swapped.Heard("take"), swapped.Heard("reply")));
        Assert.Empty(swapped.Swap(Of("take"), Of("reply")).Own);

        var taken = KeyMap.Usual.With(Of("take"), "r");
        Assert.Equal(("r", ""), (taken.Heard("take"), taken.Heard("reply")));
        Assert.Equal(KeyProblem.Taken, taken.Fault(Of("reply"), "r")?.Problem);
        Assert.Null(taken.Fault(Of("reply"), "t"));
    }

    [Fact]
    public void Nobody_swaps_into_what_cannot_be_theirs()
    {
        // While writing there must be Ctrl; and "f" is two shortcuts' by the desk's own laying.
        Assert.False(KeyMap.Usual.Fault(Of("take"), "Ctrl+b")!.CanSwap);
        Assert.Equal(["filter", "fields"], KeyMap.Usual.Fault(Of("take"), "f")!.Others.Select(each => each.Name));
        Assert.False(KeyMap.Usual.Fault(Of("filter"), "r")!.CanSwap);
        Assert.Null(KeyMap.Usual.With(Of("filter"), "y").Fault(Of("filter"), "f"));
    }

    [Fact]
    public void Letters_can_be_switched_off_and_what_has_Ctrl_or_no_letter_stays()
    {
        var keys = KeyMap.Usual.With(Of("take"), "Alt+y").WithLetters(off: true);

        Assert.Equal(["", "", "", ""], new[] { "help", "search", "go-queue", "view-1" }.Select(keys.Heard));
        Assert.Equal(["Alt+y", "Ctrl+k", "Enter", "Escape"], new[] { "take", "palette", "open", "unpick" }.Select(keys.Heard));
        Assert.Equal("?", keys.Chosen("help"));
        Assert.Equal("?", keys.WithLetters(off: false).Heard("help"));
    }

    [Fact]
    public void What_was_kept_and_cannot_be_breaks_nothing()
    {
        var keys = Kept(("take", "\u0000"), ("reply", "Ctrl+w"), ("bold", "b"), ("no-such", "y"), ("note", new string('x', 100_000)), ("close", "<script>"), ("wait", "Q"));
        Assert.Empty(keys.Own);
        Assert.All(Shortcuts.All, each => Assert.Equal(each.Keys, keys.Heard(each.Name)));
    }

    [Fact]
    public void Of_two_that_were_kept_with_the_same_keys_one_has_them()
    {
        var keys = Kept(("assign", "y"), ("take", "y"), ("reply", "y z"));
        Assert.Equal(["take"], keys.Own.Keys);
        Assert.Equal(("a", "r"), (keys.Heard("assign"), keys.Heard("reply")));
    }

    [Fact]
    public void What_somebody_chose_is_theirs_also_when_the_desk_gives_it_to_something_new()
    {
        var keys = Kept(("take", "i"));
        Assert.Equal(("i", ""), (keys.Heard("take"), keys.Heard("note")));
    }

    private static KeyMap Kept(params (string Name, string Keys)[] own) => KeyMap.Of(own.Select(each => KeyValuePair.Create(each.Name, each.Keys)), false);

    private static Shortcut Of(string name) => Shortcuts.All.Single(each => each.Name == name);
}
