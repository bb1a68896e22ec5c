using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Bunit;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Casework.Fields;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Filings;

/// <summary>The house's own fields where a case is filed.</summary>
public sealed class HouseFieldsTests : PageTest
{
    [Fact]
    public async Task They_come_as_the_kind_and_another_field_say_so_and_are_filed_with_the_case()
    {
        await Desk.AddFieldAsync(new() { Name = $"Cuenta {Hostile[..30]}", Kinds = { TicketKind.Claim }, Need = FieldNeed.Always, Help = "Como está en la factura." });
        await Desk.AddFieldAsync(new() { Name = "Valor", Type = FieldType.Money, When = (await Desk.FieldsAsync())[0].Key });
        var page = Render<FileTicketPage>();
        See(page, () => page.Find("#caso-asunto"));
        Assert.Empty(page.FindAll("#caso-otros"));

        await page.InvokeAsync(() => page.FindAll("input[name=tipo]")[(int)TicketKind.Claim - 1].ChangeAsync("on"));
        See(page, () => Assert.Equal("Otros datos del caso", Words(page.Find("#caso-otros"))));
        AssertNoElements(page);
        Assert.Empty(page.FindAll("#campo-2"));
        await page.InvokeAsync(() => page.Find("#caso-asunto").InputAsync("Cobro doble"));
        await page.InvokeAsync(() => page.Find("#caso-relato").InputAsync("Me cobraron dos veces."));
        await page.InvokeAsync(() => page.Find("#caso-nombre").InputAsync("María Íñiguez"));
        await page.InvokeAsync(() => page.Find("form.filing").SubmitAsync());
        See(page, () => Assert.Equal("true", page.Find("#campo-1").GetAttribute("aria-invalid")));
        Assert.Equal("campo-1-help campo-1-error", page.Find("#campo-1").GetAttribute("aria-describedby"));

        await page.InvokeAsync(() => page.Find("#campo-1").ChangeAsync(Hostile));
        See(page, () => page.Find("#campo-2"));
        await page.InvokeAsync(() => page.Find("#campo-2").ChangeAsync("1.250,50"));
        await page.InvokeAsync(() => page.Find("form.filing").SubmitAsync());
        See(page, () => page.Find(".receipt"));

        var ticket = await Desk.TicketAsync("PQRS-2026-000001");
        Assert.Equal([Hostile, "1250.5"], ticket.CaseFile!.Fields.Select(entry => entry.Value));
        Assert.IsType<TicketEvent.FieldsChanged>(ticket.Events[1].Event);
        Assert.Equal(TicketWords.Of(ticket), TicketWords.Of(Ticket.Rebuild(ticket.Events, await Desk.BookAsync())));
    }

    [Fact]
    public async Task A_hidden_one_goes_when_another_kind_is_chosen_and_says_nothing()
    {
        await Desk.AddFieldAsync(new() { Name = "Cuenta", Kinds = { TicketKind.Claim } });
        var page = Render<FileTicketPage>();
        await page.InvokeAsync(() => page.FindAll("input[name=tipo]")[(int)TicketKind.Claim - 1].ChangeAsync("on"));
        See(page, () => page.Find("#campo-1"));
        await page.InvokeAsync(() => page.Find("#campo-1").ChangeAsync("7"));
        await page.InvokeAsync(() => page.FindAll("input[name=tipo]")[(int)TicketKind.Suggestion - 1].ChangeAsync("on"));
        See(page, () => Assert.Empty(page.FindAll("#campo-1")));
        await page.InvokeAsync(() => page.Find("#caso-asunto").InputAsync("Más bancas"));
        await page.InvokeAsync(() => page.Find("#caso-relato").InputAsync("Faltan bancas."));
        await page.InvokeAsync(() => page.Find("#caso-nombre").InputAsync("María Íñiguez"));
        await page.InvokeAsync(() => page.Find("form.filing").SubmitAsync());
        See(page, () => page.Find(".receipt"));
        Assert.Null((await Desk.TicketAsync("PQRS-2026-000001")).CaseFile);
    }
}

