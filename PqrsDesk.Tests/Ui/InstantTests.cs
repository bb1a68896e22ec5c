using Bunit;
using Xunit;

namespace PqrsDesk.Ui;

public class InstantTests : WidgetTest
{
    // Nine in the evening of the 11th in Bogotá, already the 12th in Greenwich.
    private static readonly DateTimeOffset Evening = new(2026, 3, 12, 2, 5, 9, TimeSpan.Zero);

    [Theory]
    [InlineData("es-CO", InstantStyle.Usual, "11 mar 2026, 21:05")]
    [InlineData("es-CO", InstantStyle.Brief, "11 mar, 21:05")]
    [InlineData("es-CO", InstantStyle.Date, "11 mar 2026")]
    [InlineData("es-CO", InstantStyle.Time, "21:05")]
    [InlineData("es-CO", InstantStyle.Full, "miércoles 11 de marzo de 2026, 21:05:09")]
    [InlineData("en-US", InstantStyle.Usual, "Mar 11, 2026, 21:05")]
    [InlineData("en-US", InstantStyle.Date, "Mar 11, 2026")]
    [InlineData("en-US", InstantStyle.Full, "Wednesday, March 11, 2026, 21:05:09")]
    public void An_instant_is_written_for_the_reader_in_the_zone_of_the_desk(string language, InstantStyle style, string text)
    {
        Speak(language);
        var time = Render<Instant>(p => p.Add(i => i.Value, Evening).Add(i => i.Style, style)).Find("time");

        Assert.Equal(text, time.TextContent);
        Assert.Equal("2026-03-12T02:05:09.0000000Z", time.GetAttribute("datetime"));
        Assert.Contains("2026, 21:05:09", time.GetAttribute("title"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_age_is_left_to_the_browser_and_falls_back_to_the_date()
    {
        var age = Render<Instant>(p => p.Add(i => i.Value, Evening).Add(i => i.Style, InstantStyle.Age)).Find("desk-age");

        Assert.Equal("2026-03-12T02:05:09.0000000Z", age.GetAttribute("at"));
        Assert.Equal("11 mar, 21:05", age.TextContent);
    }

    [Fact]
    public void A_missing_instant_is_said_in_words()
    {
        Assert.Equal("Sin fecha", Render<Instant>(p => p.Add(i => i.Value, (DateTimeOffset?)null)).Find("span").TextContent);
    }
}
