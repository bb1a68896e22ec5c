using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Customers;

public sealed class CustomersPagesTests : PageTest
{
    [Fact]
    public async Task An_organisation_is_seen_from_all_sides_and_hostile_text_stays_text()
    {
        var hospital = await Desk.KeepAsync(PartyKind.Organisation, new() { Name = "Hospital " + Hostile, Category = ServiceLevel.Critical, Points = [House.Address(Hostile, "Tunja"), House.Email("pqrs@hospital.example", PointUse.Billing)] });
        await Desk.PersonAsync(new PartyDetails { Name = Hostile, Document = "CC 52123456", CustomerId = hospital });
        for (var at = 0; at < 2; at++) await Desk.FileAsync(Samples.Filing with { Subject = Hostile, Topic = "Facturación", Product = "Portal", Consent = new(3, Desk.Clock.Now) }, new() { Name = "R", Document = "CC 52123456" });
        var answered = (await Desk.FileAsync(petitioner: new() { Name = "R", Document = "CC 52123456" })).Number;
        await Desk.AnswerAsync(answered);
        await Desk.ChangeAsync(answered, (ticket, book, now) => ticket.Judge(true, null, book, now));
        await Desk.Get<KeepParties>().NoteAsync(PartyKind.Organisation, hospital, Hostile, House.Lead, CancellationToken.None);

        var page = Open<PartyPage>(DeskUrls.CustomerOf(hospital), Role.Lead, parameters => parameters.Add(each => each.Numero, hospital));

        See(page, () => Assert.Equal(3, page.FindAll(".party-filings li").Count));
        Assert.Equal(2, page.FindAll(".party-clocks sla-timer").Count);
        Assert.Contains("1 de 1", Words(page.Find("[aria-labelledby=ficha-satisfaccion]")), StringComparison.Ordinal);
        Assert.Contains("Facturación 2 en 30 días, 2 en 90 días", Words(page.Find("[aria-labelledby=ficha-reincidencia]")), StringComparison.Ordinal);
        Assert.Contains("Portal 2 casos", Words(page.Find("[aria-labelledby=ficha-plataformas]")), StringComparison.Ordinal);
        Assert.Equal(2, page.FindAll("[aria-labelledby=ficha-autorizaciones] li").Count);
        Assert.Contains("Política versión 3", Words(page.Find("[aria-labelledby=ficha-autorizaciones]")), StringComparison.Ordinal);
        Assert.Contains("No tiene contratos", Words(page.Find("[aria-labelledby=ficha-contratos]")), StringComparison.Ordinal);
        Assert.Single(page.FindAll("[aria-labelledby=ficha-personas] li"));
        AssertHarmless(page);
    }

