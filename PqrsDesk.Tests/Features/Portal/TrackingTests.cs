using System.Diagnostics;
using System.Net;
using System.Text;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Casework;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Portal;

/// <summary>Consultar as a citizen does, over HTTP and without a script.</summary>
public sealed class TrackingTests(WebDesk desk) : IClassFixture<WebDesk>
{
    [Fact]
    public async Task A_case_is_found_by_its_code_or_by_the_document_and_by_nothing_else()
    {
        var (first, number, code) = await desk.FileAsync(Citizen.Rosa($"Buscar {Guid.NewGuid()}"));
        first.Dispose();
        foreach (var secret in (string[])[code, code.ToLowerInvariant().Replace('-', ' '), "52987654", "CC 52.987.654"])
        {
            using var browser = await OpenAsync(number, secret);
            Assert.Contains("Recibida", (await browser.FollowAsync()).Words, StringComparison.Ordinal);
            Assert.Contains("no-store", browser.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }

        string? said = null;
        foreach (var (typed, secret) in ((string, string)[])[(number, "2222-2222-2222-2222"), (number, "52987655"), (number, ""), ("PQRS-1999-000001", code), ("", ""), (new string('9', 10_000), "\0' OR 1=1 --")])
        {
            using var browser = await OpenAsync(typed, secret);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
            var alert = System.Text.RegularExpressions.Regex.Match(browser.Page, "role=\"alert\".*?</div>", System.Text.RegularExpressions.RegexOptions.Singleline).Value;
            Assert.Contains("No encontramos", WebUtility.HtmlDecode(alert), StringComparison.Ordinal);
            Assert.Equal(said ??= alert, alert);
        }
    }

    [Fact]
    public async Task A_wrong_pair_takes_as_long_whether_there_is_such_a_radicado_or_not()
    {
        var number = (await desk.FileAsync()).Number;
        var find = desk.Get<FindCase>();
        var (there, gone) = (new List<long>(), new List<long>());
        for (var turn = 0; turn < 300; turn++)
        {
            there.Add(await TimeAsync(number));
            gone.Add(await TimeAsync("PQRS-1999-000001"));
        }

        // Medians of the second half, when everything is warm: nobody can tell them apart over a network.
        var (one, other) = (Median(there), Median(gone));
        Assert.InRange(one / (double)other, 0.5, 2);

        async Task<long> TimeAsync(string radicado)
        {
            var from = Stopwatch.GetTimestamp();
            Assert.Null(await find.RunAsync(radicado, "2222-2222-2222-2223", CancellationToken.None));
            return Stopwatch.GetTimestamp() - from;
        }

        static long Median(List<long> times) => times.Skip(times.Count / 2).Order().ElementAt(times.Count / 4);
    }

    [Fact]
    public async Task The_petitioner_sees_what_is_theirs_and_nothing_of_the_house()
    {
        var (browser, number) = await FollowedAsync("Ver", ("mía.txt", Encoding.UTF8.GetBytes("mío")));
        using var kept = browser;
        var ana = await desk.HireAsync("Ana Secretísima");
        await desk.TakeAsync(number, ana);
        await desk.NoteAsync(number, "Nota interna: parece fraude", Actor.Staff(ana));
        await desk.ReplyAsync(number, "Lo estamos revisando <b>ya</b>.", Actor.Staff(ana));
        var inner = await AttachAsync(number, "interno.txt", false);
        var outer = await AttachAsync(number, "respuesta.txt", true);
        await desk.AnswerAsync(number, "Se devolvió el dinero.", Actor.Staff(ana));

        await browser.GoAsync(DeskUrls.TrackedCase);
        foreach (var shown in (string[])["Respondida", "Lo estamos revisando <b>ya</b>.", "Se devolvió el dinero.", "mía.txt", "respuesta.txt"]) Assert.Contains(shown, browser.Words, StringComparison.Ordinal);
        foreach (var hidden in (string[])["Secretísima", "fraude", "interno.txt"]) Assert.DoesNotContain(hidden, browser.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>ya", browser.Page, StringComparison.Ordinal);

        using var got = await browser.GetAsync(DeskUrls.TrackedFileOf(outer));
        Assert.Equal(("attachment", "nosniff"), (got.Content.Headers.ContentDisposition!.DispositionType, got.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(DeskUrls.TrackedFileOf(inner))).StatusCode);
        using var stranger = desk.Client();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(DeskUrls.TrackedFileOf(outer))).StatusCode);
        using var other = (await FollowedAsync("Ajeno")).Browser;
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(DeskUrls.TrackedFileOf(outer))).StatusCode);
    }

    [Fact]
    public async Task What_was_asked_is_completed_and_the_case_goes_on()
    {
        var (browser, number) = await FollowedAsync("Completar");
        using var kept = browser;
        await desk.ChangeAsync(number, (ticket, book, now) => ticket.RequestCompletion("Falta el número de la cuenta.", book, now));
        await browser.GoAsync(DeskUrls.TrackedCase);
        Assert.Contains("Esperamos su respuesta", browser.Words, StringComparison.Ordinal);
        Assert.Contains("Tiene hasta el", browser.Words, StringComparison.Ordinal);

        await browser.SendAsync("informacion", [("Texto", "")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        var sent = new[] { ("Texto", "Es la 123.") };
        using var twice = await browser.PostAsync("informacion", sent, ("cuenta.txt", [7]));
        await (await browser.SendAsync("informacion", sent, ("cuenta.txt", [7]))).FollowAsync();
        Assert.Contains("Recibimos su mensaje", browser.Words, StringComparison.Ordinal);

        var ticket = await desk.TicketAsync(number);
        Assert.Equal(TicketStatus.Filed, ticket.Status);
        var said = Assert.Single(ticket.Events, line => line.Event is TicketEvent.PetitionerResponded);
        Assert.Equal((ActorKind.Petitioner, "Rosa Cortés"), (said.ByKind, said.ByName));
        Assert.Single(ticket.Events, line => line.Event is TicketEvent.FileAttached { Name: "cuenta.txt", ForPetitioner: true });
    }

    [Fact]
    public async Task An_answer_is_judged_opened_again_and_the_case_given_up()
    {
        var (browser, number) = await FollowedAsync("Juzgar");
        using var kept = browser;
        await desk.AnswerAsync(number);
        await browser.GoAsync(DeskUrls.TrackedCase);
        Assert.Contains("Elija sí o no", (await browser.SendAsync("valoracion", [])).Words, StringComparison.Ordinal);
        await (await browser.SendAsync("valoracion", [("Resuelto", "no"), ("Texto", "Sigue igual")])).FollowAsync();
        Assert.Contains("Usted dijo que no se resolvió", browser.Words, StringComparison.Ordinal);
        await (await browser.SendAsync("reapertura", [("Texto", "Me volvieron a cobrar")])).FollowAsync();
        Assert.Contains("Usted la reabrió", browser.Words, StringComparison.Ordinal);
        await (await browser.SendAsync("desistimiento", [("Texto", "Ya no importa")])).FollowAsync();
        Assert.Contains("Terminada por desistimiento", browser.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"reapertura\"", browser.Page, StringComparison.Ordinal);

        var log = await desk.LogAsync(number);
        Assert.Contains(new TicketEvent.SolutionJudged(false, "Sigue igual"), log);
        Assert.Contains(new TicketEvent.Withdrawn(WithdrawalKind.Express, "Ya no importa"), log);
    }

    [Fact]
    public async Task What_is_written_for_one_case_never_goes_to_another()
    {
        var (browser, first) = await FollowedAsync("Uno");
        using var kept = browser;
        var (other, second, code) = await desk.FileAsync(Citizen.Rosa($"Otro {Guid.NewGuid()}"));
        other.Dispose();
        await browser.GoAsync(DeskUrls.TrackedCase);
        var page = browser.Page;
        using var cross = await browser.PostAsync("desistimiento", [("Texto", "x"), ("Caso", second)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, cross.StatusCode);
        Assert.NotNull(page);
        Assert.DoesNotContain((await desk.LogAsync(first)).Concat(await desk.LogAsync(second)), happened => happened is TicketEvent.Withdrawn);
        Assert.NotEqual("", code);
    }

    [Fact]
    public async Task The_way_to_a_case_ends_after_half_an_hour()
    {
        var (browser, number) = await FollowedAsync("Media hora");
        using var kept = browser;
        desk.Clock.Now += Seals.CaseLife;
        using var late = await browser.PostAsync("desistimiento", [("Texto", "x")]);
        Assert.NotEqual(HttpStatusCode.InternalServerError, late.StatusCode);
        Assert.DoesNotContain(await desk.LogAsync(number), happened => happened is TicketEvent.Withdrawn);
        Assert.Contains("se cierra a la media hora", (await (await browser.GoAsync(DeskUrls.TrackedCase)).FollowAsync()).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guessing_is_slowed_down()
    {
        await using var own = await WebDesk.StartAsync(new() { Settings = new Dictionary<string, string?> { ["Desk:Portal:LookupsPerAddress"] = "3" } });
        using var browser = await new PortalBrowser(own).GoAsync(DeskUrls.Track);
        for (var tries = 0; tries < 3; tries++) Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync("consultar", [("Radicado", "PQRS-2026-000001"), ("Clave", "1")])).Status);
        using var refused = await browser.PostAsync("consultar", [("Radicado", "PQRS-2026-000001"), ("Clave", "1")]);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    private async Task<(PortalBrowser Browser, string Number)> FollowedAsync(string text, params (string, byte[])[] files)
    {
        var (first, number, code) = await desk.FileAsync(Citizen.Rosa($"{text} {Guid.NewGuid()}"), files);
        first.Dispose();
        var browser = await OpenAsync(number, code);
        return (await browser.FollowAsync(), number);
    }

    private async Task<PortalBrowser> OpenAsync(string number, string secret) =>
        await (await new PortalBrowser(desk).GoAsync(DeskUrls.Track)).SendAsync("consultar", [("Radicado", number), ("Clave", secret)]);

    private async Task<Guid> AttachAsync(string number, string name, bool forPetitioner)
    {
        using var files = new PendingFiles(desk.Get<FileStore>());
        await files.AddAsync(name, "text/plain", 1, _ => new MemoryStream([1]), () => { });
        Assert.True((await desk.Get<AttachFiles>().RunAsync(number, files, Samples.Someone(), CancellationToken.None, forPetitioner)).Succeeded);
        return Assert.IsType<TicketEvent.FileAttached>((await desk.LogAsync(number))[^1]).FileId;
    }
}
