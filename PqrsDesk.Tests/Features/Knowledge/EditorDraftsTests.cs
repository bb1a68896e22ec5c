using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Knowledge;

/// <summary>What was begun in an editor and not saved is there when it is opened again.</summary>
public sealed class EditorDraftsTests : PageTest
{
    [Fact]
    public async Task An_article_that_was_begun_is_there_again_until_it_is_discarded_or_saved()
    {
        var page = Render<ArticleEditorPage>();
        See(page, () => page.Find("#articulo-titulo"));
        await page.InvokeAsync(() => page.Find("#articulo-titulo").InputAsync(Hostile));
        await page.InvokeAsync(() => page.Find("#articulo-texto").InputAsync($"Texto {Hostile}"));
        await DisposeComponentsAsync();
        Assert.Equal(1, await Desk.ReadAsync(db => db.Drafts.CountAsync()));

        page = Render<ArticleEditorPage>();
        See(page, () => Assert.Contains("Sigue aquí lo que había empezado a escribir", Words(page.Find(".notice")), StringComparison.Ordinal));
        Assert.Equal((Hostile, $"Texto {Hostile}"), (page.Find("#articulo-titulo").GetAttribute("value"), page.Find("#articulo-texto").GetAttribute("value")));
        AssertNoElements(page);
        await page.InvokeAsync(() => page.Find(".notice button").ClickAsync(new()));
        See(page, () => Assert.Equal("", page.Find("#articulo-titulo").GetAttribute("value")));
        Assert.Equal(0, await Desk.ReadAsync(db => db.Drafts.CountAsync()));

        await page.InvokeAsync(() => page.Find("#articulo-titulo").InputAsync("Paz y salvo"));
        await page.InvokeAsync(() => page.Find("#articulo-texto").InputAsync("Cómo se pide."));
        await page.InvokeAsync(() => page.Find("form").SubmitAsync());
        See(page, () => Assert.Contains("/conocimiento/articulos/", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        await DisposeComponentsAsync();
        Assert.Equal(0, await Desk.ReadAsync(db => db.Drafts.CountAsync()));
    }

    [Fact]
    public async Task Who_comes_back_after_somebody_saved_something_else_is_told()
    {
        var id = await Desk.ArticleAsync("Paz y salvo");
        var page = Render<ArticleEditorPage>(p => p.Add(editor => editor.Numero, id));
        See(page, () => page.Find("#articulo-titulo"));
        await page.InvokeAsync(() => page.Find("#articulo-titulo").InputAsync("Paz y salvo, mejor"));
        await DisposeComponentsAsync();
        Assert.NotNull((await Desk.Get<KeepArticles>().SaveAsync(new() { Id = id, Seen = 1, Title = "Otro", Body = "Otro texto." }, true, Samples.Someone(Domain.People.Role.Lead), CancellationToken.None)).Id);

        page = Render<ArticleEditorPage>(p => p.Add(editor => editor.Numero, id));
        See(page, () => Assert.Contains("otra persona guardó un cambio", Words(page.Find(".notice")), StringComparison.Ordinal));
        Assert.Equal("Paz y salvo, mejor", page.Find("#articulo-titulo").GetAttribute("value"));
    }

    [Fact]
    public async Task Templates_and_macros_are_kept_with_their_steps()
    {
        var template = Render<TemplatesPage>(p => p.Add(editor => editor.Clave, DeskUrls.NewRule));
        See(template, () => template.Find("#plantilla-es"));
        await template.InvokeAsync(() => template.Find("#plantilla-es").InputAsync($"Hola {Hostile}"));
        var macro = Render<MacrosPage>(p => p.Add(editor => editor.Clave, DeskUrls.NewRule));
        See(macro, () => macro.Find("#macro-nombre"));
        await macro.InvokeAsync(() => macro.Find("#macro-nombre").InputAsync("Dos pasos"));
        await macro.InvokeAsync(() => macro.FindAll("button").Single(button => Words(button).Contains("Agregar", StringComparison.Ordinal)).ClickAsync(new()));
        await macro.InvokeAsync(() => macro.Find("#paso-1-verbo").ChangeAsync(nameof(StepVerb.Note)));
        await macro.InvokeAsync(() => macro.Find("#paso-1-nota").InputAsync(Hostile));
        await DisposeComponentsAsync();

        template = Render<TemplatesPage>(p => p.Add(editor => editor.Clave, DeskUrls.NewRule));
        See(template, () => Assert.Equal($"Hola {Hostile}", template.Find("#plantilla-es").GetAttribute("value")));
        macro = Render<MacrosPage>(p => p.Add(editor => editor.Clave, DeskUrls.NewRule));
        See(macro, () => Assert.Equal(Hostile, macro.Find("#paso-1-nota").GetAttribute("value")));
        Assert.Equal(2, macro.FindAll(".kb-step").Count);
        AssertNoElements(macro);
    }
}
