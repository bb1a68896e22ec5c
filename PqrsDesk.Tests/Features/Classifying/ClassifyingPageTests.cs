using Bunit;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Classifying;

public sealed class ClassifyingPageTests : PageTest
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        SignIn(Me = await Desk.HireAsync("Samuel Correa", Role.Admin));
    }

    [Fact]
    public async Task The_tree_is_made_renamed_moved_retired_and_deleted()
    {
        var page = Render<TopicsPage>();
        See(page, () => Assert.Equal("Aún no hay temas", Words(page.Find(".empty-title"))));
        await AddAsync("Facturación");
        await page.InvokeAsync(() => page.Find("[aria-label='Agregar subtema a Facturación']").ClickAsync());
        await SaveAsync("Cobro errado");
        await AddAsync("Vías <b>x</b>");
        See(page, () => Assert.Equal(["Facturación", "Cobro errado", "Vías <b>x</b>"], page.FindAll(".class-name").Select(name => name.TextContent)));
        AssertNoElements(page);

        await AddAsync("FACTURACIÓN");
        See(page, () => Assert.Equal("Ya existe «FACTURACIÓN».", Words(page.Find(".sla-card > .field-error"))));
        await page.FindAll(".class-fields button")[^1].ClickAsync();

        await page.InvokeAsync(() => page.Find("[aria-label='Editar Cobro errado']").ClickAsync());
        await page.InvokeAsync(() => page.Find("#tema-padre").ChangeAsync(""));
        await SaveAsync("Cobros");
        See(page, () => Assert.Equal("Cobros", page.FindAll(".class-name")[0].TextContent));
        await page.InvokeAsync(() => page.Find("[aria-label='Retirar Cobros']").ClickAsync());
        See(page, () => page.Find(".class-retired"));
        await page.InvokeAsync(() => page.Find("[aria-label='Borrar Cobros']").ClickAsync());
        See(page, () => Assert.Equal(2, page.FindAll(".class-name").Count));

        await page.InvokeAsync(() => page.Find("#lista").InputAsync("Vías › Huecos\nNada; Sin área"));
        await page.InvokeAsync(() => page.Find(".class-import form").SubmitAsync());
        See(page, () => Assert.Contains("2: Sin área", Words(page.Find(".class-import .field-error")), StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("#lista").InputAsync("Parques › Bancas"));
        await page.InvokeAsync(() => page.Find(".class-import form").SubmitAsync());
        See(page, () => Assert.Equal("Se agregaron 2 temas.", Words(page.Find(".class-import [role=status]"))));

        async Task AddAsync(string name)
        {
            await page.InvokeAsync(() => page.Find(".form-actions > button").ClickAsync());
            await SaveAsync(name);
        }

        async Task SaveAsync(string name)
        {
            await page.InvokeAsync(() => page.Find("#tema-nombre").InputAsync(name));
            await page.InvokeAsync(() => page.Find(".class-fields").SubmitAsync());
        }
    }

    [Fact]
    public void Products_are_kept_in_the_catalogue_and_nowhere_else()
    {
        var page = Render<TopicsPage>();
        See(page, () => Assert.Equal(DeskUrls.Platforms, page.Find("[aria-labelledby=productos] a").GetAttribute("href")));
        Assert.Empty(page.FindAll("[aria-labelledby=productos] input"));
    }

    [Fact]
    public async Task A_cell_of_the_required_fields_is_saved_as_it_is_changed()
    {
        var page = Render<RequiredPage>();
        See(page, () => Assert.Equal(72, page.FindAll("select").Count));
        await page.InvokeAsync(() => page.Find("[aria-label='producto o plataforma en Reclamo']").ChangeAsync("Everyone"));

        See(page, () => Assert.Equal("producto o plataforma en Reclamo: a todos.", Words(page.Find(".sla-card > [role=status]"))));
        Assert.Equal(Requirement.Everyone, (await Desk.Get<ClassificationShelf>().BookAsync()).Required.Of(TicketKind.Claim, RequiredField.Product));
        Assert.Single(page.FindAll("td.required-everyone"));
    }

    [Fact]
    public async Task A_rule_is_written_tried_and_deleted()
    {
        var topic = await Desk.TopicAsync("Facturación");
        var page = Render<RulesPage>(p => p.Add(rules => rules.Regla, DeskUrls.NewRule));
        See(page, () => page.Find("#regla-nombre"));
        await page.InvokeAsync(() => page.Find("#regla-nombre").InputAsync($"Cobros {Hostile}"));
        await page.InvokeAsync(() => page.Find("#regla-alguna").InputAsync("co*"));
        await page.InvokeAsync(() => page.Find("#regla-tema").ChangeAsync(Number(topic)));
        await page.InvokeAsync(() => page.Find("form[aria-labelledby=regla]").SubmitAsync());
        See(page, () => Assert.Contains("«co*» no se puede usar", Words(page.Find(".refusal")), StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("#regla-alguna").InputAsync("cobr*\nsin servicio"));
        await page.InvokeAsync(() => page.Find("#regla-tipo").ChangeAsync("Claim"));
        await page.InvokeAsync(() => page.Find("form[aria-labelledby=regla]").SubmitAsync());
        See(page, () => Assert.Equal("Reclamo · Facturación", Words(page.Find(".sla-list .muted"))));
        AssertNoElements(page);

        page.Render(p => p.Add(rules => rules.Regla, null));
        await page.InvokeAsync(() => page.Find("#probar-texto").InputAsync($"¡Me COBRARON {Hostile} y quedé sin servicio!"));
        await page.InvokeAsync(() => page.Find("[aria-labelledby=probar] form").SubmitAsync());
        See(page, () => Assert.Equal(["COBRARON", "sin servicio"], page.FindAll("mark").Select(mark => mark.TextContent)));
        Assert.Equal(2, page.FindAll(".trial-suggestions li").Count);
        Assert.Equal($"¡Me COBRARON {Hostile} y quedé sin servicio!", page.Find(".trial-text").TextContent);
        AssertNoElements(page);

        await Desk.FileAsync(Samples.Filing with { Topic = "Facturación" });
        await page.FindAll("[aria-labelledby=probar] button")[1].ClickAsync();
        See(page, () => Assert.Contains("Con los últimos 1 casos", page.Markup, StringComparison.Ordinal));
        Assert.Equal("Tema11100 %", Words(page.FindAll(".trial tbody tr")[1]).Replace("\u00a0", " ", StringComparison.Ordinal));

        var id = Number((await Desk.Get<KeepRules>().ReadAsync(CancellationToken.None)).Single().Id);
        page.Render(p => p.Add(rules => rules.Regla, id));
        See(page, () => Assert.Equal("cobr*\nsin servicio", page.Find("#regla-alguna").GetAttribute("value")));
        await page.FindAll("form[aria-labelledby=regla] button")[^1].ClickAsync();
        See(page, () => Assert.Empty(page.FindAll(".sla-list li")));
    }
}
