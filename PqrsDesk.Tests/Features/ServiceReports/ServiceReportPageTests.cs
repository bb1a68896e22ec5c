using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.ServiceReports;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.ServiceReports;

public sealed class ServiceReportPageTests : PageTest
{
    private CustomerMonth month = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        month = await CustomerMonth.LiveAsync(Desk, $"Acueducto {Hostile}");
        SignIn(Me = await Desk.HireAsync("Luz Marina Peña", Role.Lead));
    }

    [Fact]
    public async Task A_month_is_read_from_top_to_bottom_and_what_people_typed_is_text()
    {
        await Desk.FileAsync(Samples.Filing with { CustomerId = month.Customer.Id, Subject = $"Asunto {Hostile}", Topic = $"Tema {Hostile}" });
        var page = Open("2026-04");
        Assert.Contains("Mes en curso: cifras hasta hoy, 1 abr 2026", Words(page.Find(".sheet-head")), StringComparison.Ordinal);
        AssertHarmless(page);

        page = Open("2026-03");
        Assert.Contains("Casos recibidos: 6. Respondidos: 5. Pendientes al corte: 1. A tiempo, el 66,7 % de las respuestas debidas (n = 6).", Words(page.Find(".sheet-lead")).Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal(["6", "5", "1"], page.FindAll(".sheet-tiles dd").Take(3).Select(Words));
        Assert.Contains("Sin contrato vigente en el mes", Words(page.Find(".sheet")), StringComparison.Ordinal);
        Assert.Contains("4 h hábiles 6 4 66,7 %", Words(page.Find("[data-promise=FirstResponse-Medium]")).Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains($"{month.SlowReply} tarde por 1 h", Words(page.Find("[data-promise=FirstResponse-Medium]")), StringComparison.Ordinal);
        Assert.Contains("Identidad reservada: no se muestra", Words(page.Find($"[data-case='{month.Reserved}']")), StringComparison.Ordinal);
        Assert.DoesNotContain(month.Anonymous, page.Markup, StringComparison.Ordinal);
        Assert.Contains("1 caso se radicó sin nombre", Words(page.Find(".sheet")), StringComparison.Ordinal);
        Assert.Contains("n = 2, de 5", Words(page.Find(".sheet")), StringComparison.Ordinal);
        Assert.Equal(2, page.FindAll("svg[role=img]").Count);
        Assert.Contains("En 12 meses: recibidos, 6", page.Find("svg[role=img]").GetAttribute("aria-label"), StringComparison.Ordinal);
        AssertNoElements(page);
    }

    [Fact]
    public void What_is_promised_of_one_platform_and_not_of_another_says_of_which()
    {
        var source = new PromiseSource(1, "C-1 · Oro");
        var row = new PromiseRow(source, DeadlineKind.FirstResponse, Priority.High, DeadlineUnit.BusinessMinutes, 30, Timeliness.None, []) { Platforms = [$"Portal {Hostile}", "App"] };
        var table = Render<PromiseTable>(p => p.Add(each => each.Rows, [row, row with { Amount = 60, Platforms = [] }]).Add(each => each.Contracted, true));

        Assert.Equal($"Portal {Hostile}, App", Words(Assert.Single(table.FindAll(".sheet-of"))));
        AssertNoElements(table);
    }

    [Fact]
    public void Months_that_are_none_or_have_not_begun_are_refused_in_words_and_an_empty_one_says_so()
    {
        Assert.Contains("Ese mes no ha empezado", Words(Open("2026-05").Find(".empty")), StringComparison.Ordinal);
        Assert.Contains("Ese no es un mes", Words(Open("2026-13").Find(".empty")), StringComparison.Ordinal);
        Assert.Contains("Ese no es un mes", Words(Open("<script>").Find(".empty")), StringComparison.Ordinal);
        Assert.Contains("no se recibió, respondió ni cerró ningún caso", Words(Open("2026-01").Find(".sheet-lead")), StringComparison.Ordinal);

        // Without a word it is the last whole month.
        Assert.Equal("marzo de 2026", Words(Open(null).Find(".sheet-month")));
    }

    [Fact]
    public async Task A_lead_writes_remarks_and_actions_and_they_stand_on_the_sheet()
    {
        var page = Open("2026-03");
        See(page, () => page.Find("#informe-observaciones"));
        await page.InvokeAsync(() => page.Find("#informe-observaciones").ChangeAsync($"Marzo {Hostile}"));
        await page.InvokeAsync(() => page.Find("[aria-labelledby=observaciones] form").SubmitAsync());
        See(page, () => Assert.Contains($"Marzo {Hostile}", page.Find(".sheet .sheet-typed").TextContent, StringComparison.Ordinal));
        AssertNoElements(page);

        await page.InvokeAsync(() => page.FindAll("[aria-labelledby=acciones-trabajo] button").Single(button => Words(button) == "Agregar acción").ClickAsync(new()));
        await page.InvokeAsync(() => page.Find("[aria-labelledby=acciones-trabajo] form").SubmitAsync());
        See(page, () => Assert.Contains("Diga qué se va a hacer", Words(page.Find("#accion-texto-error")), StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("#accion-texto").ChangeAsync("Revisar medidores"));
        await page.InvokeAsync(() => page.Find("#accion-quien").ChangeAsync("Ana"));
        await page.InvokeAsync(() => page.Find("#accion-fecha").ChangeAsync("2026-03-20"));
        await page.InvokeAsync(() => page.Find("[aria-labelledby=acciones-trabajo] form").SubmitAsync());
        See(page, () => Assert.Contains("Revisar medidores Ana 20 mar 2026 En curso, vencida marzo de 2026", Words(page.Find(".sheet [data-action]")), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_agent_reads_and_is_told_who_may_write()
    {
        SignIn(Me = await Desk.HireAsync());
        var page = Open("2026-03");

        Assert.Empty(page.FindAll(".report-work form"));
        Assert.Contains("Esto lo hacen líderes", Words(page.Find(".report-work")), StringComparison.Ordinal);
        Assert.Contains("Aún no se ha enviado ningún informe", Words(page.Find(".report-work")), StringComparison.Ordinal);
    }

    [Fact]
    public void English_is_spoken_too()
    {
        Speak("en-US");

        var page = Open("2026-03");

        Assert.Contains("Cases received: 6. Answered: 5. Open at the cut: 1.", Words(page.Find(".sheet-lead")), StringComparison.Ordinal);
        Assert.Contains("4 h business time", Words(page.Find("[data-promise=FirstResponse-Medium]")), StringComparison.Ordinal);
        Assert.Contains("Improvement actions", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_the_page_lets_its_view_go()
    {
        var views = Desk.Get<Infrastructure.Live.LiveViews>();
        Open("2026-03");
        Assert.Equal(1, views.Count);
        await DisposeComponentsAsync();
        Assert.Equal(0, views.Count);
    }

    private IRenderedComponent<ServiceReportPage> Open(string? mes)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(DeskUrls.CustomerReportOf(month.Customer.Id, mes));
        var page = Render<ServiceReportPage>(parameters => parameters.Add(p => p.Numero, month.Customer.Id));
        See(page, () => Assert.Empty(page.FindAll(".skeleton")));
        return page;
    }
}
