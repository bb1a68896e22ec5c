using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.SlaRules;

public sealed class TermsPageTests : PageTest
{
    [Fact]
    public async Task The_rules_stand_by_country_and_regime_with_their_windows_source_and_doubt()
    {
        var page = await OpenAsync(Role.Lead);
        Assert.Equal(LegalBook.Shipped.InForce.Count, page.FindAll(".sla-list a").Count);
        Assert.Contains(page.FindAll(".sla-regime"), head => Words(head) == "Perú · Perú: Libro de Reclamaciones");
        var crc = Words(page.FindAll(".sla-list a").Single(each => each.GetAttribute("href") == DeskUrls.SlaTermOf("crc.pqr", 1)));
        Assert.Contains("15 días hábiles · prórroga de hasta 15", crc, StringComparison.Ordinal);
        Assert.Contains("Resolución CRC 5050 de 2016", crc, StringComparison.Ordinal);
        Assert.Contains("Por confirmar", crc, StringComparison.Ordinal);
        var pandemic = Words(page.FindAll(".sla-list a").Single(each => each.GetAttribute("href") == DeskUrls.SlaTermOf("ley1755.peticion", 2)));
        Assert.Contains("30 días hábiles", pandemic, StringComparison.Ordinal);
        Assert.Contains("Del 28 mar 2020 al 17 may 2022", pandemic, StringComparison.Ordinal);
        Assert.Contains("Completar: 10 días hábiles, con 1 mes para hacerlo · Traslado: 5 días", pandemic, StringComparison.Ordinal);
        Assert.DoesNotContain("Por confirmar", pandemic, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Lead)]
    [InlineData(Role.Manager)]
    public async Task Leads_and_managers_read_and_change_nothing(Role role)
    {
        var page = await OpenAsync(role);
        Assert.All(page.FindAll("fieldset.sla-fields"), fields => Assert.NotNull(fields.GetAttribute("disabled")));
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Contains("Guardar", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_administrator_corrects_a_rule_and_sees_who_changed_what()
    {
        var page = await OpenAsync(Role.Admin, "ley1755_peticion~3");
        Assert.Equal("ley1755.peticion", page.Find("#code").GetAttribute("value"));
        await page.InvokeAsync(() => page.Find("#amount").ChangeAsync("12"));
        await PressAsync(page, "Guardar versión nueva");

        See(page, () => Assert.Contains("Se guardó la versión 4.", page.Markup, StringComparison.Ordinal));
        Assert.EndsWith("/sla/terminos/ley1755_peticion~4", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        var history = Words(page.Find(".sla-history"));
        Assert.Contains("Cambió: Término", history, StringComparison.Ordinal);
        Assert.Contains(Me.Name, history, StringComparison.Ordinal);
        Assert.Equal(12, (await Desk.BookAsync()).Law.Find("ley1755.peticion", new(2026, 3, 3))!.Definition.Amount);
    }

    [Fact]
    public async Task A_rule_is_ended_by_its_last_day_and_another_begins_the_day_after()
    {
        var page = await OpenAsync(Role.Admin, "ley142_pqr~1");
        await page.InvokeAsync(() => page.Find("#validTo").ChangeAsync("1990-01-01"));
        await PressAsync(page, "Guardar versión nueva");
        See(page, () => Assert.Contains("no puede ser anterior", page.Find("#validTo-error").TextContent, StringComparison.Ordinal));
        Assert.Contains("validTo-error", page.Find("#validTo").GetAttribute("aria-describedby"), StringComparison.Ordinal);

        await page.InvokeAsync(() => page.Find("#validTo").ChangeAsync("2026-12-31"));
        await PressAsync(page, "Guardar versión nueva");
        See(page, () => Assert.Contains("Se guardó la versión 2.", page.Markup, StringComparison.Ordinal));
        Assert.Null((await Desk.BookAsync()).Law.Find("ley142.pqr", new(2027, 1, 1)));
    }

    [Fact]
    public async Task A_new_rule_in_clock_hours_is_saved_and_offered()
    {
        var page = await OpenAsync(Role.Admin, "nuevo");
        foreach (var (id, value) in new[]
        {
            ("code", "interno.urgente"), ("name", "Urgencias <b>internas</b>"), ("regime", "interno"), ("regimeName", "Reglamento interno"),
            ("amount", "36"), ("unit", "ClockMinutes"), ("source", "Resolución 7"), ("validFrom", "2026-01-01"),
        }) await page.InvokeAsync(() => page.Find($"#{id}").ChangeAsync(value));
        await PressAsync(page, "Guardar norma");
        See(page, () => Assert.Contains("qué falta por confirmar", page.Find("#note-error").TextContent, StringComparison.Ordinal));

        await page.InvokeAsync(() => page.Find("#note").ChangeAsync("Todo."));
        await PressAsync(page, "Guardar norma");
        See(page, () => Assert.EndsWith("/sla/terminos/interno_urgente~1", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        Assert.Equal(36 * 60, (await Desk.BookAsync()).Law.Find("interno.urgente", new(2026, 3, 3))!.Definition.Amount);
        Assert.Contains("36 horas de reloj", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("b"));
    }

    [Fact]
    public async Task A_version_that_was_replaced_is_shown_and_not_changed()
    {
        var rule = (await Desk.BookAsync()).Law.Find("ley142.pqr", new(2026, 3, 3))!;
        await Desk.Get<StoreLaw>().RunAsync(new LegalEdit(rule.Code, 1, rule.Definition with { Amount = 14 }), Samples.Someone(Role.Admin), CancellationToken.None);
        var page = await OpenAsync(Role.Admin, "ley142_pqr~1");
        Assert.Contains("Otra versión ocupó su lugar", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Contains("versión nueva", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_rule_is_a_calm_page() =>
        Assert.Contains("No existe esa norma", (await OpenAsync(Role.Admin, "nada~9")).Markup, StringComparison.Ordinal);

    [Fact]
    public async Task The_desk_says_how_it_files_and_what_is_wrong_stands_beside_its_field()
    {
        var page = await OpenAsync(Role.Admin);
        Assert.Contains("Así viene el producto", page.Markup, StringComparison.Ordinal);
        await page.InvokeAsync(() => page.Find("input[name=fuera][value=NextBusinessDay]").ChangeAsync(new() { Value = "NextBusinessDay" }));
        await page.InvokeAsync(() => page.Find("#p-cutoff").ChangeAsync(""));
        await PressAsync(page, "Guardar");
        See(page, () => Assert.Contains("hora de cierre", page.Find("#p-cutoff-error").TextContent, StringComparison.Ordinal));

        await page.InvokeAsync(() => page.Find("#p-cutoff").ChangeAsync("16:30"));
        page.FindAll(".sla-condition label").Single(label => label.TextContent.Contains("habeas data", StringComparison.Ordinal)).QuerySelector("input")!.Change(true);
        await PressAsync(page, "Guardar");

        See(page, () => Assert.Contains("Lo guardó Zoe Admin", Words(page.FindAll(".sla-card")[0]), StringComparison.Ordinal));
        var practice = (await Desk.BookAsync()).Law.Practice;
        Assert.Equal((AfterHours.NextBusinessDay, TimeSpan.FromHours(16.5), "ley1581"), (practice.AfterHours, practice.CutOff, Assert.Single(practice.Offered)));
    }

    [Fact]
    public async Task A_peruvian_desk_is_told_on_which_calendar_it_counts()
    {
        var page = await OpenAsync(Role.Admin);
        await page.InvokeAsync(() => page.Find("#p-country").ChangeAsync("PE"));
        Assert.Contains("revise que lleve los festivos de ese país", page.Markup, StringComparison.Ordinal);
        Assert.Equal(["Perú: Libro de Reclamaciones"], page.FindAll("#p-regime option").Select(Words));
    }

    [Fact]
    public async Task It_speaks_English_too()
    {
        Speak("en-US");
        var page = await OpenAsync(Role.Admin);
        Assert.Equal("Legal terms", Words(page.Find("h1")));
        Assert.Contains("15 business days", page.Markup, StringComparison.Ordinal);
        Assert.Contains("To be confirmed", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_problem_part_and_silence_has_its_words()
    {
        var (texts, words) = (Services.GetRequiredService<IStringLocalizer<LegalTexts>>(), Services.GetRequiredService<IStringLocalizer<UiTexts>>());
        Assert.All(Enum.GetNames<LegalProblemCode>(), code => Assert.False(texts[$"Problem.{code}"].ResourceNotFound, code));
        Assert.All(Enum.GetNames<AfterHours>(), each => Assert.False(texts[$"AfterHours.{each}"].ResourceNotFound, each));
        Assert.All(Enum.GetNames<ClosedDays>(), each => Assert.False(texts[$"ClosedDays.{each}"].ResourceNotFound, each));
        Assert.All(Enum.GetNames<LegalSilence>(), each => Assert.False(words[$"LegalSilence.{each}"].ResourceNotFound, each));
        var one = ShippedLaw.Rules()[0].Definition;
        var other = new LegalDefinition
        {
            Country = "PE",
            Regime = "x",
            RegimeName = "x",
            Name = "x",
            Priorities = [Domain.Tickets.Priority.High],
            Order = 9,
            Amount = 9,
            Unit = DeadlineUnit.Months,
            Source = "x",
            IsConfirmed = false,
            Note = "x",
            ValidFrom = new(1999, 1, 1),
            ValidTo = new(2001, 1, 1),
        };
        var parts = LegalDifference.Between(one, other);
        Assert.Equal(typeof(LegalDefinition).GetProperties().Length - 2, parts.Count);
        Assert.All(parts, part => Assert.False(texts[$"Field.{part}"].ResourceNotFound, part));
    }

    private async Task<IRenderedComponent<TermsPage>> OpenAsync(Role role, string? key = null)
    {
        Me = await Desk.HireAsync("Zoe Admin", role);
        SignIn(Me);
        var page = Render<TermsPage>(its => its.Add(page => page.Clave, key));
        See(page, () => Assert.NotEmpty(page.FindAll(".sla-split")));
        return page;
    }

    private static Task PressAsync(IRenderedComponent<TermsPage> page, string button) =>
        page.InvokeAsync(() => page.FindAll("button").Last(found => Words(found) == button).ClickAsync(new()));
}