    [Fact]
    public async Task Who_has_nothing_yet_is_told_what_there_will_be()
    {
        var id = await Desk.PersonAsync("Rosa Cortés", null);

        var page = Open<PartyPage>(DeskUrls.PersonOf(id), Role.Agent, parameters => parameters.Add(each => each.Numero, id));

        See(page, () => Assert.Contains("Aún no ha presentado casos", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Todavía nadie ha dicho", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Ningún tema se repitió", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_is_kept_a_slip_is_told_beside_its_field_and_who_was_late_is_told_by_whom()
    {
        var id = await Desk.PersonAsync("Rosa Cortés", null, House.Email("rosa@casa.example"));
        var page = Open<PartyPage>(DeskUrls.PersonOf(id), Role.Agent, parameters => parameters.Add(each => each.Numero, id));
        See(page, () => page.Find(".title-actions button"));
        await page.InvokeAsync(() => page.Find(".title-actions button").ClickAsync(new()));
        See(page, () => page.Find("#ficha-nombre"));

        await page.InvokeAsync(() => page.Find("[aria-label='Contacto 1: dato']").ChangeAsync(new() { Value = "no es correo" }));
        await page.InvokeAsync(() => page.Find(".party-form").SubmitAsync());
        See(page, () => Assert.Contains("correo", Words(page.Find($"#{Field.ErrorId("punto-0")}")), StringComparison.OrdinalIgnoreCase));

        await Desk.Get<KeepParties>().SaveAsync(PartyKind.Person, id, 1, new() { Name = "Rosa C." }, House.Lead, CancellationToken.None);
        await page.InvokeAsync(() => page.Find("[aria-label='Contacto 1: dato']").ChangeAsync(new() { Value = "rosa@oficina.example" }));
        await page.InvokeAsync(() => page.Find(".party-form").SubmitAsync());
        See(page, () => Assert.Contains("Gloria Zuluaga cambió este registro", Words(page.Find(".refusal")), StringComparison.Ordinal));
        Assert.Equal("Rosa C.", await Desk.ReadAsync(db => db.Contacts.Select(contact => contact.Name).SingleAsync()));
    }

    [Fact]
    public async Task The_address_of_who_was_merged_leads_on_and_that_of_nobody_nowhere()
    {
        var (stays, goes) = (await Desk.PersonAsync("Rosa Cortés", "CC 52123456"), await Desk.PersonAsync("Rosa Cortes", null));
        Assert.Null(await Desk.Get<MergeParties>().RunAsync(PartyKind.Person, new(stays, 1), new(goes, 1), new(new HashSet<MergeField>()), House.Lead, CancellationToken.None));

        Open<PartyPage>(DeskUrls.PersonOf(goes), Role.Agent, parameters => parameters.Add(each => each.Numero, goes));

        Assert.EndsWith(DeskUrls.PersonOf(stays), Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_are_merged_field_by_field()
    {
        var (stays, goes) = (await Desk.PersonAsync("Rosa " + Hostile, "CC 52123456"), await Desk.PersonAsync("Rosa Cortés", null, House.Email("rosa@casa.example")));
        var page = Open<MergePage>(DeskUrls.PartyMergeOf(people: true, stays, goes), Role.Agent);
        See(page, () => Assert.NotEmpty(page.FindAll("tbody tr")));
        AssertHarmless(page);

        // What the one that stays lacks is taken from the other, unless somebody says otherwise.
        Assert.True(page.FindAll("input[name=queda-Email]")[1].HasAttribute("checked"));
        await page.InvokeAsync(() => page.FindAll("input[name=queda-Name]")[1].ChangeAsync(new() { Value = "on" }));
        await page.InvokeAsync(() => page.Find("form").SubmitAsync());

        See(page, () => Assert.EndsWith(DeskUrls.PersonOf(stays), Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        Assert.Equal(("Rosa Cortés", "rosa@casa.example", "CC 52123456"), await Desk.ReadAsync(async db => await db.Contacts.SingleAsync() is var one ? (one.Name, one.Email, one.Document) : default));
    }

    [Theory]
    [InlineData("NIT 860123645-9", true)]
    [InlineData("800.197.268", false)]
    [InlineData(null, false)]
    public async Task Whoever_would_merge_two_documents_is_warned(string? document, bool warned)
    {
        var (stays, goes) = (await Desk.OrganisationAsync("Aguas", "NIT 800197268-4"), await Desk.OrganisationAsync("Aguas del Norte"));
        if (document is not null) await Desk.Get<DeskWriter>().RunAsync(async db => (await db.Customers.SingleAsync(customer => customer.Id == goes)).Document = warned ? document : $"NIT {document}", CancellationToken.None);
        var page = Open<MergePage>(DeskUrls.PartyMergeOf(people: false, stays, goes), Role.Lead);

        See(page, () => Assert.NotEmpty(page.FindAll("tbody tr")));
        Assert.Equal(warned, page.Markup.Contains("casi siempre son dos", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lists_say_what_to_do_when_they_are_empty_and_agents_make_no_organisations()
    {
        var page = Open<CustomersPage>(DeskUrls.Customers, Role.Agent);
        See(page, () => Assert.Contains("Aún no hay organizaciones", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll($"a[href='{DeskUrls.NewCustomer}']"));

        await Desk.OrganisationAsync(Hostile);
        var full = Open<CustomersPage>(DeskUrls.Customers + "?activos=todos&desde=nada", Role.Lead);
        See(full, () => Assert.Single(full.FindAll("[data-row]")));
        Assert.NotEmpty(full.FindAll($"a[href='{DeskUrls.NewCustomer}']"));
        AssertHarmless(full);
        var none = Open<CustomersPage>(DeskUrls.Customers + "?q=xyz", Role.Lead);
        See(none, () => Assert.Contains("Nada coincide", none.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pair_is_shown_with_its_reasons_and_told_apart()
    {
        await Desk.PersonAsync("Rosa " + Hostile, null, House.Telephone("3105556677"));
        await Desk.PersonAsync("Luis Peña", null, House.Telephone("310 555 66 77"));
        var page = Open<DuplicatesPage>(DeskUrls.DuplicatesOf(people: true), Role.Agent);
        See(page, () => Assert.Equal("Mismo teléfono", Words(page.Find(".party-why"))));
        AssertHarmless(page);

        await page.InvokeAsync(() => page.Find(".party-pair button").ClickAsync(new()));

        See(page, () => Assert.Empty(page.FindAll(".party-pair")));
        Assert.Contains("No se volverán a proponer", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Ana Restrepo", Words(page.Find("[aria-labelledby=distintos]")), StringComparison.Ordinal);
    }

    private IRenderedComponent<T> Open<T>(string address, Role role, Action<ComponentParameterCollectionBuilder<T>>? parameters = null)
        where T : IComponent
    {
        SignIn(Me = Desk.HireAsync("Ana Restrepo", role).GetAwaiter().GetResult());
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return parameters is null ? Render<T>() : Render<T>(parameters);
    }
}