/// <summary>The same by the door, on both engines, and by programs.</summary>
public sealed class FiledWithFieldsTests
{
    [SkippableTheory, Engines]
    public async Task What_is_filed_with_a_case_is_found_by_it_also_among_others_that_share_the_commit(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await desk.AddFieldAsync(new() { Name = "Ruta", Type = FieldType.ManyOf, Options = "Norte\nSur", Need = FieldNeed.Always });
        var outcomes = await Task.WhenAll(new string?[] { "Norte\nSur", "Sur", null, "Este" }.Select(route => desk.Get<FilingDoor>().FileAsync(
            new FilingRequest(Samples.Filing, new AreaChoice.Routed(), Samples.Nobody, Samples.Someone(), []) { FilledBy = FilledBy.Staff, Fields = new Dictionary<int, string?> { [1] = route } }, CancellationToken.None)));

        Assert.Equal([null, null, RefusalCode.FieldMissing, RefusalCode.ChoiceUnknown], outcomes.Select(outcome => outcome.Refusal?.Code));
        Assert.Equal(["norte", "sur", "sur"], await desk.ReadAsync(db => db.CaseFields.OrderBy(row => row.TicketId).ThenBy(row => row.Value).Select(row => row.Value).ToListAsync()));
        foreach (var (values, not, expected) in new[] { (new[] { "NORTE" }, false, 1), (["sur"], false, 2), (["norte", "sur"], false, 2), (["norte"], true, 1) })
        {
            var filter = new TicketFilter { Fields = FieldChoices.With(null, 1, Choices.Of(values, not)) };
            Assert.Equal(expected, await desk.ReadAsync(db => db.Tickets.Matching(filter, desk.Clock.Now, desk.Clock.Now).CountAsync()));
        }

        // Nobody was asked: nothing is required.
        Assert.NotNull((await desk.TryFileAsync(Samples.Filing, Samples.Nobody)).Receipt);
        await desk.Get<FillFields>().RunAsync(outcomes[0].Receipt!.Number, null, new Dictionary<int, string?> { [1] = "Sur" }, Samples.Someone(), CancellationToken.None);
        Assert.Equal(0, await desk.ReadAsync(db => db.CaseFields.CountAsync(row => row.Value == "norte")));
    }

    [Fact]
    public async Task Programs_file_with_fields_by_their_keys_and_read_them_in_the_ticket()
    {
        await using var desk = await WebDesk.StartAsync();
        await desk.AddFieldAsync(new() { Name = "Valor", Type = FieldType.Money });
        await desk.AddFieldAsync(new() { Name = "Ruta", Type = FieldType.ManyOf, Options = "Norte\nSur" });
        using var http = await desk.ProgramAsync();

        var (status, filed) = await FileAsync(http, """{"valor":1250.50,"ruta":["Sur","Norte"]}""");
        Assert.Equal((HttpStatusCode.Created, """{"valor":"1250.5","ruta":"Norte\nSur"}"""), (status, filed.GetProperty("fields").GetRawText()));
        var read = await http.GetFromJsonAsync<JsonElement>(DeskUrls.ApiTicketOf(filed.GetProperty("number").GetString()!));
        Assert.Equal(filed.GetProperty("fields").GetRawText(), read.GetProperty("fields").GetRawText());
        foreach (var (fields, code, name) in new[] { ("""{"valor":"x"}""", nameof(RefusalCode.NumberInvalid), "fields.valor"), ("""{"nada":1}""", nameof(RefusalCode.FieldUnknown), "fields.nada") })
        {
            var (refused, problem) = await FileAsync(http, fields);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (refused, problem.GetProperty("code").GetString()));
            Assert.True(problem.GetProperty("errors").TryGetProperty(name, out _), problem.GetRawText());
        }

        var number = filed.GetProperty("number").GetString();
        foreach (var (query, found) in new[] { ("field=ruta:norte", 1), ("field=valor:1250.50&field=ruta:sur", 1), ("field=valor:1", 0), ("field=ruta:norte&not=field", 0) })
            Assert.Equal(found, (await http.GetFromJsonAsync<JsonElement>($"{DeskUrls.ApiTickets}?{query}")).GetProperty("items").EnumerateArray().Count(item => item.GetProperty("number").GetString() == number));
        Assert.Equal(HttpStatusCode.BadRequest, (await http.GetAsync($"{DeskUrls.ApiTickets}?field=nada:1")).StatusCode);
    }

    private static async Task<(HttpStatusCode, JsonElement)> FileAsync(HttpClient http, string fields)
    {
        using var answer = await http.PostAsync(DeskUrls.ApiTickets, new StringContent($$"""{"kind":"claim","subject":"Cobro doble","description":"Dos veces.","petitioner":{"anonymous":true},"fields":{{fields}}}""", Encoding.UTF8, "application/json"));
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}
