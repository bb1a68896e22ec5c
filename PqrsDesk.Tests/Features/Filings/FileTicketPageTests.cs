using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.SlaRules;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Filings;

public sealed class FileTicketPageTests : PageTest
{
    [Fact]
    public async Task A_person_files_and_gets_the_number_the_times_and_the_way_on()
    {
        var page = Open();
        await FillAsync(page);
        await page.InvokeAsync(() => page.Find("form.filing").SubmitAsync());
        See(page, () => page.Find(".receipt"));

        Assert.Equal("PQRS-2026-000001", Words(page.Find(".receipt-number")));
        var receipt = Words(page.Find(".receipt"));
        Assert.Contains("martes 3 de marzo de 2026, 10:00:00", receipt, StringComparison.Ordinal);
        Assert.Equal(("Responder a más tardar el", "25 de marzo de 2026"), (Words(page.FindAll(".receipt dt")[^1]), Words(page.FindAll(".receipt dd")[^1])));
        Assert.Equal("/casos/PQRS-2026-000001", page.Find(".receipt a.primary").GetAttribute("href"));
        var ticket = await Desk.TicketAsync("PQRS-2026-000001");
        Assert.Equal((TicketKind.Claim, "Cobro doble", "María Íñiguez", Channel.Telephone), (ticket.Kind, ticket.Subject, ticket.PetitionerName, ticket.Channel));
        Assert.Equal(Me.Id, ticket.Events[0].ByStaffId);

        await page.FindAll(".receipt button")[^1].ClickAsync();
        See(page, () => Assert.Equal("", page.Find("#caso-asunto").GetAttribute("value")));
    }

    [Fact]
    public async Task A_regime_is_chosen_only_where_the_desk_offers_more_than_one()
    {
        Assert.Empty(Open().FindAll("#caso-regimen"));
        var offers = FilingPractice.Safe with { Regime = "supersalud", Offered = ["ley1755", "ley1581"], AfterHours = AfterHours.NextBusinessDay, CutOff = TimeSpan.FromHours(9) };
        Assert.Null((await Desk.Get<StoreLaw>().RunAsync(offers, Samples.Someone(Role.Admin), CancellationToken.None)).Problem);

        var page = Open();
        await FillAsync(page);
        Assert.Equal("Supersalud: reclamos en salud", Words(page.FindAll("#caso-regimen option")[0]));
        await page.InvokeAsync(() => page.Find("#caso-regimen").ChangeAsync("ley1581"));
        await page.InvokeAsync(() => page.Find("form.filing").SubmitAsync());
        See(page, () => page.Find(".receipt"));

        Assert.Equal("4 de marzo de 2026", Words(page.FindAll(".receipt dt").Single(term => Words(term) == "Fecha de radicación efectiva").NextElementSibling!));
        Assert.Equal("ley1581", (await Desk.TicketAsync("PQRS-2026-000001")).Regime);

        await page.FindAll(".receipt button")[^1].ClickAsync();
        See(page, () => page.Find("#caso-regimen"));
        await FillAsync(page);
        await page.InvokeAsync(() => page.Find("form.filing").SubmitAsync());
        See(page, () => Assert.Contains("Respuesta legal, a más tardar", Words(page.Find(".receipt")), StringComparison.Ordinal));
        Assert.Equal(DeadlineUnit.ClockMinutes, (await Desk.TicketAsync("PQRS-2026-000002")).Deadlines.Single(deadline => deadline.Kind == DeadlineKind.LegalAnswer).Unit);
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_each_field_and_nothing_is_filed()
    {
        var page = Open();

        await page.InvokeAsync(() => page.Find("form.filing").SubmitAsync());

        See(page, () => Assert.Equal(
            ["Elija el tipo de solicitud.", "Escriba el asunto.", "Escriba el texto.", "Escriba el nombre del peticionario, o marque que es anónima."],
            page.FindAll(".field-error").Select(Words)));
        Assert.Equal("caso-asunto-error", page.Find("#caso-asunto").GetAttribute("aria-describedby"));
        Assert.Equal("true", page.Find("#caso-asunto").GetAttribute("aria-invalid"));
        Assert.Contains("4", Words(page.Find(".filing-actions .refusal")), StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".receipt"));
    }

