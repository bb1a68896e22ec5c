using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Knowledge;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

/// <summary>From the article that an agent proposes to the citizen who reads it, and from the case to the answer that draws on it.</summary>
public sealed class KnowledgeTests : BrowserTest
{
    [SkippableFact]
    public async Task An_article_is_proposed_published_and_answers_a_case_on_the_keyboard_alone()
    {
        var desk = await OpenAsync(new());
        var agent = await SignedInAsync(desk, then: DeskUrls.NewArticle);
        var page = agent.Page;
        await page.FocusAsync("#articulo-titulo");
        await page.Keyboard.TypeAsync("Cobro duplicado en la factura");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Pida la **devolución** en el portal.");
        await Assertions.Expect(page.Locator(".kb-preview strong")).ToHaveTextAsync("devolución");
        await agent.MustFitAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Cobro duplicado en la factura");
        await agent.MustFitAsync();
        var id = await desk.ReadAsync(db => db.Articles.Select(article => article.Id).SingleAsync());

        var lead = await SignedInAsync(desk, Role.Lead, DeskUrls.ArticleOf(id));
        await lead.Page.GetByRole(AriaRole.Button, new() { Name = "Publicar la última versión" }).PressAsync("Enter");
        await Assertions.Expect(lead.Page.GetByText("Publicado: ya se lee esta versión.")).ToBeVisibleAsync();

        var number = (await desk.FileAsync()).Number;
        await agent.GoAsync(DeskUrls.TicketOf(number));
        await Assertions.Expect(page.Locator(".kb-offers a")).ToHaveTextAsync("Cobro duplicado en la factura");
        await agent.MustFitAsync();
        await page.Keyboard.PressAsync("r");
        await page.Keyboard.PressAsync("Control+Space");
        await Assertions.Expect(page.Locator("#insertar")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("duplic");
        await Assertions.Expect(page.Locator("[role=option].on")).ToContainTextAsync("Cobro duplicado en la factura");
        await agent.MustFitAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#redactar textarea")).ToHaveValueAsync("Pida la **devolución** en el portal.");
        await Assertions.Expect(page.Locator("#redactar textarea")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator(".turn-used a")).ToHaveTextAsync("Cobro duplicado en la factura (versión 1)");
        await agent.MustFitAsync();
        Assert.Equal([new(id, 1, "Cobro duplicado en la factura")], (await desk.LogAsync(number)).OfType<TicketEvent.Replied>().Single().Used!);
        await agent.GoAsync(DeskUrls.ArticleOf(id));
        await Assertions.Expect(page.Locator(".kb-cases a")).ToHaveTextAsync(number);
        await agent.GoAsync(DeskUrls.ArticleVersionsOf(id));
        await agent.MustFitAsync();
    }

    [SkippableFact]
    public async Task A_macro_says_what_it_will_do_and_does_it()
    {
        var desk = await OpenAsync(new());
        var lead = await desk.HireAsync("Gloria Zuluaga", Role.Lead);
        var template = await desk.TemplateAsync(lead, new() { Name = "Acuse", Spanish = "Señor(a) {peticionario}: recibimos {radicado}.", Sharing = Sharing.Everyone });
        await desk.MacroAsync(lead, "Tomar y acusar", Sharing.Everyone, new StepForm { Verb = StepVerb.Take }, new StepForm { Verb = StepVerb.Reply, TemplateId = template });
        var number = (await desk.FileAsync()).Number;
        var agent = await SignedInAsync(desk, then: DeskUrls.TicketOf(number));
        var page = agent.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Tomar y acusar" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator(".kb-plan .kb-filled")).ToHaveTextAsync($"Señor(a) María Íñiguez: recibimos {number}.");
        await agent.MustFitAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".turn.agent")).ToContainTextAsync($"recibimos {number}.");
        Assert.NotNull((await desk.TicketAsync(number)).OwnerId);
    }

    [SkippableTheory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task Templates_and_macros_are_kept_on_pages_that_fit(ColorScheme scheme, int width)
    {
        var desk = await OpenAsync(new() { Demo = true });
        var visit = await VisitAsync(desk, new() { Scheme = scheme, Width = width, Height = 740 });
        await visit.SignInAsDemoAsync(Role.Lead);
        var (template, macro) = await desk.ReadAsync(async db => (await db.ReplyTemplates.MinAsync(each => each.Id), await db.Macros.MaxAsync(each => each.Id)));
        foreach (var address in (string[])
        [
            DeskUrls.Knowledge, DeskUrls.KnowledgeWith([(DeskUrls.SearchParameter, "cobro")]), DeskUrls.NewArticle, DeskUrls.ReplyTemplateOf(null), DeskUrls.ReplyTemplateOf($"{template}"), DeskUrls.ReplyTemplateOf(DeskUrls.NewRule),
            DeskUrls.MacroOf(null), DeskUrls.MacroOf($"{macro}"), DeskUrls.MacroOf(DeskUrls.NewRule),
        ])
        {
            await visit.GoAsync(address);
            await visit.Page.Locator(".skeleton").WaitForAsync(new() { State = WaitForSelectorState.Detached });
            await visit.MustFitAsync();
        }
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_citizen_reads_what_is_published_for_everybody_and_says_whether_it_helped(bool script)
    {
        var desk = await OpenAsync(new());
        var id = await desk.ArticleAsync("Cómo pedir un paz y salvo", "# Pasos\n\n1. Entre al [portal](/radicar).\n2. Espere dos días.\n\n<script>alert(1)</script>");
        await desk.ArticleAsync("How to ask for it", language: "en", translates: id);
        await desk.ArticleAsync("Guía interna de paz y salvo", visibility: ArticleVisibility.Internal);
        await desk.ArticleAsync("Borrador de paz y salvo", publish: false);
        var citizen = await VisitAsync(desk, new() { Script = script, Width = 360, Height = 740 });
        var page = citizen.Page;
        await citizen.GoAsync(DeskUrls.Help, interactive: false);
        await Assertions.Expect(page.Locator(".help-list a")).ToHaveTextAsync(["Cómo pedir un paz y salvo"]);
        await citizen.MustFitAsync();
        await page.FillAsync("input[type=search]", "PÁZ");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".help-list a")).ToHaveTextAsync(["Cómo pedir un paz y salvo"]);
        await page.ClickAsync(".help-list a");
        await Assertions.Expect(page.Locator("article li")).ToHaveCountAsync(2);
        Assert.Equal(0, await page.Locator("article script").CountAsync());
        await citizen.MustFitAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sí" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Gracias por decirnos.")).ToBeVisibleAsync();
        await page.GotoAsync(DeskUrls.HelpArticleOf("como-pedir-un-paz-y-salvo"));
        await Assertions.Expect(page.Locator(".help-vote")).ToHaveCountAsync(0);
        Assert.Equal((1, 0), await desk.ReadAsync(async db => (await db.Articles.Where(each => each.Id == id).Select(each => each.Useful).SingleAsync(), await db.Articles.SumAsync(each => each.NotUseful))));

        foreach (var hidden in (string[])["guia-interna-de-paz-y-salvo", "borrador-de-paz-y-salvo", "nada"])
            Assert.Equal(404, (await page.GotoAsync(DeskUrls.HelpArticleOf(hidden)))!.Status);
        citizen.ForgiveErrors();
    }
}
