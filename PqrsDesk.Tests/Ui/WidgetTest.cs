using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace PqrsDesk.Ui;

/// <summary>A page with nothing but the widget under test, in one of the desk's languages.</summary>
public abstract class WidgetTest : BunitContext
{
    protected const string Hostile = "<script>alert('x')</script><img src=x onerror=alert(1)>\"'&";

    private readonly CultureInfo culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo uiCulture = CultureInfo.CurrentUICulture;

    protected WidgetTest()
    {
        Services.AddLocalization();
        Services.AddScoped<EventWords>();
        Speak("es-CO");
    }

    protected static void Speak(string language) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

    /// <summary>What was typed is there to be read, and became no element.</summary>
    protected static void AssertHarmless(IRenderedComponent<Microsoft.AspNetCore.Components.IComponent> page)
    {
        Assert.Contains(Hostile, page.Nodes.Select(node => node.TextContent).Aggregate("", string.Concat), StringComparison.Ordinal);
        AssertNoElements(page);
    }

    protected static void AssertNoElements(IRenderedComponent<Microsoft.AspNetCore.Components.IComponent> page) =>
        Assert.Empty(page.FindAll("script, img"));

    /// <summary>The words, without the white space of the mark-up.</summary>
    protected static string Words(AngleSharp.Dom.INode node) =>
        string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    protected override void Dispose(bool disposing)
    {
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = uiCulture;
        base.Dispose(disposing);
    }
}
