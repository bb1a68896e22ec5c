using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Classifying;
using PqrsDesk.Features.Drafting;
using PqrsDesk.Features.Knowledge;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Casework;

public sealed class AnswersDeskTests : PageTest
{
    private const string Dialog = "dialog.kb-picker";

    [Fact]
    public async Task At_most_five_are_suggested_with_why_and_none_that_is_not_read()
    {
        var topic = await Desk.TopicAsync("Facturación");
        var number = (await Desk.FileAsync(Samples.Filing with { Topic = "Facturación" })).Number;
        var about = await Desk.ArticleAsync("Devoluciones", topic: topic);
        var named = await Desk.ArticleAsync("Cobro duplicado " + Hostile, language: "en");
        await Desk.ArticleAsync("Cobro duplicado en borrador", publish: false);
        await Desk.ArticleAsync("Alumbrado público");
        await Desk.TemplateAsync(Me, new() { Name = "Solo reclamos", Spanish = "Hola", Kind = TicketKind.Claim });
        await Desk.TemplateAsync(Me, new() { Name = "Solo quejas", Spanish = "Hola", Kind = TicketKind.Complaint });
        for (var at = 0; at < 5; at++) await Desk.ArticleAsync($"Factura número {at}");

        var offers = await Desk.Get<SuggestAnswers>().RunAsync(number, Me.Reader(), CancellationToken.None);
        Assert.Equal(SuggestAnswers.Most, offers.Count);
        Assert.Equal((about, true), (offers[0].Id, offers[0].OfTopic));
        Assert.Contains(offers, offer => offer.Id == named && offer.Source == AnswerSource.Article && offer.Words.Contains("cobro"));
        Assert.Contains(offers, offer => offer is { Source: AnswerSource.Template, Title: "Solo reclamos" });
        Assert.DoesNotContain(offers, offer => offer.Title is "Solo quejas" or "Alumbrado público" or "Cobro duplicado en borrador");
        Assert.Empty(await Desk.Get<SuggestAnswers>().RunAsync("PQRS-1999-000001", Me.Reader(), CancellationToken.None));

        var page = Render<TicketPage>(p => p.Add(ticket => ticket.Radicado, number));
        See(page, () => Assert.Equal(5, page.FindAll(".kb-offers li").Count));
        Assert.Equal("Artículo, por el tema", Words(page.Find(".kb-offers .muted")));
        AssertNoElements(page);
    }

