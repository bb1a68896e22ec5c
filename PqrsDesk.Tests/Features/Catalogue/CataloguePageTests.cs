using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Catalogue;

public sealed class CataloguePageTests : PageTest
{
    private string At => Services.GetRequiredService<NavigationManager>().Uri;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        SignIn(Me = await Desk.HireAsync("Gloria Zuluaga", Role.Lead));
    }

    [Fact]
    public async Task The_list_shows_what_is_known_of_each_and_is_narrowed_by_its_address()
    {
        var portal = await Desk.PlatformAsync($"Portal {Hostile}");
        await Desk.PlatformAsync("Factura", ProductKind.Product, portal);
        await Desk.FileAsync(Samples.Filing with { Product = "Factura" });
        var page = Render<PlatformsPage>();
        See(page, () => Assert.Equal(2, page.FindAll("tbody tr").Count));
        Assert.Equal(["Factura", $"Portal {Hostile}"], page.FindAll("[data-open]").Select(link => link.TextContent));
        Assert.Equal(["Producto", "Criticidad Sin evaluar", "Sin área", "Todos los días, 24 horas", "1", "Sin fecha"], page.FindAll("tbody tr")[0].QuerySelectorAll("td").Select(Seen));
        Assert.Equal("1 casos abiertos de Factura", page.Find("td.number a").GetAttribute("aria-label"));
        AssertNoElements(page);

        await page.InvokeAsync(() => page.Find("#buscar-plataforma").InputAsync("fact"));
        See(page, () => Assert.Single(page.FindAll("tbody tr")));
        Assert.EndsWith("/plataformas?q=fact", At, StringComparison.Ordinal);
        await page.InvokeAsync(() => page.FindAll(".kb-filter select")[0].ChangeAsync("Service"));
        See(page, () => Assert.Equal("Nada coincide con lo que busca", Words(page.Find(".empty-title"))));
    }

    [Fact]
    public async Task A_new_one_is_written_and_what_is_wrong_stands_beside_its_field()
    {
        await Desk.PlatformAsync("Portal");
        var page = Render<PlatformEditorPage>();
        See(page, () => page.Find("#plataforma-nombre"));
        await SaveAsync("PORTAL");
        See(page, () => Assert.Equal("Ya existe «PORTAL».", Words(page.Find("#plataforma-nombre-error"))));
        await SaveAsync($"Pagos {Hostile}");
        See(page, () => Assert.Matches("/plataformas/[0-9]+$", At));
        Assert.Contains($"Pagos {Hostile}", (await Desk.Get<ReadChoices>().RunAsync(CancellationToken.None)).Products.Select(product => product.Name));

        async Task SaveAsync(string name)
        {
            await page.InvokeAsync(() => page.Find("#plataforma-nombre").InputAsync(name));
            await page.InvokeAsync(() => page.Find("form.platform-form").SubmitAsync());
        }
    }

    [Fact]
    public async Task Whoever_renames_or_retires_one_is_told_what_follows()
    {
        var portal = await Desk.LaunchAsync($"Portal {Hostile}");
        var customer = await Desk.WinCustomerAsync(ServiceLevel.Standard);
        var contract = await Desk.AgreeAsync(Agreements.Draft(customer.Id, await Desk.OfferAsync(), portal.Id));
        var page = Render<PlatformEditorPage>(p => p.Add(each => each.Numero, portal.Id));
        See(page, () => page.Find("#plataforma-nombre"));
        Assert.DoesNotContain("pasan al nombre nuevo", page.Markup, StringComparison.Ordinal);

        await page.InvokeAsync(() => page.Find("#plataforma-nombre").InputAsync("Portal de pagos"));
        See(page, () => Assert.Contains($"«Portal {Hostile}» pasan al nombre nuevo", Words(page.Find("form.platform-form")), StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("#plataforma-activa").ChangeAsync(false));
        See(page, () => Assert.Contains(contract.Number, Words(page.Find("p.notice[role=status]")), StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("form.platform-form").SubmitAsync());
        See(page, () => Assert.Matches("/plataformas/[0-9]+$", At));

        var shown = Render<PlatformPage>(p => p.Add(each => each.Numero, portal.Id));
        See(shown, () => Assert.Contains(contract.Number, Words(shown.Find("p.notice")), StringComparison.Ordinal));
        Assert.Contains(shown.FindAll("a"), link => link.TextContent == "Ver todos sus casos, también los cerrados" && link.GetAttribute("href")!.Contains("producto=Portal%20de%20pagos", StringComparison.Ordinal));
        AssertNoElements(shown);
    }

    [Fact]
    public async Task One_shows_its_dependencies_both_ways_and_names_the_circle()
    {
        var (identity, mail, app) = (await Desk.PlatformAsync("Identidad"), await Desk.PlatformAsync($"Mensajes {Hostile}"), await Desk.PlatformAsync("App"));
        await Desk.DependsAsync(app, identity);
        await Desk.DependsAsync(mail, identity, $"ingreso {Hostile}");
        var page = Render<PlatformPage>(p => p.Add(each => each.Numero, identity));
        See(page, () => page.Find("#depende-de"));
        await page.InvokeAsync(() => page.Find(".platform-add").SubmitAsync());
        See(page, () => Assert.Equal("Elija de qué depende.", Words(page.Find("#depende-de-error"))));
        await page.InvokeAsync(() => page.Find("#depende-de").ChangeAsync(Number(mail)));
        await page.InvokeAsync(() => page.Find("#depende-para").InputAsync("códigos"));
        await page.InvokeAsync(() => page.Find(".platform-add").SubmitAsync());
        See(page, () => Assert.Equal($"Dependencia circular: Identidad → Mensajes {Hostile} → Identidad.", Words(page.Find(".platform-circle"))));
        Assert.Equal("Si falla, fallan con él (2)", page.FindAll("h3")[2].TextContent);
        AssertNoElements(page);

        await page.InvokeAsync(() => page.Find(".platform-links .button").ClickAsync());
        See(page, () => Assert.Empty(page.FindAll(".platform-circle")));
    }

    [Fact]
    public async Task An_agent_reads_and_does_not_change()
    {
        var portal = await Desk.PlatformAsync("Portal");
        SignIn(await Desk.HireAsync());
        var page = Render<PlatformPage>(p => p.Add(each => each.Numero, portal));
        See(page, () => page.Find("#dependencias"));
        Assert.Empty(page.FindAll("form, .title-actions a[href$=editar], .button.quiet"));
        var list = Render<PlatformsPage>();
        See(list, () => list.Find("tbody tr"));
        Assert.Empty(list.FindAll($"a[href='{DeskUrls.NewPlatform}']"));
    }

    [Fact]
    public async Task The_map_marks_what_fails_with_the_chosen_one()
    {
        var (app, identity, mail, network) = (await Desk.PlatformAsync("App"), await Desk.PlatformAsync("Identidad"), await Desk.PlatformAsync("Mensajería"), await Desk.PlatformAsync($"Red {Hostile} de nombre muy muy largo"));
        await Desk.DependsAsync(app, identity);
        await Desk.DependsAsync(identity, mail);
        await Desk.DependsAsync(mail, identity);
        await Desk.DependsAsync(identity, network);
        Services.GetRequiredService<NavigationManager>().NavigateTo(DeskUrls.PlatformMapOf(mail));
        var page = Render<MapPage>();
        See(page, () => Assert.Equal(4, page.FindAll("[data-node]").Count));
        Assert.Equal(["Identidad", "App"], page.FindAll(".map-node.is-falling").Select(node => node.QuerySelector("title")!.TextContent.Split('.')[0]).OrderDescending());
        Assert.Equal("Mensajería", page.Find(".map-node.is-chosen title").TextContent.Split('.')[0]);
        Assert.Equal(2, page.FindAll(".map-arrow.is-circle").Count);
        Assert.StartsWith("Si falla Mensajería, fallan 2 más: App, Identidad.", Words(page.Find(".map-chosen")), StringComparison.Ordinal);
        Assert.Equal("Dependencia circular: Identidad → Mensajería → Identidad.", Words(page.Find(".platform-circle")));
        Assert.Equal(4, page.FindAll("tbody tr").Count);
        Assert.Equal(DeskUrls.PlatformMapOf(app), page.Find($"[data-node='{app}']").GetAttribute("href"));
        AssertNoElements(page);
    }

    [Theory]
    [InlineData("Portal", "Portal")]
    [InlineData("Base de datos central de suscriptores", "Base de datos|central de suscrip…")]
    [InlineData("Sistema de información geográfica", "Sistema de|información geográ…")]
    [InlineData("Supercalifragilisticoespialidoso", "Supercalifragilist…")]
    [InlineData("👩‍👩‍👧‍👦👩‍👩‍👧‍👦 familia", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦 familia")]
    public void A_name_stands_in_two_lines_at_most(string name, string lines) => Assert.Equal(lines, string.Join('|', MapLines.Wrap(name)));

    private static string Seen(AngleSharp.Dom.IElement element) => Words(element);
}
