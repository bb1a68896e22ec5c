using Xunit;

namespace PqrsDesk.Ui;

public sealed class KeyStrokesTests
{
    [Theory]
    [InlineData("j")]
    [InlineData("ñ")]
    [InlineData("?")]
    [InlineData("+")]
    [InlineData("Ctrl++")]
    [InlineData("Shift+a")]
    [InlineData("Ctrl+Alt+Shift+Enter")]
    [InlineData("g c")]
    [InlineData("g Shift+x")]
    [InlineData("F9")]
    public void What_a_browser_writes_are_keys(string keys) => Assert.True(KeyStrokes.AreKeys(keys));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("J")]
    [InlineData("jk")]
    [InlineData("Shift+?")]
    [InlineData("Shift+Ctrl+a")]
    [InlineData("Ctrl+")]
    [InlineData("Enter j")]
    [InlineData("g Ctrl+c")]
    [InlineData("a b c")]
    [InlineData("g  c")]
    [InlineData("\u0000")]
    [InlineData("\u200F")]
    [InlineData("\u202E")]
    [InlineData("\u0301")]
    [InlineData("😀")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("Dead")]
    public void Nothing_else_is(string? keys) => Assert.False(KeyStrokes.AreKeys(keys));

    [Fact]
    public void A_hundred_thousand_letters_are_none() => Assert.False(KeyStrokes.AreKeys(new string('x', 100_000)));

    [Theory]
    [InlineData("Tab", true)]
    [InlineData("Enter", true)]
    [InlineData("ArrowDown", true)]
    [InlineData("Ctrl+c", true)]
    [InlineData("Ctrl+Shift+t", true)]
    [InlineData("Ctrl+Alt+q", true)]
    [InlineData("Alt+ArrowLeft", true)]
    [InlineData("F5", true)]
    [InlineData("F9", false)]
    [InlineData("Alt+x", false)]
    [InlineData("Ctrl+Shift+k", false)]
    [InlineData("g c", false)]
    public void What_the_browser_and_fields_need_is_theirs(string keys, bool reserved) => Assert.Equal(reserved, KeyStrokes.AreReserved(keys));

    [Fact]
    public void The_desk_itself_takes_nothing_of_theirs_but_Enter_and_Escape() =>
        Assert.Equal(["Enter", "Escape"], Shortcuts.All.Select(each => each.Keys).Where(KeyStrokes.AreReserved));

    [Theory]
    [InlineData("x", true)]
    [InlineData("g 1", true)]
    [InlineData("Shift+c", true)]
    [InlineData("Alt+x", false)]
    [InlineData("Enter", false)]
    [InlineData("", false)]
    public void Characters_are_what_dictation_presses_too(string keys, bool characters) => Assert.Equal(characters, KeyStrokes.AreCharacters(keys));

    [Theory]
    [InlineData("g", "g c", true)]
    [InlineData("g c", "g", true)]
    [InlineData("x", "x", true)]
    [InlineData("g c", "g m", false)]
    [InlineData("", "", false)]
    public void Keys_meet_that_swallow_each_other(string one, string other, bool meet) => Assert.Equal(meet, KeyStrokes.Meet(one, other));

    [Fact]
    public void They_are_said_as_they_are_printed()
    {
        Assert.Equal("Ctrl + Shift + Esc", KeyStrokes.Say("Ctrl+Shift+Escape"));
        Assert.Equal("Ctrl + +", KeyStrokes.Say("Ctrl++"));
        Assert.Equal("g c", KeyStrokes.Say("g c"));
    }
}
