using Bunit;
using PqrsDesk.Domain.Sla;
using Xunit;

namespace PqrsDesk.Ui;

public class SlaTimerTests : WidgetTest
{
    private static readonly DateTimeOffset Due = new(2026, 3, 12, 19, 30, 0, TimeSpan.Zero);

    [Fact]
    public void The_browser_gets_every_instant_once_in_coordinated_time()
    {
        var timer = Render<SlaTimer>(p => p
            .Add(t => t.Due, Due.ToOffset(TimeSpan.FromHours(-5)))
            .Add(t => t.AtRiskFrom, Due.AddHours(-2))
            .Add(t => t.StoppedAt, Due.AddMinutes(35))).Find("sla-timer");

        Assert.Equal("2026-03-12T19:30:00.0000000Z", timer.GetAttribute("due"));
        Assert.Equal("2026-03-12T17:30:00.0000000Z", timer.GetAttribute("risk"));
        Assert.Equal("2026-03-12T20:05:00.0000000Z", timer.GetAttribute("stopped"));
        Assert.Equal("running", timer.GetAttribute("state"));
        Assert.Equal("timer", timer.GetAttribute("role"));
    }

    [Theory]
    [InlineData("es-CO", DeadlineState.Paused, "En espera", "paused")]
    [InlineData("es-CO", DeadlineState.Met, "Cumplido", "on-time")]
    [InlineData("es-CO", DeadlineState.Breached, "Vencido", "overdue")]
    [InlineData("en-US", DeadlineState.Paused, "Paused", "paused")]
    [InlineData("en-US", DeadlineState.Met, "Met", "on-time")]
    [InlineData("en-US", DeadlineState.Breached, "Overdue", "overdue")]
    public void Without_a_script_the_state_is_a_word_and_a_colour(string language, DeadlineState state, string word, string meaning)
    {
        Speak(language);
        var shown = Render<SlaTimer>(p => p.Add(t => t.Due, Due).Add(t => t.State, state)).Find("sla-timer > span");

        Assert.Equal(word, shown.TextContent);
        Assert.Contains(meaning, shown.ClassList);
    }

    [Fact]
    public void The_due_instant_is_read_in_the_zone_of_the_desk()
    {
        var bogota = Render<SlaTimer>(p => p.Add(t => t.Due, Due)).Find("sla-timer");
        var madrid = Render<SlaTimer>(p => p.AddCascadingValue(DeskZone.Of("Europe/Madrid")).Add(t => t.Due, Due)).Find("sla-timer");

        Assert.Contains("14:30", bogota.TextContent, StringComparison.Ordinal);
        Assert.Contains("jueves 12 de marzo de 2026, 14:30:00", bogota.GetAttribute("title"), StringComparison.Ordinal);
        Assert.Contains("20:30", madrid.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("es-CO", "Sin plazo")]
    [InlineData("en-US", "No deadline")]
    public void Nothing_promised_is_said_in_words(string language, string words)
    {
        Speak(language);
        var none = Render<SlaTimer>(p => p.Add(t => t.Due, (DateTimeOffset?)null));

        Assert.Equal(words, none.Find("span").TextContent);
        Assert.Empty(none.FindAll("sla-timer"));
    }
}
