using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Casework.Expedientes;

/// <summary>What a person sees of the case file: the ways to take it, and a case on paper.</summary>
public sealed class ExpedientePagesTests : PageTest
{
    [Fact]
    public async Task The_links_say_what_goes_along_and_the_identity_is_offered_to_those_who_may_see_it_alone()
    {
        const string Radicado = "PQRS-2026-000001";
        var panel = Render<ExpedientePanel>(p => p.Add(each => each.Radicado, Radicado));
        Assert.Equal([DeskUrls.PrintOf(Radicado, false), DeskUrls.ExpedienteOf(Radicado, false, false)], panel.FindAll("a").Select(link => link.GetAttribute("href")));
        Assert.Single(panel.FindAll("input"));
        await panel.InvokeAsync(() => panel.Find("input").ChangeAsync(true));
        Assert.Equal([DeskUrls.PrintOf(Radicado, true), DeskUrls.ExpedienteOf(Radicado, true, false)], panel.FindAll("a").Select(link => link.GetAttribute("href")));

        Assert.Single(Render<ExpedientePanel>(p => p.Add(each => each.Radicado, Radicado).Add(each => each.Reserved, true)).FindAll("input"));
        panel = Render<ExpedientePanel>(p => p.Add(each => each.Radicado, Radicado).Add(each => each.Reserved, true).Add(each => each.MayReveal, true));
        await panel.InvokeAsync(() => panel.FindAll("input")[1].ChangeAsync(true));
        Assert.EndsWith(DeskUrls.ExpedienteOf(Radicado, false, true), panel.FindAll("a")[1].GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_on_paper_has_what_was_said_and_the_notes_when_they_are_wanted()
    {
        await Desk.AddFieldAsync(new() { Name = "Ruta" });
        var number = (await Desk.FileAsync(Samples.Filing with { Subject = Hostile, Description = $"Relato {Hostile}" })).Number;
        await Desk.ChangeAsync(number, (ticket, book, now) => ticket.Reply($"Respuesta {Hostile}", book, now));
        await Desk.ChangeAsync(number, (ticket, book, now) => ticket.Note($"Secreto {Hostile}", book, now));
        await Desk.ChangeAsync(number, (ticket, book, now) => ticket.Tag(["cobro doble"], [], book, now));
        await Desk.Get<Fields.FillFields>().RunAsync(number, null, new Dictionary<int, string?> { [1] = Hostile }, Samples.Someone(), CancellationToken.None);

        var page = Open(number, null);
        See(page, () => Assert.Equal(Hostile, page.Find(".print-case h1").TextContent));
        AssertNoElements(page);
        Assert.Contains(number, Words(page.Find(".print-head")), StringComparison.Ordinal);
        Assert.Equal(2, page.FindAll(".print-turn").Count);
        Assert.DoesNotContain("Secreto", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("cobro doble", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Término legal", page.Markup, StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(page.FindAll(".print-why li"));

        page = Open(number, "true");
        See(page, () => Assert.Contains("Secreto", page.Markup, StringComparison.Ordinal));
        AssertNoElements(page);
        Assert.Contains("cobro doble", Words(page.Find(".print-facts")), StringComparison.Ordinal);
        Assert.Contains("Ruta", Words(page.Find(".print-facts")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reserved_name_stays_off_the_paper_also_for_a_lead()
    {
        SignIn(await Desk.HireAsync("Lía", Role.Lead));
        var number = (await Desk.FileAsync(petitioner: Samples.Petitioner with { Reserved = true })).Number;
        var page = Open(number, "true");
        See(page, () => page.Find(".print-case"));
        foreach (var secret in (string[])["Íñiguez", "52.123.456", "maria@example.org"]) Assert.DoesNotContain(secret, page.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<PrintPage> Open(string number, string? notes)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(DeskUrls.PrintOf(number, notes == "true"));
        return Render<PrintPage>(p => p.Add(page => page.Radicado, number));
    }
}
