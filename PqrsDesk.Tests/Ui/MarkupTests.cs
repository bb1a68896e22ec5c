using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Xunit;

namespace PqrsDesk.Ui;

public sealed class MarkupTests : WidgetTest
{
    [Fact]
    public void It_says_what_the_renderer_draws()
    {
        RenderFragment fragment = builder =>
        {
            builder.OpenElement(0, "p");
            builder.AddAttribute(1, "title", "\"á\" & <b>");
            builder.AddAttribute(2, "hidden", true);
            builder.AddAttribute(3, "lang", (string?)null);
            builder.AddContent(4, Hostile);
            builder.OpenElement(5, "br");
            builder.CloseElement();
            builder.OpenRegion(6);
            builder.AddContent(0, inner => inner.AddMarkupContent(0, "<i>ñ</i>"));
            builder.CloseRegion();
            builder.CloseElement();
        };

        var html = Markup.Of(fragment);

        Render(fragment).MarkupMatches(html);
        Assert.StartsWith("<p title=\"&quot;á&quot; &amp; &lt;b&gt;\" hidden=\"\">", html, StringComparison.Ordinal);
        Assert.EndsWith("<br><i>ñ</i></p>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_text_cannot_carry_is_refused()
    {
        Assert.Throws<NotSupportedException>(() => Markup.Of(builder =>
        {
            builder.OpenComponent<DeskIcon>(0);
            builder.CloseComponent();
        }));
        Assert.Throws<NotSupportedException>(() => Markup.Of(builder =>
        {
            builder.OpenElement(0, "button");
            builder.AddAttribute(1, "onclick", EventCallback.Factory.Create(this, () => { }));
            builder.CloseElement();
        }));
    }
}
