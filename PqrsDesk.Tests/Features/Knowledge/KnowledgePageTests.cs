using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Classifying;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Knowledge;

public sealed class KnowledgePageTests : PageTest
{
    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public async Task An_empty_house_is_told_what_to_do_and_a_full_one_is_looked_through()
    {
        var page = Render<KnowledgePage>();
        See(page, () => Assert.Equal("Aún no hay artículos", Words(page.Find(".empty-title"))));
        await desk_fills();
        page = Render<KnowledgePage>();
        See(page, () => Assert.Equal(["Hostil " + Hostile, "Paz y salvo"], page.FindAll(".kb-line-title a").Select(link => link.TextContent)));
        AssertNoElements(page);
        Assert.Equal(["Borrador"], page.FindAll(".kb-state").Select(state => Words(state)));

        await page.InvokeAsync(() => page.Find("#buscar-articulo").InputAsync("PÁZ"));
        Assert.EndsWith("/conocimiento?q=P%C3%81Z", Navigation.Uri, StringComparison.Ordinal);

        async Task desk_fills()
        {
            await Desk.ArticleAsync("Paz y salvo");
            await Desk.ArticleAsync("Hostil " + Hostile, Hostile, publish: false);
        }
    }

    [Fact]
    public async Task An_agent_proposes_with_a_live_preview_and_is_told_what_is_wrong()
    {
        var page = Render<ArticleEditorPage>();
        See(page, () => page.Find("#articulo-titulo"));
        Assert.DoesNotContain("Guardar y publicar", page.Markup, StringComparison.Ordinal);
        await page.InvokeAsync(() => page.Find("form").SubmitAsync());
        See(page, () => Assert.Contains("Escriba el nombre.", page.Markup, StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("#articulo-titulo").InputAsync("Paz y salvo " + Hostile));
        await page.InvokeAsync(() => page.Find("#articulo-texto").InputAsync($"# Pasos\n\n**Uno** {Hostile} [x](javascript:alert(1))"));
        Assert.True(SpinWait.SpinUntil(() => Desk.Clock.Waiting > 0, TimeSpan.FromSeconds(20)));
        Desk.Clock.Advance(TimeSpan.FromSeconds(1));
        See(page, () => Assert.Equal("Uno", page.Find(".kb-preview strong").TextContent));
        Assert.Equal("Pasos", page.Find(".kb-preview .prose h2").TextContent);
        Assert.Empty(page.FindAll(".kb-preview a"));
        AssertNoElements(page);
        await page.InvokeAsync(() => page.Find("#articulo-texto").InputAsync(new string('x', 100_000)));
        await page.InvokeAsync(() => page.Find("form").SubmitAsync());
        See(page, () => Assert.Contains("más de 60000 letras", page.Markup, StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("#articulo-texto").InputAsync("Texto."));
        await page.InvokeAsync(() => page.Find("form").SubmitAsync());
        See(page, () => Assert.Contains("/conocimiento/articulos/", Navigation.Uri, StringComparison.Ordinal));
        Assert.Equal(ArticleState.Draft, (await Desk.Get<ReadArticles>().RunAsync(new(), 1, CancellationToken.None)).Lines.Single().State);
    }

    [Fact]
    public async Task An_article_shows_its_facts_its_translation_and_its_cases_and_is_published_and_retired_by_a_lead()
    {
        SignIn(Me = await Desk.HireAsync("Gloria", Role.Lead));
        var id = await Desk.ArticleAsync("Paz y salvo", $"Texto {Hostile}", publish: false);
        var number = (await Desk.FileAsync(Samples.Filing with { Subject = Hostile })).Number;
        await Desk.ChangeAsync(number, (ticket, book, now) => ticket.Reply("Mire.", book, now, used: [new(id, 1, "Paz y salvo")]));
        var page = Render<ArticlePage>(p => p.Add(article => article.Numero, id));
        See(page, () => Assert.Equal("Usado en 1 respuesta", Words(page.Find("#usos"))));
        Assert.Equal(number, page.Find(".kb-cases a").TextContent);
        AssertHarmless(page);
        Assert.EndsWith($"traduce={id}&idioma=en", page.Find("section[aria-labelledby=traducciones] a").GetAttribute("href"), StringComparison.Ordinal);
        await page.FindAll(".title-actions button")[0].ClickAsync();
        See(page, () => Assert.Equal("Publicado: ya se lee esta versión.", Words(page.Find("div[role=status]"))));
        await page.FindAll(".title-actions button")[^1].ClickAsync();
        await page.FindAll(".dialog-actions button")[^1].ClickAsync();
        See(page, () => Assert.Equal("Retirado: ya no se muestra.", Words(page.Find("div[role=status]"))));
    }

    [Fact]
    public async Task Versions_stand_side_by_side_and_an_old_one_is_brought_back()
    {
        var id = await Desk.ArticleAsync("Paz y salvo", "Uno.\nDos.");
        await Desk.Get<KeepArticles>().SaveAsync(ArticleForm.Of(id, "es", 1, new("Paz y salvo", $"Uno.\n{Hostile}", null, ArticleVisibility.Public, [])), true, KnownHouse.Lead, CancellationToken.None);
        var page = Render<VersionsPage>(p => p.Add(versions => versions.Numero, id));
        See(page, () => Assert.Equal(2, page.FindAll(".kb-versions li").Count));
        Assert.Equal("De la versión 1 a la 2", Words(page.Find("#comparacion")));
        Assert.Equal([$"Se quitó: Dos.", $"Se puso: {Hostile}"], page.FindAll(".kb-pair.other > div").Select(side => Words(side)));
        AssertNoElements(page);
        await page.InvokeAsync(() => page.Find("[aria-label='Traer de vuelta la versión 1']").ClickAsync());
        See(page, () => Assert.Equal(3, page.FindAll(".kb-versions li").Count));
        Assert.Contains("Trae de vuelta la versión 1.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_is_written_refused_tried_with_a_case_and_saved()
    {
        var number = (await Desk.FileAsync(petitioner: Samples.Petitioner with { Name = "María " + Hostile })).Number;
        var page = Render<TemplatesPage>(p => p.Add(templates => templates.Clave, DeskUrls.NewRule));
        See(page, () => page.Find("#plantilla-nombre"));
        Assert.True(page.Find("#plantilla-para").HasAttribute("disabled"));
        await page.InvokeAsync(() => page.Find("#plantilla-nombre").InputAsync("Acuse"));
        await page.InvokeAsync(() => page.Find("#plantilla-es").InputAsync("Hola {peticionario} {cedula}"));
        await page.InvokeAsync(() => page.Find("form[aria-labelledby=plantilla]").SubmitAsync());
        See(page, () => Assert.Contains("{cedula} no es un lugar", Words(page.Find(".refusal")), StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("#probar-caso").InputAsync("nada"));
        await page.InvokeAsync(() => page.Find(".kb-try").SubmitAsync());
        See(page, () => Assert.Equal("No hay un caso con ese radicado.", Words(page.Find("section[aria-labelledby=vista-previa] .field-error"))));
        await page.InvokeAsync(() => page.Find("#probar-caso").InputAsync(number));
        await page.InvokeAsync(() => page.Find(".kb-try").SubmitAsync());
        See(page, () => Assert.Equal($"Hola María {Hostile} {{cedula}}", page.Find(".kb-filled").TextContent));
        AssertNoElements(page);
        await page.InvokeAsync(() => page.Find("#plantilla-es").InputAsync("Hola {peticionario}"));
        await page.InvokeAsync(() => page.Find("form[aria-labelledby=plantilla]").SubmitAsync());
        See(page, () => Assert.Equal("Se guardó Acuse.", Words(page.Find(".class-status"))));
        Assert.Equal("Acuse", page.Find(".sla-list-name").TextContent);
    }

    [Fact]
    public async Task A_macro_is_put_together_of_steps_and_says_what_it_does()
    {
        await Desk.TopicAsync("Vías");
        var template = await Desk.TemplateAsync(Me, new() { Name = "Acuse " + Hostile, Spanish = "Recibido." });
        var page = Render<MacrosPage>(p => p.Add(macros => macros.Clave, DeskUrls.NewRule));
        See(page, () => page.Find("#macro-nombre"));
        await page.InvokeAsync(() => page.Find("#macro-nombre").InputAsync("Recibir"));
        await page.InvokeAsync(() => page.Find("#paso-0-verbo").ChangeAsync("Answer"));
        await page.InvokeAsync(() => page.Find("#paso-0-plantilla").ChangeAsync(Number(template)));
        await page.InvokeAsync(() => page.Find("fieldset .form-actions button").ClickAsync());
        await page.InvokeAsync(() => page.Find("form[aria-labelledby=macro]").SubmitAsync());
        See(page, () => Assert.Contains("El paso 2 no puede ir ahí", Words(page.Find(".refusal")), StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("[aria-label='Subir el paso 2']").ClickAsync());
        See(page, () => Assert.Equal("Take", page.Find("#paso-0-verbo").GetAttribute("value")));
        await page.InvokeAsync(() => page.Find("form[aria-labelledby=macro]").SubmitAsync());
        See(page, () => Assert.Equal($"Hará: tomar el caso; responder de fondo con «Acuse {Hostile}».", page.Find(".kb-macros dd").TextContent));
        AssertNoElements(page);
    }
}
