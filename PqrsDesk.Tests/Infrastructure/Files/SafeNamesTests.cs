using Xunit;

namespace PqrsDesk.Infrastructure.Files;

public sealed class SafeNamesTests
{
    [Theory]
    [InlineData("factura febrero.pdf", "factura febrero.pdf")]
    [InlineData("señal 東京 👍.png", "señal 東京 👍.png")]
    [InlineData("../../etc/passwd", "_.._etc_passwd")]
    [InlineData("C:\\Windows\\win.ini", "C__Windows_win.ini")]
    [InlineData("cuenta\u202Efdp.exe", "cuentafdp.exe")]
    [InlineData("a\u0000b\nc", "abc")]
    [InlineData("..", "otro")]
    [InlineData(" . ", "otro")]
    [InlineData(null, "otro")]
    [InlineData("con.txt", "_con.txt")]
    [InlineData("LPT1", "_LPT1")]
    [InlineData("consola.txt", "consola.txt")]
    [InlineData("a<b>:\"|?*.txt", "a_b______.txt")]
    public void A_name_is_never_a_path_and_keeps_its_letters(string? name, string safe) => Assert.Equal(safe, SafeNames.Of(name, "otro"));

    [Fact]
    public void A_long_name_keeps_its_ending_and_whole_signs()
    {
        Assert.Equal(new string('a', SafeNames.Longest - 4) + ".pdf", SafeNames.Of(new string('a', 100_000) + ".pdf", "x"));
        var signs = SafeNames.Of("a" + string.Concat(Enumerable.Repeat("👍", 500)), "x");
        Assert.True(signs.Length <= SafeNames.Longest);
        Assert.DoesNotContain(signs.EnumerateRunes(), rune => rune == System.Text.Rune.ReplacementChar);
        Assert.Equal("x", SafeNames.Of("\ud83d\udc00\ud83d"[..0], "x"));
    }
}
