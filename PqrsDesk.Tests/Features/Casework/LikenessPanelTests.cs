using Bunit;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Testing;
using Xunit;
using static PqrsDesk.Infrastructure.Likeness.AlikeTexts;

namespace PqrsDesk.Features.Casework;

public sealed class LikenessPanelTests : PageTest
{
    [Fact]
    public async Task The_case_page_says_what_looks_alike_compares_it_and_forgets_what_is_none()
    {
        var first = (await Desk.FileAsync(Saying(Water, Hostile), Somebody(1))).Number;
        Desk.Clock.Advance(TimeSpan.FromDays(2));
        var again = (await Desk.FileAsync(Saying($"{Hostile} {Water}"), Somebody(1))).Number;

        var page = Open(again);

        See(page, () => Assert.Contains(first, Words(Panel(page)), StringComparison.Ordinal));
        Assert.Contains("mismo peticionario, texto", Words(Panel(page)), StringComparison.Ordinal);
        Assert.Contains("radicado 2 días antes", Words(Panel(page)), StringComparison.Ordinal);
        Assert.Equal($"/casos/{first}", Panel(page).QuerySelector("a")!.GetAttribute("href"));

        await page.InvokeAsync(() => page.Find($"[aria-label='Comparar con {first}']").ClickAsync());
        See(page, () => Assert.Equal(2, page.FindAll(".comparison-side").Count));
        Assert.All(page.FindAll(".comparison-side"), side => Assert.Contains("Desde el lunes el agua sale turbia", Words(side.QuerySelector("mark:last-of-type")!), StringComparison.Ordinal));
        AssertHarmless(page);
        await page.InvokeAsync(() => page.Find(".comparison .button").ClickAsync());
        See(page, () => Assert.Empty(page.FindAll(".comparison")));

        await page.InvokeAsync(() => page.Find($"[aria-label='{first} no es duplicado de este caso']").ClickAsync());
        See(page, () => Assert.Contains($"Descartado por {Me.Name}", Words(Panel(page)), StringComparison.Ordinal));
        Assert.Empty(page.FindAll($"[aria-label='Comparar con {first}']"));
        Assert.Contains("ya no se propone", Words(page.Find(".ticket-side .notice")), StringComparison.Ordinal);
        AssertNoElements(page);

        await page.InvokeAsync(() => page.Find($"[aria-label='Volver a proponer {first}']").ClickAsync());
        See(page, () => page.Find($"[aria-label='Comparar con {first}']"));
    }

    [Fact]
    public async Task A_duplicate_is_merged_from_where_it_is_shown_and_is_none_any_more()
    {
        var first = (await Desk.FileAsync(Saying(Water), Somebody(1))).Number;
        Desk.Clock.Advance(TimeSpan.FromHours(2));
        var again = (await Desk.FileAsync(Saying(Water), Somebody(2))).Number;
        var page = Open(first);
        See(page, () => page.Find($"[aria-label='Vincular con {again}']"));

        await page.InvokeAsync(() => page.Find($"[aria-label='Acumular con {again}']").ClickAsync());
        See(page, () => Assert.Equal(again, page.Find("#accion-valor").GetAttribute("value")));
        await page.InvokeAsync(() => page.Find("#accion-texto").InputAsync("Es lo mismo."));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());

        See(page, () => Assert.Contains(again, Words(page.Find("[aria-labelledby=relacionados]")), StringComparison.Ordinal));
        See(page, () => Assert.Empty(page.FindAll("[aria-labelledby=duplicados]")));
    }

    [Fact]
    public async Task A_case_alone_has_no_panel_and_one_of_many_says_how_many()
    {
        var numbers = new List<string>();
        foreach (var text in (string[])[Water, Dark, Act, "La fila de la ventanilla no avanza en toda la mañana", "El bus no paró en la estación del centro"])
            numbers.Add((await Desk.FileAsync(Saying(text), Somebody(3))).Number);

        var page = Open(numbers[0]);

        See(page, () => Assert.Contains("Peticionario reiterativo: 5 casos en 30 días", Words(page.Find(".repeats")), StringComparison.Ordinal));
        Assert.Contains("art. 19", Words(page.Find(".repeats")), StringComparison.Ordinal);
        Assert.Contains("Por confirmar", Words(page.Find(".repeats")), StringComparison.Ordinal);
        Assert.Contains("peticionario=", page.Find(".repeats a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[aria-labelledby=duplicados]"));
    }

    [Fact]
    public async Task A_reserved_identity_shows_neither()
    {
        var hidden = new PetitionerDetails { Name = "Testigo Oculto", Document = "CC 52123456", Reserved = true };
        var number = "";
        for (var i = 0; i < 6; i++) number = (await Desk.FileAsync(Saying(Water), hidden)).Number;

        var page = Open(number);

        See(page, () => page.Find("[aria-labelledby=peticionario]"));
        Assert.Empty(page.FindAll(".repeats, [aria-labelledby=duplicados]"));
        Assert.DoesNotContain("Testigo", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_English_too()
    {
        Speak("en-US");
        await Desk.FileAsync(Saying(Water), Somebody(1));
        var page = Open((await Desk.FileAsync(Saying(Water), Somebody(1))).Number);
        See(page, () => Assert.Contains("same petitioner, same text, filed less than a day earlier", Words(Panel(page)), StringComparison.Ordinal));
    }

    private static AngleSharp.Dom.IElement Panel(IRenderedComponent<TicketPage> page) => page.Find("[aria-labelledby=duplicados]");

    private IRenderedComponent<TicketPage> Open(string number)
    {
        var page = Render<TicketPage>(ticket => ticket.Add(p => p.Radicado, number));
        See(page, () => page.Find("article.ticket"));
        return page;
    }
}
