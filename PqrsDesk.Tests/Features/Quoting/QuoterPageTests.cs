using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Pricing;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;
using static PqrsDesk.Features.Quoting.QuotingHouse;

namespace PqrsDesk.Features.Quoting;

public sealed class QuoterPageTests : PageTest
{
    [Fact]
    public async Task Three_levels_stand_side_by_side_and_each_line_shows_its_formula()
    {
        await Desk.OfferThreeAsync();
        var page = await OpenAsync();
        Assert.Equal([Essential, Extended, Around], page.FindAll(".quoter-compare thead th").Skip(1).Select(Words));
        await ChangeAsync(page, "#cot-Users", "500");
        See(page, () => Assert.Contains("= 1 + 0,25 × log2(1 + 500 ÷ 300)", Words(page.Find("[data-line=UsersTimes]")), StringComparison.Ordinal));
        Assert.Contains("× 1,3538", Words(page.Find("[data-line=UsersTimes]")), StringComparison.Ordinal);
        Assert.Contains("todavía no hay plazos decididos", Words(page.Find(".quoter-ground")), StringComparison.Ordinal);
        Assert.Equal(8, page.FindAll(".quoter-chart").Count);
        await page.InvokeAsync(() => page.FindAll(".quoter-plans button")[2].ClickAsync(new()));
        See(page, () => Assert.Contains("168 h/semana", Words(page.Find("[data-line=CoverHours]")), StringComparison.Ordinal));
        Assert.Equal(9, page.FindAll(".quoter-chart").Count);
    }

    [Fact]
    public async Task A_slider_moves_the_price_and_says_which_lines_moved()
    {
        await Desk.OfferThreeAsync();
        var page = await OpenAsync();
        var before = Words(page.Find("[data-row='Row.Price']"));
        await page.InvokeAsync(() => page.Find("#cot-si-Users").Input("900"));
        Desk.Clock.Advance(TimeSpan.FromSeconds(1));
        See(page, () => Assert.NotEqual(before, Words(page.Find("[data-row='Row.Price']"))));
        Assert.Contains("Escala: × ", Words(page.Find(".quoter-changes")), StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll(".quoter-lines > .is-moved"));
        await page.InvokeAsync(() => Button(page, "Volver a lo escrito").ClickAsync(new()));
        See(page, () => Assert.Equal(before, Words(page.Find("[data-row='Row.Price']"))));
        await page.InvokeAsync(() => page.Find("#cot-si-Margin").Input("50"));
        Desk.Clock.Advance(TimeSpan.FromSeconds(1));
        See(page, () => page.Find(".quoter-changes"));
        await page.InvokeAsync(() => Button(page, "Tomar estos valores").ClickAsync(new()));
        See(page, () => Assert.Equal("50", page.Find("#cot-Margin").GetAttribute("value")));
        Assert.Empty(page.FindAll(".quoter-changes"));
    }

    [Theory]
    [InlineData("#cot-Hardware", "-1", "No puede ser negativo")]
    [InlineData("#cot-Margin", "100", "Con un margen de 100 % o más no hay precio")]
    [InlineData("#cot-Hardware", "1000.5", "En COP los valores no llevan decimales.")]
    [InlineData("#cot-Users", "", "Escriba un número.")]
    [InlineData("#cot-Users", "1e999", "Escriba un número.")]
    [InlineData("#cot-Users", "999999999999", "Es demasiado: 100.000.000 como máximo.")]
    [InlineData("#cot-rol-1-Cost", "0", "Nadie trabaja por nada")]
    [InlineData("#cot-rol-1-Share", "10", "y deben sumar 100 %")]
    public async Task Bad_input_is_refused_in_words_beside_its_field(string field, string typed, string said)
    {
        await Desk.OfferThreeAsync();
        var page = await OpenAsync();
        await ChangeAsync(page, field, typed);
        See(page, () => Assert.Contains(page.FindAll(".field-error"), error => Words(error).Contains(said, StringComparison.Ordinal)));
        Assert.Empty(page.FindAll(".quoter-compare"));
        Assert.NotEmpty(page.FindAll(".quoter-faults li"));
    }