    [Fact]
    public async Task What_is_too_long_is_said_with_the_limit()
    {
        var page = Open();
        await FillAsync(page);
        await page.InvokeAsync(() => page.Find("#caso-relato").InputAsync(new string('x', Filing.DescriptionLimit + 1)));
        await page.InvokeAsync(() => page.Find("#caso-nombre").InputAsync(new string('x', Contact.NameLimit + 1)));

        await page.InvokeAsync(() => page.Find("form.filing").SubmitAsync());

        See(page, () => Assert.Equal(
            ["El texto es demasiado largo: caben 20000 caracteres.", "El texto es demasiado largo: caben 150 caracteres."],
            page.FindAll(".field-error").Select(Words)));
        Assert.Equal("20.001 de 20.000", Words(page.Find(".field-count")));
    }

    [Theory]
    [InlineData("Low", "Low", false, "Claim", "Baja", "por urgencia e impacto")]
    [InlineData("High", "Medium", false, "Claim", "Alta", "por urgencia e impacto")]
    [InlineData("Low", "Low", true, "Claim", "Alta", "por tratarse de seguridad")]
    [InlineData("High", "High", false, "Suggestion", "Baja", "por el tipo de solicitud")]
    public async Task The_priority_that_follows_is_shown_at_once(string urgency, string impact, bool security, string kind, string priority, string why)
    {
        var page = Open();
        await page.FindAll("input[name=tipo]")[(int)Enum.Parse<TicketKind>(kind) - 1].ChangeAsync("on");
        await page.InvokeAsync(() => page.Find("#caso-urgencia").ChangeAsync(urgency));
        await page.InvokeAsync(() => page.Find("#caso-impacto").ChangeAsync(impact));
        await page.FindAll(".filing-side input[type=checkbox]")[^1].ChangeAsync(security);

        Assert.Equal($"{priority}Prioridad {priority} {why}", Words(page.Find(".priority-result")));
    }

    [Fact]
    public async Task Another_priority_asks_why_and_keeps_the_reason()
    {
        var page = Open();
        await FillAsync(page);
        Assert.Empty(page.FindAll("#caso-motivo"));
        await page.InvokeAsync(() => page.Find("#caso-prioridad").ChangeAsync("High"));
        await page.InvokeAsync(() => page.Find("form.filing").SubmitAsync());
        See(page, () => Assert.Equal("Escriba por qué la prioridad es distinta de la que da la matriz.", Words(page.Find(".field-error"))));

        await page.InvokeAsync(() => page.Find("#caso-motivo").InputAsync("Sale en la prensa"));
        await page.InvokeAsync(() => page.Find("form.filing").SubmitAsync());

        See(page, () => page.Find(".receipt"));
        var filed = Assert.IsType<TicketEvent.Filed>(Assert.Single(await Desk.LogAsync("PQRS-2026-000001")));
        Assert.Equal((Priority.High, "Sale en la prensa"), (filed.Priority, filed.Filing.PriorityReason));
    }

    [Fact]
    public async Task Of_somebody_anonymous_nothing_is_asked_and_nothing_kept()
    {
        var page = Open();
        await FillAsync(page);
        await page.FindAll(".filing-side input[type=checkbox]")[0].ChangeAsync(true);
        Assert.Empty(page.FindAll("#caso-nombre, #caso-documento, #caso-correo, #caso-telefono"));
        await page.InvokeAsync(() => page.Find("form.filing").SubmitAsync());

        See(page, () => page.Find(".receipt"));
        Assert.Null((await Desk.TicketAsync("PQRS-2026-000001")).PetitionerName);
        Assert.Empty(await Desk.ReadAsync(db => Task.FromResult(db.Contacts.ToList())));
    }

