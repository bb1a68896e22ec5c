using Bunit;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.People;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Casework.Fields;

/// <summary>Fields of the house as an administrator makes them and an agent fills them in.</summary>
public sealed class FieldPagesTests : PageTest
{
    private static readonly Actor Admin = Samples.Someone(Role.Admin);

    [Fact]
    public async Task A_field_appears_when_the_other_says_so_and_what_it_says_is_shown_in_words()
    {
        await Desk.Get<KeepFields>().SaveAsync(new() { Name = $"Tipo {Hostile[..40]}", Type = FieldType.OneOf, Options = "Cobro\nCaída" }, Admin, CancellationToken.None);
        var kind = (await Desk.Get<KeepFields>().ReadAsync(CancellationToken.None)).Fields[0];
        await Desk.Get<KeepFields>().SaveAsync(new() { Name = "Valor", Type = FieldType.Money, When = kind.Key, Values = "Cobro", Need = FieldNeed.BeforeAnswering }, Admin, CancellationToken.None);
        var number = (await Desk.FileAsync()).Number;
        var page = Render<TicketPage>(p => p.Add(ticket => ticket.Radicado, number));
        See(page, () => page.Find("[aria-labelledby=campos]"));
        AssertNoElements(page);
        Assert.DoesNotContain("Valor", Words(page.Find("[aria-labelledby=campos]")), StringComparison.Ordinal);

        await page.InvokeAsync(() => page.Find("[data-key=fields]").ClickAsync(new()));
        Assert.Empty(page.FindAll("#campo-2"));
        await page.InvokeAsync(() => page.Find("#campo-1").ChangeAsync("Cobro"));
        See(page, () => page.Find("#campo-2"));
        await page.InvokeAsync(() => page.Find("#campo-2").ChangeAsync("muchos"));
        await page.InvokeAsync(() => page.Find("[aria-labelledby=campos] form").SubmitAsync());
        See(page, () => Assert.Contains("Escriba un número", Words(page.Find("[aria-labelledby=campos]")), StringComparison.Ordinal));

        // As it is written here: points between thousands, a comma before cents.
        await page.InvokeAsync(() => page.Find("#campo-2").ChangeAsync("$ 1.250.000,50"));
        await page.InvokeAsync(() => page.Find("[aria-labelledby=campos] form").SubmitAsync());
        See(page, () => Assert.Contains("$ 1.250.000,50", Words(page.Find("[aria-labelledby=campos]")), StringComparison.Ordinal));
        Assert.Equal("1250000.5", (await Desk.TicketAsync(number)).CaseFile!.Fields[1].Value);

        // Retired, it stays to be seen.
        var amount = (await Desk.Get<KeepFields>().ReadAsync(CancellationToken.None)).Fields[1];
        await Desk.Get<KeepFields>().RetireAsync(amount.Id, true, Admin, CancellationToken.None);
        var again = Render<TicketPage>(p => p.Add(ticket => ticket.Radicado, number));
        See(again, () => Assert.Matches(@"Valor \(ya no se pide\)\s*\$ 1\.250\.000,50", Words(again.Find("[aria-labelledby=campos]"))));
    }

    [Fact]
    public async Task A_case_that_has_none_shows_nothing_of_them()
    {
        var number = (await Desk.FileAsync()).Number;
        var page = Render<TicketPage>(p => p.Add(ticket => ticket.Radicado, number));
        See(page, () => page.Find(".ticket"));
        Assert.Empty(page.FindAll("[aria-labelledby=campos]"));
    }

    [Fact]
    public async Task An_administrator_makes_fields_that_depend_on_one_another_and_is_told_of_a_ring()
    {
        SignIn(await Desk.HireAsync("Ada", Role.Admin));
        var page = Render<FieldsPage>();
        See(page, () => Assert.Contains("No hay campos propios.", page.Markup, StringComparison.Ordinal));
        foreach (var (name, when) in new[] { ("Uno", ""), ("Dos", "uno") })
        {
            await page.InvokeAsync(() => page.FindAll("button").Single(button => Words(button) == "Agregar un campo").ClickAsync(new()));
            await page.InvokeAsync(() => page.Find("#campo-nombre").InputAsync(name));
            await page.InvokeAsync(() => page.Find("#campo-cuando").ChangeAsync(when));
            await page.InvokeAsync(() => page.Find("form").SubmitAsync());
            See(page, () => Assert.Contains($"Se guardó «{name}».", page.Markup, StringComparison.Ordinal));
        }

        await page.InvokeAsync(() => page.Find("[aria-label='Editar Uno']").ClickAsync(new()));
        await page.InvokeAsync(() => page.Find("#campo-cuando").ChangeAsync("dos"));
        await page.InvokeAsync(() => page.Find("form").SubmitAsync());
        See(page, () => Assert.Contains("«Dos» → «Uno» → «Dos»", page.Find("p[role=status]").TextContent, StringComparison.Ordinal));
    }
}
