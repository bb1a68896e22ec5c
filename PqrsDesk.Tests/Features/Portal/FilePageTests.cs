using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Portal;

/// <summary>Radicar as a citizen does, over HTTP and without a script.</summary>
public sealed class FilePageTests(WebDesk desk) : IClassFixture<WebDesk>
{
    [Fact]
    public async Task A_citizen_files_and_the_receipt_tells_all_they_need()
    {
        var (browser, number, code) = await desk.FileAsync(Citizen.Rosa(), ("factura año.txt", Encoding.UTF8.GetBytes("dos veces")));
        using var _ = browser;

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.NotNull(TrackingCode.Read(code));
        var ticket = await desk.TicketAsync(number);
        Assert.Equal((Channel.Web, AnswerChannel.Email, "rosa@example.org", "Rosa Cortés"), (ticket.Channel, ticket.AnswerChannel, ticket.AnswerTo, ticket.PetitionerName));
        Assert.Equal(ActorKind.Petitioner, ticket.Events[0].ByKind);
        Assert.Equal(1, Assert.IsType<TicketEvent.Filed>(ticket.Events[0].Event).Filing.Consent!.PolicyVersion);
        Assert.Equal(("factura año.txt", true), Assert.IsType<TicketEvent.FileAttached>(ticket.Events[1].Event) is var file ? (file.Name, file.ForPetitioner) : default);
        Assert.Contains("Atención al ciudadano", browser.Words, StringComparison.Ordinal);
        Assert.Contains("Le respondemos a más tardar el", browser.Words, StringComparison.Ordinal);
        Assert.Contains("15 días hábiles", browser.Words, StringComparison.Ordinal);
        Assert.Contains("Ley 1755", browser.Words, StringComparison.Ordinal);
        Assert.Contains("<svg class=\"qr\"", browser.Page, StringComparison.Ordinal);
        Assert.True(browser.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain(code.Replace("-", "", StringComparison.Ordinal), string.Concat(await desk.ReadAsync(db => db.TrackingHashes.Select(hash => hash.Hash).ToListAsync())), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_form_says_what_is_wrong_beside_the_field_and_at_the_top_and_keeps_what_was_typed()
    {
        using var browser = await desk.OpenFormAsync();
        var form = Citizen.Rosa("<b>Hola</b> & \"adiós\"");
        form["Document"] = "52A";
        form["Email"] = "no es correo";
        form["Name"] = "";
        form.Remove("Consents");
        await browser.SendAsync("radicar", form.Fields(), ("a.txt", [1]));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Revise 4 de los datos", browser.Words, StringComparison.Ordinal);
        foreach (var field in (string[])["name", "document", "email", "consents"])
        {
            Assert.Contains($"href=\"{DeskUrls.PublicForm}#campo-{field}\"", browser.Page, StringComparison.Ordinal);
            Assert.Contains($"id=\"campo-{field}-error\"", browser.Page, StringComparison.Ordinal);
        }

        Assert.Contains("autofocus", browser.Page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;Hola&lt;/b&gt; &amp; &quot;adi", browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Hola", browser.Page, StringComparison.Ordinal);
        Assert.Contains("value=\"52A\"", browser.Page, StringComparison.Ordinal);
        Assert.Contains("siguen en el formulario", browser.Words, StringComparison.Ordinal);

        // And the same page, mended, goes through.
        await browser.SendAsync("radicar", Citizen.Rosa("<b>Hola</b>").Fields());
        Assert.Contains("quedó radicada", (await browser.FollowAsync()).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_or_at_once_is_filed_once_and_both_see_the_same_receipt()
    {
        using var browser = await desk.OpenFormAsync();
        var before = await CountAsync();
        var form = Citizen.Rosa($"Doble {Guid.NewGuid()}");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => browser.PostAsync("radicar", form.Fields(), ("a.txt", [1, 2]))));

        var receipts = new HashSet<(string, string)>();
        foreach (var answer in answers)
        {
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
            var page = await (await browser.GetAsync(answer.Headers.Location!.ToString())).Content.ReadAsStringAsync();
            receipts.Add((System.Text.RegularExpressions.Regex.Match(page, @"PQRS-\d{4}-\d{6}").Value, System.Text.RegularExpressions.Regex.Match(page, "data-code[^>]*>([^<]+)<").Groups[1].Value));
            answer.Dispose();
        }

        Assert.NotNull(TrackingCode.Read(Assert.Single(receipts).Item2));
        Assert.Equal(before + 1, await CountAsync());
        Assert.Single(await FilesOfAsync(receipts.Single().Item1));
        Assert.Equal(await desk.ReadAsync(db => db.Files.CountAsync()), Directory.EnumerateFiles(Path.Combine(desk.Get<Infrastructure.DeskSettings>().DataFolder, "files"), "*", SearchOption.AllDirectories).Count());
    }

    [Fact]
    public async Task Who_is_anonymous_leaves_nothing_behind()
    {
        var form = Citizen.Rosa($"Sin nombre {Guid.NewGuid()}");
        (form["Anonymous"], form["Reserved"], form["Attention"]) = ("true", "true", "Disability");
        var contacts = await desk.ReadAsync(db => db.Contacts.CountAsync());
        var (browser, number, _) = await desk.FileAsync(form);
        using var kept = browser;

        var ticket = await desk.TicketAsync(number);
        var filing = Assert.IsType<TicketEvent.Filed>(ticket.Events[0].Event).Filing;
        Assert.Equal((null, null, null, null, AnswerChannel.Portal), (ticket.PetitionerId, ticket.PetitionerName, filing.Attention, filing.Consent, ticket.AnswerChannel));
        Assert.False(ticket.ReservedIdentity);
        Assert.Equal(contacts, await desk.ReadAsync(db => db.Contacts.CountAsync()));
        Assert.DoesNotContain("Rosa", string.Concat(await desk.ReadAsync(db => db.Events.Where(line => line.TicketId == ticket.Id).Select(line => line.ByName + EF.Property<string>(line, "Event")).ToListAsync())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_text_by_the_same_person_is_asked_about_once()
    {
        var form = Citizen.Rosa($"Igual {Guid.NewGuid()}");
        var (first, number, _) = await desk.FileAsync(form);
        first.Dispose();
        using var browser = await desk.OpenFormAsync();
        await browser.SendAsync("radicar", form.Fields());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains($"Usted radicó esto mismo a las", browser.Words, StringComparison.Ordinal);
        Assert.Contains(number, browser.Words, StringComparison.Ordinal);

        form["Again"] = "true";
        await browser.SendAsync("radicar", form.Fields());
        Assert.Equal(HttpStatusCode.Found, browser.Status);
        Assert.DoesNotContain(number, (await browser.FollowAsync()).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_are_told_apart_and_a_person_only_sends_again()
    {
        using var browser = await new PortalBrowser(desk).GoAsync(DeskUrls.PublicForm);
        var form = Citizen.Rosa($"Rápido {Guid.NewGuid()}");
        Assert.Contains("muy rápido", (await browser.SendAsync("radicar", form.Fields())).Words, StringComparison.Ordinal);
        desk.Clock.Now += FilePublicly.LeastTime;
        Assert.Contains("envío automático", (await browser.SendAsync("radicar", form.Fields().Append(("Website", "http://spam")))).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await browser.SendAsync("radicar", form.Fields())).Status);
    }

    [Theory]
    [InlineData("Seal", "nada")]
    [InlineData("Seal", "")]
    [InlineData("__RequestVerificationToken", "nada")]
    public async Task A_form_that_is_not_ours_or_too_old_keeps_what_was_typed_and_goes_the_second_time(string field, string value)
    {
        using var browser = await desk.OpenFormAsync();
        var form = Citizen.Rosa($"Viejo {Guid.NewGuid()}");
        await browser.SendAsync("radicar", form.Fields().Append((field, value)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("abierto demasiado tiempo", browser.Words, StringComparison.Ordinal);
        Assert.Contains("Rosa Cort", browser.Page, StringComparison.Ordinal);
        desk.Clock.Now += FilePublicly.LeastTime;
        Assert.Equal(HttpStatusCode.Found, (await browser.SendAsync("radicar", form.Fields())).Status);
    }

    [Fact]
    public async Task A_poster_opens_the_form_with_its_branch()
    {
        var branch = await desk.AddAsync(new Branch { Key = $"sede-{Guid.NewGuid():N}"[..20], Name = "Sede <i>Norte</i>" });
        using var poster = await new PortalBrowser(desk).GoAsync(DeskUrls.PosterOf(branch.Key));
        Assert.Contains($"{desk.Address}{DeskUrls.PublicFormOf(branch.Key)}", poster.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>Norte", poster.Page, StringComparison.Ordinal);

        using var browser = await desk.OpenFormAsync(DeskUrls.PublicFormOf(branch.Key));
        Assert.Matches($"<option value=\"{branch.Key}\" selected", browser.Page);
        var form = Citizen.Rosa($"Norte {Guid.NewGuid()}");
        form["Branch"] = branch.Key;
        await (await browser.SendAsync("radicar", form.Fields())).FollowAsync();
        Assert.Equal(branch.Id, (await desk.TicketAsync(System.Text.RegularExpressions.Regex.Match(browser.Page, @"PQRS-\d{4}-\d{6}").Value)).BranchId);
        Assert.Equal(HttpStatusCode.NotFound, (await poster.GoAsync(DeskUrls.PosterOf("no-hay"))).Status);
    }

    [Fact]
    public async Task Hostile_fields_are_refused_in_words_and_never_break_the_page()
    {
        using var browser = await desk.OpenFormAsync();
        (string, string)[] hostile =
        [
            ("Kind", "99"), ("Subject", new string('x', 5_000)), ("Description", "\0\uFFFD<script>alert(1)</script>" + new string('ñ', Filing.DescriptionLimit)), ("Branch", "' OR 1=1 --"), ("Person", "Robot"),
            ("Name", "<img src=x onerror=alert(1)>"), ("DocumentType", "-1"), ("Document", "'; DROP TABLE \"Tickets\"; --"), ("Email", "a@b\r\nBcc: c@d"), ("AnswerChannel", "Fax"), ("Attention", "Todos"),
            ("PolicyVersion", "-5"), ("Consents", "true"),
        ];
        await browser.SendAsync("radicar", hostile);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.DoesNotContain("<script>alert", browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", browser.Page, StringComparison.Ordinal);
        Assert.Contains("#campo-kind", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_form_is_a_bad_request_and_leaves_no_file()
    {
        using var http = desk.Client();
        using var torn = new StringContent("--x\r\nContent-Disposition: form-data; name=\"Files\"; filename=\"a.txt\"\r\n\r\nabc");
        torn.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        using var answer = await http.PostAsync(DeskUrls.PublicForm, torn);
        Assert.True((int)answer.StatusCode is >= 400 and < 500, answer.StatusCode.ToString());
    }

    [Theory]
    [InlineData(DeskUrls.PublicForm)]
    [InlineData(DeskUrls.Track)]
    [InlineData(DeskUrls.TrackedCase)]
    public async Task Bodies_that_no_form_sends_are_turned_away(string address)
    {
        using var http = desk.Client();
        (string Type, byte[] Body)[] bodies =
        [
            ("application/x-www-form-urlencoded", Encoding.ASCII.GetBytes("Description=" + new string('a', 5_000_000))),
            ("application/x-www-form-urlencoded", Encoding.ASCII.GetBytes(string.Join('&', Enumerable.Range(0, 3_000).Select(number => $"f{number}=1")))),
            ("application/x-www-form-urlencoded", []),
            ("application/json", "{}"u8.ToArray()),
            ("multipart/form-data", "x"u8.ToArray()),
            ("multipart/form-data; boundary=x", Encoding.ASCII.GetBytes("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n" + new string('a', 1_000_000) + "\r\n--x--\r\n")),
            ("multipart/form-data; boundary=x", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n", 200)) + "--x--\r\n")),
            ("text/plain", [0, 255, 254]),
        ];
        foreach (var (type, body) in bodies)
        {
            using var content = new ByteArrayContent(body);
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            try
            {
                using var answer = await http.PostAsync(address, content);
                Assert.True((int)answer.StatusCode is >= 300 and < 500, $"{type}, {body.Length} bytes: {answer.StatusCode}");
            }
            catch (HttpRequestException) when (body.Length > 512 * 1024)
            {
                // The server hung up on it, and the client noticed while it was still sending.
                continue;
            }
        }
    }

    [Fact]
    public async Task A_changed_policy_is_asked_about_again()
    {
        await using var own = await WebDesk.StartAsync();
        using var browser = await own.OpenFormAsync();
        Assert.Null(await own.Get<KeepPortal>().PublishAsync("Otra política.", Samples.Someone(Role.Admin), CancellationToken.None));
        await browser.SendAsync("radicar", Citizen.Rosa().Fields());
        Assert.Contains("La política de datos cambió", browser.Words, StringComparison.Ordinal);
        Assert.Contains("Otra política.", browser.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await browser.SendAsync("radicar", Citizen.Rosa().Fields())).Status);
        Assert.Equal(2, Assert.IsType<TicketEvent.Filed>((await own.LogAsync("PQRS-" + own.Clock.Now.ToOffset(TimeSpan.FromHours(-5)).Year + "-000001"))[0]).Filing.Consent!.PolicyVersion);
    }

    [Fact]
    public async Task One_address_that_sends_too_much_is_asked_calmly_to_wait()
    {
        await using var own = await WebDesk.StartAsync(new() { Settings = new Dictionary<string, string?> { ["Desk:Portal:FormsPerAddress"] = "2" } });
        using var browser = await own.OpenFormAsync();
        for (var sent = 0; sent < 2; sent++) await browser.SendAsync("radicar", [("Kind", "")]);
        using var refused = await browser.PostAsync("radicar", [("Kind", "")]);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Contains("Recibimos muchos env", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GoAsync(DeskUrls.PublicForm)).Status);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_in_words_and_taken_off_the_disk()
    {
        await using var own = await WebDesk.StartAsync(new() { Settings = new Dictionary<string, string?> { ["Desk:FileLimitMiB"] = "1" } });
        using var browser = await own.OpenFormAsync();
        await browser.SendAsync("radicar", Citizen.Rosa().Fields(), ("grande.bin", new byte[1024 * 1024 + 1]), ("chico.txt", [1]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("campo-files", browser.Page, StringComparison.Ordinal);
        var folder = Path.Combine(own.Get<Infrastructure.DeskSettings>().DataFolder, "files");
        Assert.Empty(Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : []);

        var many = Enumerable.Range(0, desk.Get<FileStore>().Most + 1).Select(number => ($"{number}.txt", new byte[] { 1 })).ToArray();
        await browser.SendAsync("radicar", Citizen.Rosa().Fields(), many);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
    }

    [Theory]
    [InlineData(DeskUrls.PublicForm)]
    [InlineData(DeskUrls.Track)]
    public async Task A_page_with_all_it_needs_weighs_less_than_100_KiB_and_has_no_framework_script(string address)
    {
        using var browser = await new PortalBrowser(desk).GoAsync(address);
        Assert.DoesNotContain("blazor.web", browser.Page, StringComparison.Ordinal);
        var parts = System.Text.RegularExpressions.Regex.Matches(browser.Page, "<(?:link|script)[^>]*(?:href|src)=\"([^\"]+)\"").Select(part => part.Groups[1].Value).ToList();
        var weight = Encoding.UTF8.GetByteCount(browser.Page);
        foreach (var part in parts) weight += (await (await browser.GetAsync(part.StartsWith('/') ? part : "/" + part)).Content.ReadAsByteArrayAsync()).Length;
        Assert.InRange(weight, 1, 100 * 1024);
    }

    [Fact]
    public async Task A_receipt_is_not_to_be_guessed_and_lasts_a_day()
    {
        var (browser, number, _) = await desk.FileAsync(Citizen.Rosa($"Día {Guid.NewGuid()}"));
        using var kept = browser;
        Assert.Contains(number, browser.Words, StringComparison.Ordinal);
        var address = browser.At;
        Assert.Equal(HttpStatusCode.Gone, (await browser.GoAsync(address[..^6] + "AAAAAA")).Status);
        desk.Clock.Now += Seals.ReceiptLife;
        await browser.GoAsync(address);
        Assert.Contains("ya no se puede ver", browser.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(number, browser.Words, StringComparison.Ordinal);
    }

    private Task<int> CountAsync() => desk.ReadAsync(db => db.Tickets.CountAsync());

    private Task<List<StoredFile>> FilesOfAsync(string number) => desk.ReadAsync(db => db.Files.AsNoTracking().Where(file => file.TicketId == db.Tickets.Single(t => t.Number == number).Id).ToListAsync());
}
