using System.Globalization;
using System.Net;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Casework;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Portal;

/// <summary>Split, merged and voided cases as their petitioners see them, over HTTP: nobody sees anything of another petitioner.</summary>
public sealed class RelatedCasesTests(WebDesk desk) : IClassFixture<WebDesk>
{
    [Fact]
    public async Task The_petitioner_of_the_younger_sees_where_it_stands_and_the_answer_and_nothing_of_the_other()
    {
        var older = await desk.FileAsync(
            Samples.Filing with { Subject = "Asunto de Esperanza", Description = "Relato de Esperanza" }, new() { Name = "Esperanza Secreta", Email = $"{Guid.NewGuid():N}@example.org" }, Actor.Petitioner("Esperanza Secreta"));
        var younger = await desk.FileAsync(petitioner: new() { Name = "Luis Peña", Email = $"{Guid.NewGuid():N}@example.org" });
        var inner = await StoreAsync("interno.txt");
        var outer = await StoreAsync("resolución.txt");
        await RelateAsync(older.Number, new CaseAct.Merge(younger.Number, "Motivo interno"));
        await desk.ReplyAsync(older.Number, "Mensaje para Esperanza");
        await desk.HearAsync(older.Number, "Palabras de Esperanza");
        Assert.True((await desk.Get<WorkTicket>().RunAsync(older.Number, null, new CaseAct.Reply("Solo para ella.", [inner]), Samples.Someone(), CancellationToken.None)).Succeeded);

        using var browser = await OpenAsync(younger.Number, younger.Code.ToString());
        string[] hidden = [older.Number, "Esperanza", "Motivo interno", "interno.txt", "Solo para ella"];
        Assert.All(hidden, words => Assert.DoesNotContain(words, browser.Page, StringComparison.Ordinal));
        Assert.Contains("Su solicitud se responde junto con otra sobre el mismo asunto", browser.Words, StringComparison.Ordinal);
        Assert.Contains(await LastDayAsync(older.Number), browser.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"desistimiento\"", browser.Page, StringComparison.Ordinal);

        await (await browser.SendAsync("informacion", [("Texto", "Palabras de Luis")], ("prueba.txt", [1]))).FollowAsync();
        Assert.Contains("Palabras de Luis", browser.Words, StringComparison.Ordinal);
        Assert.True((await desk.Get<WorkTicket>().RunAsync(older.Number, null, new CaseAct.Answer("Se devolvió a todos.", [outer]), Samples.Someone(), CancellationToken.None)).Succeeded);

        await browser.GoAsync(DeskUrls.TrackedCase);
        Assert.Contains("Respondida", browser.Words, StringComparison.Ordinal);
        Assert.Contains("Se devolvió a todos.", browser.Words, StringComparison.Ordinal);
        Assert.All(hidden, words => Assert.DoesNotContain(words, browser.Page, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(DeskUrls.TrackedFileOf(outer.Id))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(DeskUrls.TrackedFileOf(inner.Id))).StatusCode);

        using var her = await OpenAsync(older.Number, older.Code.ToString());
        Assert.Contains("Otra solicitud sobre el mismo asunto se responderá junto con la suya", her.Words, StringComparison.Ordinal);
        foreach (var words in (string[])[younger.Number, "Luis", "prueba.txt", "Motivo interno"]) Assert.DoesNotContain(words, her.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_one_petitioner_each_case_names_the_other()
    {
        var rosa = new PetitionerDetails { Name = "Rosa Cortés", Email = $"{Guid.NewGuid():N}@example.org" };
        var (older, younger) = (await desk.FileAsync(petitioner: rosa), await desk.FileAsync(petitioner: rosa));
        await RelateAsync(younger.Number, new CaseAct.Merge(older.Number, "Lo mismo."));
        using var first = await OpenAsync(older.Number, older.Code.ToString());
        using var second = await OpenAsync(younger.Number, younger.Code.ToString());
        Assert.Contains($"Su solicitud {younger.Number} se responderá junto con esta", first.Words, StringComparison.Ordinal);
        Assert.Contains($"Se responderá junto con su solicitud {older.Number}", second.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_parts_are_named_and_opened_with_the_same_code()
    {
        var whole = await desk.FileAsync();
        await RelateAsync(whole.Number, new CaseAct.Split([new(TicketKind.DocumentRequest, "Copia del contrato", "Quiero una copia.", Samples.FirstArea)]));
        var part = $"{whole.Number}-2";

        using var browser = await OpenAsync(whole.Number, whole.Code.ToString());
        Assert.Contains($"{part} Copia del contrato", browser.Words, StringComparison.Ordinal);
        Assert.Contains($"href=\"{DeskUrls.TrackOf(part)}\"", browser.Page, StringComparison.Ordinal);
        using var second = await OpenAsync(part, whole.Code.ToString());
        Assert.Contains("Quiero una copia.", second.Words, StringComparison.Ordinal);
        Assert.Contains($"Hace parte de {whole.Number}", second.Words, StringComparison.Ordinal);
        Assert.Contains(await LastDayAsync(part), second.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(VoidKind.Void, "Era una prueba.")]
    [InlineData(VoidKind.Spam, null)]
    public async Task A_voided_case_says_so_in_calm_words(VoidKind kind, string? told)
    {
        var receipt = await desk.FileAsync();
        await desk.ChangeAsync(receipt.Number, (ticket, book, now) => ticket.Void(kind, "Era una prueba.", book, now), Samples.Someone(Role.Lead));
        using var browser = await OpenAsync(receipt.Number, receipt.Code.ToString());
        Assert.Contains("Anulada No se sigue tramitando", browser.Words, StringComparison.Ordinal);
        Assert.Equal(told is not null, browser.Words.Contains("Era una prueba.", StringComparison.Ordinal));
        Assert.DoesNotContain("deseado", browser.Words, StringComparison.Ordinal);
        foreach (var act in (string[])["informacion", "reapertura", "desistimiento", "valoracion"]) Assert.DoesNotContain($"value=\"{act}\"", browser.Page, StringComparison.Ordinal);
    }

    private async Task RelateAsync(string number, CaseAct act) =>
        Assert.Equal(Decision.Ok, await desk.Get<RelateTickets>().RunAsync(number, null, act, Samples.Someone(), CancellationToken.None));

    private async Task<string> LastDayAsync(string number) => (await desk.TicketAsync(number)).Deadlines.Single(deadline => deadline.Kind == DeadlineKind.LegalAnswer).LastDay!.Value
        .ToString("d 'de' MMMM 'de' yyyy", CultureInfo.GetCultureInfo("es-CO"));

    private async Task<StoredFile> StoreAsync(string name) =>
        (await desk.Get<FileStore>().StoreAsync(name, "text/plain", new MemoryStream([65]), null, CancellationToken.None)).File!;

    private async Task<PortalBrowser> OpenAsync(string number, string secret)
    {
        var browser = await (await new PortalBrowser(desk).GoAsync(DeskUrls.Track)).SendAsync("consultar", [("Radicado", number), ("Clave", secret)]);
        return await browser.FollowAsync();
    }
}
