using Microsoft.AspNetCore.Http;
using Xunit;

namespace PqrsDesk.Shell;

public class AppearanceTests
{
    [Theory]
    [InlineData(null, null, Scheme.Auto, false)]
    [InlineData("oscuro", "plegado", Scheme.Dark, true)]
    [InlineData("claro", "abierto", Scheme.Light, false)]
    [InlineData("\"><script>", "x", Scheme.Auto, false)]
    public void The_frame_is_drawn_as_the_browser_remembers_it(string? scheme, string? rail, Scheme expected, bool folded)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Cookie = string.Join("; ", new[] { ("tema", scheme), ("riel", rail) }
            .Where(cookie => cookie.Item2 is not null).Select(cookie => $"{cookie.Item1}={Uri.EscapeDataString(cookie.Item2!)}"));

        Assert.Equal(new Appearance(expected, folded), Appearance.Of(request.Cookies));
    }

    [Theory]
    [InlineData(Scheme.Light)]
    [InlineData(Scheme.Dark)]
    [InlineData(Scheme.Auto)]
    public void Light_and_dark_sheets_never_count_together(Scheme scheme)
    {
        var look = new Appearance(scheme, false);

        Assert.NotEqual(look.LightMedia, look.DarkMedia);
        Assert.Equal(scheme == Scheme.Auto, look.LightMedia.Contains("prefers", StringComparison.Ordinal));
    }
}
