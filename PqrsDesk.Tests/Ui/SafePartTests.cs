using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace PqrsDesk.Ui;

public class SafePartTests : WidgetTest
{
    private bool broken = true;

    [Theory]
    [InlineData("es-CO", "Esta parte no se pudo mostrar", "Recargar esta parte")]
    [InlineData("en-US", "This part could not be shown", "Reload this part")]
    public void A_part_that_fails_says_so_with_a_code_and_can_be_reloaded(string language, string title, string reload)
    {
        Speak(language);
        var page = Render<SafePart>(p => p.Add(s => s.ChildContent, Content));

        Assert.Equal(title, Words(page.Find("[role=alert] h2")));
        Assert.Matches("[0-9A-F]{8}", page.Find(".error-code").TextContent);
        Assert.DoesNotContain("secret detail", page.Markup, StringComparison.Ordinal);

        broken = false;
        page.FindAll("button").Single(button => Words(button) == reload).Click();
        Assert.Equal("whole again", page.Find("p").TextContent);
    }

    [Fact]
    public void Going_elsewhere_starts_afresh()
    {
        var page = Render<SafePart>(p => p.Add(s => s.ChildContent, Content));
        broken = false;

        page.Render(p => p.Add(s => s.ChildContent, Content));
        Assert.NotEmpty(page.FindAll("[role=alert]"));

        Services.GetRequiredService<BunitNavigationManager>().NavigateTo("/tablero");
        page.Render(p => p.Add(s => s.ChildContent, Content));
        Assert.Equal("whole again", page.Find("p").TextContent);
    }

    private void Content(RenderTreeBuilder builder)
    {
        builder.OpenComponent<Fragile>(0);
        builder.AddAttribute(1, nameof(Fragile.IsBroken), () => broken);
        builder.CloseComponent();
    }

    private sealed class Fragile : ComponentBase
    {
        [Parameter] public Func<bool> IsBroken { get; set; } = () => false;

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            if (IsBroken()) throw new InvalidOperationException("secret detail");
            builder.AddMarkupContent(0, "<p>whole again</p>");
        }
    }
}
