using Xunit;

namespace PqrsDesk.Ui;

public sealed class PlainWordsTests
{
    [Theory]
    [InlineData("Hola **Rosa**, *gracias* y `x`", "Hola Rosa, gracias y x", "Hola *Rosa*, _gracias_ y `x`")]
    [InlineData("# Pasos", "Pasos", "*Pasos*")]
    [InlineData("- uno\n- dos\n    - tres\n\nfin", "- uno\n- dos\n  - tres\n\nfin", null)]
    [InlineData("3. tres\n4. cuatro", "3. tres\n4. cuatro", null)]
    [InlineData("> citado\n> dos", "> citado\n> dos", null)]
    [InlineData("[la guía](https://example.org/a)", "la guía (https://example.org/a)", null)]
    [InlineData("<https://example.org/a> https://example.org/b", "https://example.org/a https://example.org/b", null)]
    [InlineData("[https://example.org/](https://example.org)", "https://example.org", null)]
    [InlineData("[escríbanos](mailto:a@example.org)", "escríbanos (a@example.org)", null)]
    [InlineData("[x](javascript:alert(1)) ![foto](https://example.org/a.png)", "x foto", null)]
    [InlineData("|a|b|\n|-|-|\n|1|2|", "a | b\n1 | 2", null)]
    [InlineData("```\nSELECT *\n```", "SELECT *", "```SELECT *```")]
    [InlineData("5 * 3 = 15\nfactura_2026_03 \\*no\\*", "5 * 3 = 15\nfactura_2026_03 *no*", null)]
    [InlineData("una línea\notra\n\n.\n..punto", "una línea\notra\n\n.\n..punto", null)]
    [InlineData("<script>alert(1)</script> &amp; <b>no</b>", "<script>alert(1)</script> & <b>no</b>", null)]
    [InlineData("", "", null)]
    [InlineData("‮ 👩‍👧 مرحبا", "‮ 👩‍👧 مرحبا", null)]
    public void Nothing_stands_there_that_only_means_something_drawn(string written, string bare, string? whatsApp)
    {
        Assert.Equal(bare, PlainWords.Of(written));
        Assert.Equal(whatsApp ?? bare, PlainWords.Of(written, PlainStyle.WhatsApp));
    }

    [Fact]
    public void Of_anything_at_all_something_is_read()
    {
        Assert.Equal(100_000, PlainWords.Of(new string('a', 100_000)).Length);
        var nested = new string('>', 5_000) + " fin";
        Assert.Contains("fin", PlainWords.Of(nested), StringComparison.Ordinal);
        Assert.NotNull(PlainWords.Of(string.Concat(Enumerable.Repeat("**a _b [", 5_000))));
    }
}