    [Fact]
    public async Task What_is_chosen_in_the_picker_goes_to_the_end_of_the_reply_and_the_log_names_it()
    {
        await Desk.ArticleAsync("Paz y salvo", $"Pida el certificado en el portal. {Hostile}\nVale treinta días.");
        await Desk.TemplateAsync(Me, new() { Name = "Saludo " + Hostile, Spanish = "Señor(a) {peticionario}:" });
        var number = (await Desk.FileAsync()).Number;
        var page = Render<TicketPage>(p => p.Add(ticket => ticket.Radicado, number));
        See(page, () => page.Find("[data-key=insert]"));
        await OpenAsync();
        Assert.Equal("Saludo " + Hostile, page.Find("[role=option].on span").TextContent);
        AssertNoElements(page);
        await page.InvokeAsync(() => page.Find("#insertar").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" }));
        See(page, () => Assert.Equal("Señor(a) María Íñiguez:", Reply()));
        Assert.Empty(page.FindAll(Dialog));

        await OpenAsync();
        await page.InvokeAsync(() => page.Find("#insertar").InputAsync("certificado nada"));
        Assert.True(SpinWait.SpinUntil(() => Desk.Clock.Waiting > 0, TimeSpan.FromSeconds(20)));
        Desk.Clock.Advance(TimeSpan.FromSeconds(1));
        See(page, () => Assert.Equal("Paz y salvo", page.Find("[role=option].on span").TextContent));
        await page.InvokeAsync(() => page.Find("#insertar").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" }));
        See(page, () => Assert.StartsWith("Señor(a) María Íñiguez:\n\nPida el certificado", Reply(), StringComparison.Ordinal));

        await OpenAsync();
        await page.InvokeAsync(() => page.Find("#insertar").KeyDownAsync(new KeyboardEventArgs { Key = "Escape" }));
        Assert.Empty(page.FindAll(Dialog));
        await page.InvokeAsync(() => page.Find("#redactar textarea").InputAsync("Vale treinta días. Quedo atenta."));
        await page.InvokeAsync(() => page.Find(".composer-actions [data-key=send]").ClickAsync());
        See(page, () => Assert.Equal("Paz y salvo (versión 1)", page.Find(".turn-used a").TextContent));
        Assert.Equal("Paz y salvo", (await Desk.LogAsync(number)).OfType<TicketEvent.Replied>().Single().Used!.Single().Title);

        string? Reply() => page.Find("#redactar textarea").GetAttribute("value");

        async Task OpenAsync()
        {
            await page.InvokeAsync(() => page.Find("[data-key=insert]").ClickAsync());
            See(page, () => Assert.NotEmpty(page.FindAll("[role=option]")));
        }
    }

    [Fact]
    public void Who_takes_all_of_an_article_out_again_does_not_use_it()
    {
        var (one, two) = (new UsedArticle(1, 1, "Uno"), new UsedArticle(2, 3, "Dos"));
        PutArticle[] put = [new(one, "Primera línea larga\nok"), new(two, "Sí.")];
        Assert.Equal([one], UsedArticles.In("Hola.\nPrimera línea larga, y más.", put));
        Assert.Empty(UsedArticles.In("ok", put));
        Assert.Equal([two], UsedArticles.In("Sí.", put));
        Assert.Equal([one, two], UsedArticles.In("Primera línea larga. Sí.", put));
    }

    [Fact]
    public async Task A_draft_that_is_found_again_remembers_its_articles()
    {
        var number = (await Desk.FileAsync()).Number;
        await using (var drafts = new ComposerDrafts(Desk.Get<Infrastructure.Files.FileStore>(), Desk.Get<Drafts>(), Desk.Get<Sending.WorkPlan>(), Desk.Get<Microsoft.Extensions.Logging.ILogger<ComposerDrafts>>()))
        {
            var draft = await drafts.OpenAsync(Me.Id, number);
            draft.Put(new(7, 2, "Paz y salvo"), "Pida el certificado en el portal.");
        }

        await using var others = new ComposerDrafts(Desk.Get<Infrastructure.Files.FileStore>(), Desk.Get<Drafts>(), Desk.Get<Sending.WorkPlan>(), Desk.Get<Microsoft.Extensions.Logging.ILogger<ComposerDrafts>>());
        var found = await others.OpenAsync(Me.Id, number);
        Assert.True(found.Recovered);
        Assert.Equal([new(7, 2, "Paz y salvo")], ((CaseAct.Reply)found.WithUsed(new CaseAct.Reply(found.Reply))).Used!);
    }

    [Fact]
    public async Task A_macro_is_looked_at_applied_and_refused_with_the_step_that_refused()
    {
        var template = await Desk.TemplateAsync(Me, new() { Name = "Acuse", Spanish = "Recibido {radicado}. " + Hostile });
        await Desk.MacroAsync(Me, "Acusar " + Hostile, Sharing.Private, new StepForm { Verb = StepVerb.Reply, TemplateId = template }, new StepForm { Verb = StepVerb.Take });
        var number = (await Desk.FileAsync()).Number;
        var page = Render<TicketPage>(p => p.Add(ticket => ticket.Radicado, number));
        See(page, () => page.Find("section[aria-labelledby=macros] button"));
        await page.InvokeAsync(() => page.Find("section[aria-labelledby=macros] button").ClickAsync());
        See(page, () => Assert.Equal($"Recibido {number}. {Hostile}", page.Find(".kb-filled").TextContent));
        AssertNoElements(page);
        await Desk.TakeAsync(number, await Desk.HireAsync("Beto"));
        await page.InvokeAsync(() => page.Find("dialog [data-key=send]").ClickAsync());
        See(page, () => Assert.Contains("Beto", Words(page.Find("dialog .refusal")) + page.Markup, StringComparison.Ordinal));
        await page.FindAll("dialog button")[0].ClickAsync();
        See(page, () => Assert.Empty(page.FindAll("dialog")));
        await page.InvokeAsync(() => page.Find("section[aria-labelledby=macros] button").ClickAsync());
        See(page, () => Assert.StartsWith("No se puede aplicar: el paso 2 (tomar el caso) se negaría.", Words(page.Find("dialog .refusal")), StringComparison.Ordinal));
        Assert.True(page.Find("dialog [data-key=send]").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Many_cases_are_given_a_macro_and_those_that_refuse_say_why()
    {
        var macro = await Desk.MacroAsync(Me, "Tomar", Sharing.Private, new StepForm { Verb = StepVerb.Take });
        Assert.True(macro > 0);
        var (free, taken) = ((await Desk.FileAsync()).Number, (await Desk.FileAsync()).Number);
        await Desk.TakeAsync(taken, await Desk.HireAsync("Beto"));
        BulkSaid? said = null;
        var dialog = Render<MacroBulkDialog>(p => p.Add(each => each.Cases, [new(free, 1), new(taken, 2)]).Add(each => each.OnDone, EventCallback.Factory.Create<BulkSaid>(this, told => said = told)));
        See(dialog, () => Assert.Equal("Tomar Hará: tomar el caso.", Words(dialog.Find(".choice"))));
        await dialog.InvokeAsync(() => dialog.Find("[data-key=send]").ClickAsync());
        See(dialog, () => Assert.NotEqual("", Words(dialog.Find(".refusal"))));
        Assert.Null(said);
        await dialog.InvokeAsync(() => dialog.Find(".choice input").ChangeAsync(true));
        await dialog.InvokeAsync(() => dialog.Find("[data-key=send]").ClickAsync());
        See(dialog, () => Assert.Equal("«Tomar» se aplicó a 1 caso.", said?.Text));
        Assert.StartsWith($"{taken}: No se hizo nada: el paso 1", Assert.Single(said!.Lines), StringComparison.Ordinal);
        Assert.Equal(Me.Id, (await Desk.TicketAsync(free)).OwnerId);
    }
}
