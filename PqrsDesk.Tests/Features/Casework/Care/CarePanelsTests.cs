using Bunit;
using PqrsDesk.Domain.Care;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Casework.Care;

/// <summary>The checklist, the review and the advice on the case page.</summary>
public sealed class CarePanelsTests : PageTest
{
    [Fact]
    public async Task An_answer_without_investigation_is_refused_in_words_and_the_step_is_one_press_away()
    {
        await Desk.CareAsync();
        var page = Open((await Desk.FileAsync()).Number);
        Assert.Contains("Se exige antes de responder", Step(page, CareStep.Investigate), StringComparison.Ordinal);
        await page.InvokeAsync(() => page.Find("#redactar textarea").InputAsync(CareHouse.Text));
        await page.InvokeAsync(() => page.FindAll(".composer-actions button").Single(button => Words(button) == "Enviar respuesta de fondo").ClickAsync(new()));
        See(page, () => Assert.Contains("Antes de responder, escriba la investigación", Words(page.Find(".composer")), StringComparison.Ordinal));

        await page.InvokeAsync(() => page.Find("[data-missing-step]").ClickAsync(new()));
        See(page, () => page.Find("#paso-texto"));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Contains("Escriba qué encontró la investigación.", Words(page.Find("dialog")), StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("#paso-texto").InputAsync("Hubo dos cobros."));
        await page.InvokeAsync(() => page.Find("#paso-causa").InputAsync("Un cargue repetido."));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Empty(page.FindAll("dialog")));
        Assert.Equal(["Hubo dos cobros.", "Un cargue repetido."], page.FindAll("[data-step=Investigate] .turn-text").Select(Words));
        Assert.NotNull(page.Find("[data-step=Investigate].done"));
    }

    [Fact]
    public async Task The_sentence_stands_at_the_head_and_opens_the_answer()
    {
        var page = Open((await Desk.FileAsync()).Number);
        Assert.Empty(page.FindAll(".understood"));
        await page.InvokeAsync(() => page.Find("[aria-label='Anotar: Confirmar lo que se pide']").ClickAsync(new()));
        await page.InvokeAsync(() => page.Find("#paso-texto").InputAsync($"Pide que le devuelvan un mes {Hostile}"));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Contains($"Pide que le devuelvan un mes {Hostile}", page.Find(".understood-words").TextContent, StringComparison.Ordinal));
        AssertHarmless(page);
        await page.InvokeAsync(() => page.Find(".understood button").ClickAsync(new()));
        See(page, () => Assert.StartsWith("Usted nos pide lo siguiente: Pide que le devuelvan un mes", page.Find("#redactar textarea").GetAttribute("value"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_a_lead_is_offered_to_leave_out_what_is_required_and_the_reason_stays()
    {
        await Desk.CareAsync();
        var number = (await Desk.FileAsync()).Number;
        Assert.Empty(Open(number).FindAll("[aria-label='Omitir: Investigar']"));
        SignIn(Me = await Desk.HireAsync("Lía Vega", Role.Lead));
        var page = Open(number);
        await page.InvokeAsync(() => page.Find("[aria-label='Omitir: Investigar']").ClickAsync(new()));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Contains("Escriba", Words(page.Find("dialog .field-error")), StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("#paso-texto").InputAsync($"Es obvio. {Hostile}"));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Contains("Omitido: Es obvio.", Step(page, CareStep.Investigate), StringComparison.Ordinal));
        AssertHarmless(page);
        Assert.Contains("omitió el paso «Investigar». Motivo: Es obvio.", Words(page.Find(".conversation")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_step_says_so_in_words()
    {
        await Desk.CareAsync();
        var number = (await Desk.FileAsync()).Number;
        Desk.Clock.Advance(TimeSpan.FromDays(20));
        Assert.Contains("Atrasado", Step(Open(number), CareStep.Acknowledge), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_proposed_from_the_composer_reviewed_and_sent()
    {
        await Desk.CareAsync(CareHouse.Reviewed());
        var number = (await Desk.FileAsync()).Number;
        var (ana, lead) = (Me, await Desk.HireAsync("Lía Vega", Role.Lead));
        var page = Open(number);
        Assert.Contains("La respuesta de este caso necesita visto bueno.", Review(page), StringComparison.Ordinal);
        await page.InvokeAsync(() => page.Find("#redactar textarea").InputAsync($"{CareHouse.Text} {Hostile}"));
        await page.InvokeAsync(() => page.Find("[data-key=send-answer]").ClickAsync(new()));
        See(page, () => Assert.Contains("Espera a un líder.", Review(page), StringComparison.Ordinal));
        Assert.Equal("", page.Find("#redactar textarea").GetAttribute("value") ?? "");
        Assert.Empty(page.FindAll("[data-key=approve]"));
        AssertHarmless(page);

        SignIn(Me = lead);
        var theirs = Open(number);
        await theirs.InvokeAsync(() => theirs.Find("[data-revise]").ClickAsync(new()));
        await theirs.InvokeAsync(() => theirs.Find("#revision-texto").InputAsync("Otro texto."));
        await theirs.InvokeAsync(() => theirs.Find("#revision-comentario").InputAsync("Más corto."));
        await theirs.FindAll(".review .panel-actions button")[0].ClickAsync(new());
        See(theirs, () => Assert.Equal("Otro texto.", theirs.Find(".review-text .turn-text").TextContent));
        await theirs.InvokeAsync(() => theirs.Find("[data-return]").ClickAsync(new()));
        See(theirs, () => Assert.NotEmpty(theirs.FindAll(".review .field-error")));
        await theirs.InvokeAsync(() => theirs.Find("[data-key=approve]").ClickAsync(new()));
        See(theirs, () => Assert.Contains("Con visto bueno", Review(theirs), StringComparison.Ordinal));

        SignIn(Me = ana);
        var mine = Open(number);
        Await(mine, () => Assert.Contains("cualquier cambio anula el visto bueno", Review(mine), StringComparison.Ordinal));
        await mine.InvokeAsync(() => mine.Find("[data-send-approved]").ClickAsync(new()));
        See(mine, () => Assert.Contains("Otro texto.", Words(mine.Find(".turn.answer")), StringComparison.Ordinal));
        Assert.Equal(TicketStatus.Answered, (await Desk.TicketAsync(number)).Status);
        Assert.Empty(mine.FindAll(".review"));
    }

    [Fact]
    public async Task A_lead_who_proposed_is_told_that_somebody_else_reviews_it()
    {
        await Desk.CareAsync(CareHouse.Reviewed());
        SignIn(Me = await Desk.HireAsync("Lía Vega", Role.Lead));
        var number = (await Desk.FileAsync()).Number;
        await Desk.ProposeAsync(number, Me);
        var page = Open(number);
        Assert.Contains("La propuso usted", Review(page), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-key=approve]"));
        await page.InvokeAsync(() => page.Find("[data-edit-proposal]").ClickAsync(new()));
        See(page, () => Assert.Equal(CareHouse.Text, page.Find("#redactar textarea").GetAttribute("value")));
    }

    [Fact]
    public async Task A_review_that_another_does_appears_by_itself()
    {
        await Desk.CareAsync(CareHouse.Reviewed());
        var number = (await Desk.FileAsync()).Number;
        await Desk.ProposeAsync(number, Me);
        var page = Open(number);
        await Desk.CareForAsync(number, new CareAct.Return("Falta la fecha."), Actor.Staff(await Desk.HireAsync("Lía Vega", Role.Lead)));
        Await(page, () => Assert.Contains("Devuelta", Review(page), StringComparison.Ordinal));
        Assert.Contains("Motivo: Falta la fecha.", Review(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Advice_about_the_words_comes_a_moment_after_the_last_letter()
    {
        var page = Open((await Desk.FileAsync(Samples.Filing with { Description = "¿Cuándo me devuelven la plata?" })).Number);
        Assert.Empty(page.FindAll(".clarity"));
        await page.InvokeAsync(() => page.Find("#redactar textarea").InputAsync($"Los documentos allegados se revisaron {{nombre}}. {Hostile}"));
        Assert.Empty(page.FindAll(".clarity"));
        See(page, () => Assert.Equal("Quedó un espacio sin llenar: {nombre}", Words(page.Find("[data-advice=Placeholder]"))));
        Assert.Equal("Palabra de oficina: allegados → entregado, enviado", Words(page.Find("[data-advice=Jargon]")));
        Assert.Contains("¿Cuándo me devuelven la plata?", Words(page.Find("[data-advice=Unanswered]")), StringComparison.Ordinal);
        AssertNoElements(page);
        await page.InvokeAsync(() => page.Find("#redactar textarea").InputAsync("Cordial saludo. La plata se le devuelve el lunes. Gracias."));
        See(page, () => Assert.Contains("Nada que señalar.", Words(page.Find(".clarity")), StringComparison.Ordinal));
    }

    private static string Step(IRenderedComponent<TicketPage> page, CareStep step) => Words(page.Find($"[data-step={step}]"));

    private static string Review(IRenderedComponent<TicketPage> page) => Words(page.Find(".review"));

    private IRenderedComponent<TicketPage> Open(string number)
    {
        var page = Render<TicketPage>(p => p.Add(ticket => ticket.Radicado, number));
        See(page, () => page.Find(".ticket"));
        return page;
    }
}