    [Fact]
    public async Task Somebody_who_wrote_before_is_found_and_their_details_filled_in()
    {
        var customer = await Desk.WinCustomerAsync(ServiceLevel.Critical, "Hospital San Rafael");
        await Desk.AddAsync(new Contact { Name = Hostile, Document = "CC 1", Email = "a@example.org", Telephone = "300", CustomerId = customer.Id });
        var page = Open();

        var typed = page.Find("#caso-buscar").InputAsync("script");
        Assert.True(SpinWait.SpinUntil(() => Desk.Clock.Waiting > 0, TimeSpan.FromSeconds(20)));
        Desk.Clock.Advance(TimeSpan.FromSeconds(1));
        await typed;
        See(page, () => Assert.Single(page.FindAll("[role=option]")));
        AssertNoElements(page);
        await page.InvokeAsync(() => page.Find("#caso-buscar").KeyDownAsync("Enter"));

        See(page, () => Assert.Equal(Hostile, page.Find("#caso-nombre").GetAttribute("value")));
        Assert.Equal(("CC 1", "a@example.org"), (page.Find("#caso-documento").GetAttribute("value"), page.Find("#caso-correo").GetAttribute("value")));
        Assert.Equal(Number(customer.Id), page.Find("#caso-cliente").GetAttribute("value"));
        AssertNoElements(page);
    }

    [Fact]
    public async Task Files_come_with_the_filing_and_what_is_too_large_is_said()
    {
        var page = Open();
        await FillAsync(page);
        page.FindComponent<InputFile>().UploadFiles(
            InputFileContent.CreateFromText("hola", "factura.txt"),
            InputFileContent.CreateFromBinary(new byte[1024 * 1024 + 1], "grande.bin"));
        See(page, () => Assert.Contains("El archivo es demasiado grande: caben 1 MiB.", Words(page.Find(".file-picker")), StringComparison.Ordinal));

        await page.InvokeAsync(() => page.Find("form.filing").SubmitAsync());

        See(page, () => page.Find(".receipt"));
        var attached = Assert.IsType<TicketEvent.FileAttached>((await Desk.LogAsync("PQRS-2026-000001"))[^1]);
        Assert.Equal("factura.txt", attached.Name);
        Assert.NotNull(Desk.Get<FileStore>().Find(attached.FileId));
    }

    [Fact]
    public async Task A_look_at_another_page_loses_nothing_that_was_written()
    {
        var page = Open();
        await FillAsync(page);
        page.Dispose();

        var again = Open();
        Assert.Equal("Cobro doble", again.Find("#caso-asunto").GetAttribute("value"));
        Assert.Contains("había empezado a escribir", Words(again.Find(".notice")), StringComparison.Ordinal);

        await again.InvokeAsync(() => again.Find(".notice button").ClickAsync());
        See(again, () => Assert.Equal("", again.Find("#caso-asunto").GetAttribute("value")));
    }

    [Fact]
    public async Task A_topic_that_somebody_typed_is_suggested_and_never_run()
    {
        await Desk.FileAsync(Samples.Filing with { Topic = Hostile });
        var page = Open();

        Assert.Equal([Hostile], page.FindAll("#temas option").Select(option => option.GetAttribute("value")));
        AssertNoElements(page);
    }

    [Fact]
    public async Task An_area_that_was_closed_meanwhile_is_refused_beside_its_field()
    {
        var page = Open();
        await FillAsync(page);
        await page.InvokeAsync(() => page.Find("#caso-area").ChangeAsync("999"));
        await page.InvokeAsync(() => page.Find("form.filing").SubmitAsync());

        See(page, () => Assert.Equal("Elija un área que exista y esté activa.", Words(page.Find(".field-error"))));
        Assert.Empty(await Desk.ReadAsync(db => Task.FromResult(db.Tickets.ToList())));
    }

    private IRenderedComponent<FileTicketPage> Open()
    {
        var page = Render<FileTicketPage>();
        See(page, () => page.Find("#caso-area option"));
        return page;
    }

    private static async Task FillAsync(IRenderedComponent<FileTicketPage> page)
    {
        await page.FindAll("input[name=tipo]")[(int)TicketKind.Claim - 1].ChangeAsync("on");
        await page.InvokeAsync(() => page.Find("#caso-asunto").InputAsync("Cobro doble"));
        await page.InvokeAsync(() => page.Find("#caso-relato").InputAsync("Me cobraron dos veces."));
        await page.InvokeAsync(() => page.Find("#caso-canal").ChangeAsync("Telephone"));
        await page.InvokeAsync(() => page.Find("#caso-nombre").InputAsync("María Íñiguez"));
    }
}
