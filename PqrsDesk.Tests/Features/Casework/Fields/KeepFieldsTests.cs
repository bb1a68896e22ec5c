using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Casework.Fields;

public sealed class KeepFieldsTests
{
    private static readonly Actor Admin = Samples.Someone(Role.Admin);

    [SkippableTheory, Engines]
    public async Task A_field_is_kept_as_it_was_written_and_money_is_exact(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        Assert.Null(await SaveAsync(desk, new() { Name = " Tipo de incidente ", Type = FieldType.OneOf, Options = "Cobro\nCaída\n\nCobro", Kinds = { TicketKind.Claim } }));
        Assert.Null(await SaveAsync(desk, new() { Name = "Valor (pesos)", Type = FieldType.Money, When = "tipo_de_incidente", Values = "Cobro", Need = FieldNeed.BeforeAnswering }));
        var book = await desk.Get<FillFields>().BookAsync();
        Assert.Equal([("tipo_de_incidente", "Tipo de incidente"), ("valor_pesos", "Valor (pesos)")], book.Fields.Select(field => (field.Key, field.Name)));
        Assert.Equal(["Cobro", "Caída"], book.Fields[0].Options);
        Assert.Equal(["Cobro"], book.Fields[1].When!.Values);

        var number = (await desk.FileAsync()).Number;
        Assert.Equal(Decision.Ok, await FillAsync(desk, number, ("tipo_de_incidente", "Cobro"), ("valor_pesos", "123456789012345.67")));
        var stored = await desk.TicketAsync(number);
        Assert.Equal("123456789012345.67", stored.CaseFile!.Fields[1].Value);
        Assert.Equal(TicketWords.Of(stored), TicketWords.Of(Ticket.Rebuild(stored.Events, await desk.BookAsync())));
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_and_a_ring_is_told_in_words()
    {
        await using var desk = await TestDesk.StartAsync();
        Assert.Equal(FieldProblem.NotAllowed, (await desk.Get<KeepFields>().SaveAsync(new() { Name = "A" }, Samples.Someone(Role.Lead), CancellationToken.None))?.Problem);
        Assert.Equal(FieldProblem.NameMissing, (await SaveAsync(desk, new() { Name = " \u0000 " }))?.Problem);
        Assert.Equal(FieldProblem.NameTooLong, (await SaveAsync(desk, new() { Name = new('a', 100_000) }))?.Problem);
        Assert.Equal(FieldProblem.OptionsMissing, (await SaveAsync(desk, new() { Name = "A", Type = FieldType.OneOf, Options = "\n" }))?.Problem);
        Assert.Equal(FieldProblem.OptionTooLong, (await SaveAsync(desk, new() { Name = "A", Type = FieldType.ManyOf, Options = new('a', 121) }))?.Problem);
        Assert.Null(await SaveAsync(desk, new() { Name = "A", Type = FieldType.Number }));
        Assert.Equal(new FieldFault(FieldProblem.NameTaken, "á"), await SaveAsync(desk, new() { Name = "á" }));
        Assert.Equal(FieldProblem.WhenUnknown, (await SaveAsync(desk, new() { Name = "B", When = "nada" }))?.Problem);
        Assert.Equal(new FieldFault(FieldProblem.ValuesUnknown, "x"), await SaveAsync(desk, new() { Name = "B", When = "a", Values = "x" }));
        Assert.Equal(FieldProblem.BoundsInvalid, (await SaveAsync(desk, new() { Name = "B", When = "a", From = "5", To = "4" }))?.Problem);
        Assert.Null(await SaveAsync(desk, new() { Name = "B", When = "a", From = "1" }));
        Assert.Null(await SaveAsync(desk, new() { Name = "C", When = "b" }));
        var first = (await desk.Get<KeepFields>().ReadAsync(CancellationToken.None)).Find("a")!;
        Assert.Equal(new FieldFault(FieldProblem.Ring, "«B» → «A» → «C» → «B»"), await SaveAsync(desk, new() { Id = first.Id, Name = "A", When = "c" }));
        Assert.Equal(new FieldFault(FieldProblem.InUse, "B"), await desk.Get<KeepFields>().RetireAsync(first.Id, true, Admin, CancellationToken.None));
        Assert.Null(await desk.Get<KeepFields>().MoveAsync(first.Id, 2, Admin, CancellationToken.None));
        Assert.Equal(["b", "c", "a"], (await desk.Get<KeepFields>().ReadAsync(CancellationToken.None)).Fields.Select(field => field.Key));
    }

    [Fact]
    public async Task A_case_is_not_answered_or_closed_without_what_the_house_asks_for()
    {
        await using var desk = await TestDesk.StartAsync();
        await SaveAsync(desk, new() { Name = "Causa", Need = FieldNeed.BeforeAnswering });
        await SaveAsync(desk, new() { Name = "Costo", Type = FieldType.Money, Need = FieldNeed.BeforeClosing });
        var number = (await desk.FileAsync()).Number;
        Task<Decision> DoAsync(CaseAct act) => desk.Get<WorkTicket>().RunAsync(number, null, act, Samples.Someone(), CancellationToken.None);

        Assert.Equal(new Refusal(RefusalCode.FieldsMissing, null, "Causa"), await DoAsync(new CaseAct.Answer("Se devolvió.")));
        Assert.Equal(Decision.Ok, await DoAsync(new CaseAct.Reply("Lo revisamos.")));
        await FillAsync(desk, number, ("causa", "Error de lectura"));
        Assert.Equal(Decision.Ok, await DoAsync(new CaseAct.Answer("Se devolvió.")));
        Assert.Equal(new Refusal(RefusalCode.FieldsMissing, null, "Costo"), await DoAsync(new CaseAct.Close(null)));
        await FillAsync(desk, number, ("costo", "0"));
        Assert.Equal(Decision.Ok, await DoAsync(new CaseAct.Close(null)));
    }

    [Fact]
    public async Task Programs_read_and_fill_fields_by_their_keys()
    {
        await using var desk = await WebDesk.StartAsync();
        await desk.Get<KeepFields>().SaveAsync(new() { Name = "Valor", Type = FieldType.Money }, Admin, CancellationToken.None);
        await desk.Get<KeepFields>().SaveAsync(new() { Name = "Plataformas", Type = FieldType.ManyOf, Options = "App\nPortal" }, Admin, CancellationToken.None);
        var number = (await desk.FileAsync()).Number;
        using var http = await desk.ProgramAsync();

        var (status, body) = await PatchAsync(http, number, """{"fields":{"valor":12500.5,"plataformas":["Portal","App"]}}""");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal([("valor", "12500.5"), ("plataformas", "App\nPortal")], body.GetProperty("items").EnumerateArray().Select(item => (item.GetProperty("key").GetString()!, item.GetProperty("value").GetString()!)));
        Assert.Equal(body.GetRawText(), (await http.GetFromJsonAsync<JsonElement>(DeskUrls.ApiTicketFieldsOf(number))).GetRawText());
        foreach (var (sent, code, refused) in ((string, HttpStatusCode, string?)[])
            [("""{"fields":{"valor":"x"}}""", HttpStatusCode.UnprocessableEntity, nameof(RefusalCode.NumberInvalid)), ("""{"fields":{"nada":1}}""", HttpStatusCode.UnprocessableEntity, nameof(RefusalCode.FieldUnknown)),
             ("""{"campos":{}}""", HttpStatusCode.BadRequest, null), ("""{"fields":{"valor":1},"seen":1}""", HttpStatusCode.Conflict, nameof(RefusalCode.ChangedMeanwhile))])
        {
            var (answered, problem) = await PatchAsync(http, number, sent);
            Assert.Equal(code, answered);
            if (refused is not null) Assert.Equal(refused, problem.GetProperty("code").GetString());
        }

        using var missing = await http.GetAsync(DeskUrls.ApiTicketFieldsOf("NADA-1"));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    private static async Task<(HttpStatusCode, JsonElement)> PatchAsync(HttpClient http, string number, string body)
    {
        using var answer = await http.PatchAsync(DeskUrls.ApiTicketFieldsOf(number), new StringContent(body, Encoding.UTF8, "application/json"));
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    private static Task<FieldFault?> SaveAsync(TestDesk desk, FieldForm form) => desk.Get<KeepFields>().SaveAsync(form, Admin, CancellationToken.None);

    private static async Task<Decision> FillAsync(TestDesk desk, string number, params (string Key, string? Value)[] values)
    {
        var book = await desk.Get<FillFields>().BookAsync();
        return await desk.Get<FillFields>().RunAsync(number, null, values.ToDictionary(each => book.Find(each.Key)!.Id, each => each.Value), Samples.Someone(), CancellationToken.None);
    }
}