    [Fact]
    public async Task Four_are_compared_and_no_more_and_one_without_a_calendar_says_so()
    {
        var plans = await Desk.OfferThreeAsync();
        await Desk.OfferAsync("Cuatro");
        var fifth = await Desk.OfferAsync("Quinto", "nada");
        var page = await OpenAsync();
        var boxes = page.FindAll("[data-plan]").Count;
        Assert.Equal(5, boxes);
        await ToggleAsync(page, fifth.Id);
        See(page, () => Assert.Contains("El nivel Quinto no tiene un calendario", Words(page.Find("#cot-niveles")), StringComparison.Ordinal));
        await ToggleAsync(page, plans[2]);
        See(page, () => Assert.Contains("Se comparan 4 niveles como máximo.", Words(page.Find("#cot-niveles")), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_known_of_a_customer_is_filled_in_and_it_is_saved()
    {
        await Desk.OfferThreeAsync();
        var customer = await Desk.WinAsync($"Aguas {Hostile}");
        for (var at = 0; at < 3; at++) await Desk.FileAsync(Samples.Filing with { CustomerId = customer.Id });
        SignIn(await Desk.HireAsync("Lía Torres", Role.Lead));
        var page = await OpenAsync();
        await ChangeAsync(page, "#cot-cliente", customer.Name);
        See(page, () => Assert.Equal("3", page.Find("#cot-Cases").GetAttribute("value")));
        Assert.Contains("Casos al mes en el último año: 3.", Words(page.Find("#cot-cliente-help")), StringComparison.Ordinal);
        await page.InvokeAsync(() => Button(page, "Guardar cotización").ClickAsync(new()));
        var navigation = Services.GetRequiredService<NavigationManager>();
        See(page, () => Assert.Contains("/cotizaciones/", navigation.Uri, StringComparison.Ordinal));
        var quote = await Desk.ReadAsync(db => db.Quotes.SingleAsync());
        Assert.Equal((customer.Id, 3m), (quote.CustomerId, quote.Content.Factors[PriceFactor.Cases]));

        var kept = Render<QuotePage>(parameters => parameters.Add(each => each.Numero, quote.Id));
        See(kept, () => Assert.Contains("Borrador", Words(kept.Find(".title-bar")), StringComparison.Ordinal));
        AssertHarmless(kept);
        var paper = Render<QuotePrintPage>(parameters => parameters.Add(each => each.Numero, quote.Id));
        See(paper, () => paper.Find(".quote-offers"));
        Assert.Contains("todavía no es una oferta", paper.Markup, StringComparison.Ordinal);
        foreach (var secret in (string[])["Costo", "Margen", "piso", "Penalidades", "log2"]) Assert.DoesNotContain(secret, Words(paper.Find(".quote-paper")), StringComparison.OrdinalIgnoreCase);
        AssertNoElements(paper);
    }

    [Fact]
    public async Task A_comma_parts_decimals_and_one_case_is_said_as_one()
    {
        await Desk.OfferThreeAsync();
        var page = await OpenAsync();
        await ChangeAsync(page, "#cot-UpkeepHours", "2,5");
        See(page, () => Assert.Contains("+ 2,5", Words(page.Find("[data-line=WorkHours]")), StringComparison.Ordinal));
        await ChangeAsync(page, "#cot-Cases", "1");
        See(page, () => Assert.Contains("1 caso/mes", Words(page.Find(".quoter-sliders")), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_market_with_a_lower_end_alone_raises_the_price()
    {
        await Desk.OfferThreeAsync();
        var page = await OpenAsync();
        await ChangeAsync(page, "#cot-BandLow", "90000000");
        See(page, () => Assert.Contains("90.000.000 COP", Words(page.Find("[data-row='Row.Price']")), StringComparison.Ordinal));
        Assert.Contains("subió al mínimo de la banda", Words(page.Find(".quoter-compare")), StringComparison.Ordinal);
        await ChangeAsync(page, "#cot-BandHigh", "10");
        See(page, () => Assert.Contains(page.FindAll(".field-error"), error => Words(error).Contains("empieza por encima de donde termina", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_level_that_never_fails_is_priced_and_one_that_cannot_be_is_named_beside_the_others()
    {
        await Desk.OfferAsync(Essential);
        await Desk.OfferAsync("Total", "always", 15, 100);
        await Desk.AddAsync(new SupportPlan { Key = "sin-tiempos", Version = 1, IsCurrent = true, Definition = new("Sin tiempos", "office", new Dictionary<Priority, Target>()) });
        var page = await OpenAsync();
        Assert.Equal([Essential, "Total"], page.FindAll(".quoter-compare thead th").Skip(1).Select(Words).Order());
        Assert.Contains("100 %", Words(page.Find("[data-row='Row.Availability']")), StringComparison.Ordinal);
        Assert.Equal("Nivel «Sin tiempos», Primera respuesta: Es muy poco: 1 o más.", Words(page.Find(".quoter-faults")));
    }

    [Fact]
    public async Task A_question_without_an_answer_leaves_the_sliders_to_go_back()
    {
        SignIn(await Desk.HireAsync("Eva Admin", Role.Admin));
        await Desk.OfferThreeAsync();
        Assert.Empty(await Desk.Get<KeepPriceModel>().SaveAsync(PriceModel.Usual.With(PriceParameter.AccountHours, 0), 0, Samples.Someone(Role.Admin), CancellationToken.None));
        var page = await OpenAsync();
        await ChangeAsync(page, "#cot-UpkeepHours", "0");
        await page.InvokeAsync(() => page.Find("#cot-si-Cases").Input("0"));
        Desk.Clock.Advance(TimeSpan.FromSeconds(1));
        See(page, () => Assert.Contains("no hay horas de trabajo que cobrar", Words(page.Find(".quoter-faults")), StringComparison.Ordinal));
        await page.InvokeAsync(() => Button(page, "Volver a lo escrito").ClickAsync(new()));
        See(page, () => page.Find(".quoter-compare"));
        Assert.Empty(page.FindAll(".quoter-faults"));
    }

    [Fact]
    public async Task An_agent_reads_the_price_and_not_what_it_costs()
    {
        var id = await Desk.QuoteAsync("Un interesado", await Desk.OfferThreeAsync(), factors: new PriceFactors().With(PriceFactor.Users, 1).With(PriceFactor.Cases, 1).With(PriceFactor.UpkeepHours, 1));
        var page = Render<QuotePage>(parameters => parameters.Add(each => each.Numero, id));
        See(page, () => page.Find(".quote-offers"));
        Secret(page.Find(".quote-page"));
        Assert.DoesNotContain(page.FindAll("a"), link => link.GetAttribute("href")!.Contains(DeskUrls.InternalParameter, StringComparison.Ordinal));
        Services.GetRequiredService<NavigationManager>().NavigateTo(DeskUrls.QuotePrintOf(id, forHouse: true));
        var paper = Render<QuotePrintPage>(parameters => parameters.Add(each => each.Numero, id));
        See(paper, () => paper.Find(".quote-offers"));
        Secret(paper.Find(".quote-paper"));
        Assert.Contains("Para 1 usuario, 1 caso al mes y 200 GB de datos.", Words(paper.Find(".quote-service")), StringComparison.Ordinal);
        Assert.Contains("Mantenimiento: 1 hora al mes.", Words(paper.Find(".quote-service")), StringComparison.Ordinal);
        var list = Render<QuotesPage>();
        See(list, () => list.Find(".quote-list"));
        Assert.DoesNotContain("Nueva cotización", list.Markup, StringComparison.Ordinal);

        SignIn(await Desk.HireAsync("Lía Torres", Role.Lead));
        var forHouse = Render<QuotePrintPage>(parameters => parameters.Add(each => each.Numero, id));
        See(forHouse, () => Assert.Contains("Penalidades", Words(forHouse.Find(".quote-paper")), StringComparison.Ordinal));

        static void Secret(AngleSharp.Dom.IElement shown)
        {
            foreach (var secret in (string[])["Costo (", "Piso", "Queda", "Penalidades esperadas", "log2"]) Assert.DoesNotContain(secret, Words(shown), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_levels_it_says_what_to_do()
    {
        var page = Render<QuoterPage>();
        See(page, () => Assert.Contains("Todavía no hay niveles de servicio que cotizar.", page.Markup, StringComparison.Ordinal));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task A_lead_sends_rejects_with_a_reason_and_revises()
    {
        var plans = await Desk.OfferThreeAsync();
        var id = await Desk.QuoteAsync("Un interesado", plans);
        SignIn(await Desk.HireAsync("Lía Torres", Role.Lead));
        var page = Render<QuotePage>(parameters => parameters.Add(each => each.Numero, id));
        See(page, () => Button(page, "Marcar como enviada"));
        await page.InvokeAsync(() => Button(page, "Marcar como enviada").ClickAsync(new()));
        See(page, () => Button(page, "Registrar rechazo"));
        await page.InvokeAsync(() => Button(page, "Registrar rechazo").ClickAsync(new()));
        See(page, () => page.Find("#cot-motivo"));
        await page.InvokeAsync(() => page.FindAll(".dialog-actions button")[1].ClickAsync(new()));
        See(page, () => Assert.Contains("Escriba el motivo.", Words(page.Find(".dialog")), StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("#cot-motivo").ChangeAsync($"Caro. {Hostile}"));
        await page.InvokeAsync(() => page.FindAll(".dialog-actions button")[1].ClickAsync(new()));
        See(page, () => Assert.Contains("Rechazada", Words(page.Find(".title-bar")), StringComparison.Ordinal));
        AssertHarmless(page);
        await page.InvokeAsync(() => Button(page, "Hacer una revisión").ClickAsync(new()));
        See(page, () => Assert.Contains("cotizacion=", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_group_in_which_something_was_wrong_stays_open_when_it_is_put_right()
    {
        await Desk.OfferThreeAsync();
        var page = await OpenAsync();
        Assert.False(page.Find("[data-group=Market]").HasAttribute("open"));
        await ChangeAsync(page, "#cot-Margin", "100");
        See(page, () => Assert.True(page.Find("[data-group=Market]").HasAttribute("open")));
        await ChangeAsync(page, "#cot-Margin", "20");
        See(page, () => Assert.Empty(page.FindAll("#cot-Margin-error")));
        Assert.True(page.Find("[data-group=Market]").HasAttribute("open"));
    }

    [Fact]
    public async Task Whoever_accepts_a_quote_without_platforms_says_which()
    {
        var plans = await Desk.OfferThreeAsync();
        var platform = await Desk.ServeAsync($"Portal {Hostile[..30]}");
        await Desk.WinAsync();
        var id = await Desk.QuoteAsync("Aguas del Valle", plans);
        await Desk.Get<KeepQuotes>().SendAsync(id, Lead, CancellationToken.None);
        SignIn(await Desk.HireAsync("Lía Torres", Role.Lead));
        var page = Render<QuotePage>(parameters => parameters.Add(each => each.Numero, id));
        See(page, () => Assert.Contains("se escogen al aceptarla", page.Find(".facts").TextContent, StringComparison.Ordinal));
        await page.InvokeAsync(() => Button(page, "Registrar aceptación").ClickAsync(new()));
        See(page, () => page.Find("#cot-acepta-plataformas"));
        await page.InvokeAsync(() => page.FindAll(".dialog-actions button")[1].ClickAsync(new()));
        See(page, () => Assert.Contains("Escoja al menos una plataforma", Words(page.Find(".dialog")), StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("#cot-acepta-plataformas input").ChangeAsync(true));
        await page.InvokeAsync(() => page.FindAll(".dialog-actions button")[1].ClickAsync(new()));
        See(page, () => Assert.Contains("Aceptada", Words(page.Find(".title-bar")), StringComparison.Ordinal));
        Assert.Equal(platform.Id, (await Desk.ReadAsync(db => db.Contracts.SelectMany(contract => contract.Products).SingleAsync())).ProductId);
        AssertNoElements(page);
    }

    [Fact]
    public async Task The_model_is_saved_as_a_version_and_nonsense_is_refused_beside_its_field()
    {
        SignIn(await Desk.HireAsync("Eva Admin", Role.Admin));
        var page = Render<PriceModelPage>();
        See(page, () => page.Find("#modelo-WeeklyHours"));
        await ChangeAsync(page, "#modelo-WeeklyHours", "0");
        await page.InvokeAsync(() => Button(page, "Guardar como versión nueva").ClickAsync(new()));
        See(page, () => Assert.Contains("Es muy poco: 1 o más.", Words(page.Find("#modelo-WeeklyHours-error")), StringComparison.Ordinal));
        await ChangeAsync(page, "#modelo-WeeklyHours", "40");
        await page.InvokeAsync(() => Button(page, "Guardar como versión nueva").ClickAsync(new()));
        See(page, () => Assert.Contains("Quedó guardado.", Words(page.Find(".notice")), StringComparison.Ordinal));
        Assert.Equal(40m, (await Desk.Get<KeepPriceModel>().ReadAsync(CancellationToken.None)).Model[PriceParameter.WeeklyHours]);
    }

    private static AngleSharp.Dom.IElement Button<T>(IRenderedComponent<T> page, string text) where T : IComponent => page.FindAll("button").Single(button => Words(button) == text);

    private static Task ChangeAsync<T>(IRenderedComponent<T> page, string field, string typed) where T : IComponent => page.InvokeAsync(() => page.Find(field).ChangeAsync(typed));

    private static Task ToggleAsync(IRenderedComponent<QuoterPage> page, int plan) => page.InvokeAsync(() => page.Find($"[data-plan='{Number(plan)}']").ChangeAsync(true));

    private async Task<IRenderedComponent<QuoterPage>> OpenAsync()
    {
        var page = Render<QuoterPage>();
        See(page, () => page.Find(".quoter-compare"));
        await Task.CompletedTask;
        return page;
    }
}
