using Bunit;
using Xunit;

namespace PqrsDesk.Ui;

/// <summary>Names that a note calls are marked in it, and nothing else is.</summary>
public sealed class MentionMarksTests : WidgetTest
{
    [Fact]
    public void A_name_is_marked_wherever_it_stands_and_the_longer_before_the_shorter()
    {
        Assert.Equal(
            [("Hola ", false), ("@Ana María", true), (" y ", false), ("@Ana", true), (".", false)],
            MentionMarks.Parts("Hola @Ana María y @Ana.", ["@Ana", "@Ana María", ""]));
        Assert.Equal([("sin nombres", false)], MentionMarks.Parts("sin nombres", ["@Ana"]));
        Assert.Empty(MentionMarks.Parts("", ["@Ana"]));
    }

    [Theory]
    [InlineData("Pregunte a @Marta Hoyos hoy.", "@Marta Hoyos")]
    [InlineData("**@Marta Hoyos**, https://example.org y @Marta Hoyos", "@Marta Hoyos")]
    [InlineData("- uno\n- @Marta Hoyos (Cartera)", "@Marta Hoyos (Cartera)")]
    public void In_Markdown_too(string text, string name)
    {
        var page = Render<MarkdownText>(p => p.Add(t => t.Text, text).Add(t => t.Message, true).Add(t => t.Marked, [name]));
        Assert.All(page.FindAll("em.mention"), mark => Assert.Equal(name, mark.TextContent));
        Assert.Equal(text.Split(name).Length - 1, page.FindAll("em.mention").Count);
    }

    [Fact]
    public void What_somebody_called_themselves_is_text()
    {
        var name = $"@{Hostile}";
        var page = Render<MarkdownText>(p => p.Add(t => t.Text, $"`x` {name}").Add(t => t.Marked, [name]));
        AssertNoElements(page);
        Assert.Contains("alert(", page.Markup, StringComparison.Ordinal);
    }
}
