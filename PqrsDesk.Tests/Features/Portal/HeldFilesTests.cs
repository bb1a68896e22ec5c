using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Sweeping;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Portal;

/// <summary>Files of a form that was refused, by HTTP and without a script, and how what nobody wants goes away again.</summary>
public sealed class HeldFilesTests(WebDesk desk) : IClassFixture<WebDesk>
{
    [Fact]
    public async Task Files_of_a_refused_form_go_along_when_it_is_mended_but_for_those_not_wanted_any_more()
    {
        using var browser = await desk.OpenFormAsync();
        var wrong = Citizen.Rosa($"Con archivos {Guid.NewGuid()}");
        wrong["Email"] = "no es correo";
        await browser.SendAsync("radicar", wrong.Fields(), ("uno ñ.txt", "uno"u8.ToArray()), ("dos.txt", "dos"u8.ToArray()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        var held = Held(browser);
        Assert.Equal(["uno ñ.txt", "dos.txt"], held.Select(file => file.Name));
        Assert.Contains("siguen en el formulario", browser.Words, StringComparison.Ordinal);

        // Wrong once more, with a third one, and the second is not wanted.
        await browser.SendAsync("radicar", [.. wrong.Fields(), ("Held", held[0].Id)], ("tres.txt", "tres"u8.ToArray()));
        var then = Held(browser);
        Assert.Equal(["uno ñ.txt", "tres.txt"], then.Select(file => file.Name));
        Assert.Null(desk.Get<FileStore>().Find(Guid.Parse(held[1].Id)));

        wrong["Email"] = "rosa@example.org";
        await (await browser.SendAsync("radicar", [.. wrong.Fields(), .. then.Select(file => ("Held", file.Id))])).FollowAsync();
        var number = Regex.Match(browser.Page, @"PQRS-\d{4}-\d{6}").Value;
        Assert.Equal(["uno ñ.txt", "tres.txt"], (await desk.LogAsync(number)).OfType<TicketEvent.FileAttached>().Select(file => file.Name));
        Assert.Equal("uno", await File.ReadAllTextAsync(desk.Get<FileStore>().Find(Guid.Parse(held[0].Id))!));
        Assert.False(await desk.ReadAsync(db => db.HeldFiles.AnyAsync(file => file.Id == Guid.Parse(held[0].Id))));
    }

    [Fact]
    public async Task Who_has_another_form_does_not_get_at_them()
    {
        using var mine = await RefusedAsync();
        using var other = await desk.OpenFormAsync();
        var form = Citizen.Rosa($"De otro {Guid.NewGuid()}");
        await (await other.SendAsync("radicar", [.. form.Fields(), ("Held", Held(mine)[0].Id)])).FollowAsync();

        Assert.DoesNotContain(await desk.LogAsync(Regex.Match(other.Page, @"PQRS-\d{4}-\d{6}").Value), happened => happened is TicketEvent.FileAttached);
        Assert.NotNull(desk.Get<FileStore>().Find(Guid.Parse(Held(mine)[0].Id)));
    }

    [Fact]
    public async Task What_a_petitioner_adds_keeps_its_files_too()
    {
        var (browser, number, code) = await desk.FileAsync(Citizen.Rosa($"Añade {Guid.NewGuid()}"));
        using var _ = browser;
        await browser.GoAsync(DeskUrls.Track);
        await (await browser.SendAsync("consultar", [("Radicado", number), ("Clave", code)])).FollowAsync();

        await browser.SendAsync("informacion", [("Texto", "")], ("factura.txt", "f"u8.ToArray()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        var held = Assert.Single(Held(browser));
        await (await browser.SendAsync("informacion", [("Texto", "Va la factura."), ("Held", held.Id)])).FollowAsync();

        Assert.Equal("factura.txt", Assert.Single((await desk.LogAsync(number)).OfType<TicketEvent.FileAttached>()).Name);
        Assert.False(await desk.ReadAsync(db => db.HeldFiles.AnyAsync(file => file.Id == Guid.Parse(held.Id))));
    }

    [Fact]
    public async Task After_their_time_files_and_forms_are_forgotten()
    {
        using var browser = await RefusedAsync();
        var id = Guid.Parse(Held(browser)[0].Id);
        var (filed, number, _) = await desk.FileAsync(Citizen.Rosa($"Olvido {Guid.NewGuid()}"));
        filed.Dispose();
        var forget = desk.Get<ForgetRequests>();

        await forget.RunAsync(desk.Clock.Now.AddHours(2), CancellationToken.None);
        Assert.NotNull(desk.Get<FileStore>().Find(id));
        await forget.RunAsync(desk.Clock.Now.AddHours(3), CancellationToken.None);
        Assert.Null(desk.Get<FileStore>().Find(id));
        Assert.False(await desk.ReadAsync(db => db.HeldFiles.AnyAsync(file => file.Id == id)));

        var ticket = (await desk.TicketAsync(number)).Id;
        await forget.RunAsync(desk.Clock.Now + Seals.FormLife, CancellationToken.None);
        Assert.True(await desk.ReadAsync(db => db.SentForms.AnyAsync(form => form.TicketId == ticket)));
        await forget.RunAsync(desk.Clock.Now + Seals.SentFormLife + TimeSpan.FromMinutes(1), CancellationToken.None);
        Assert.False(await desk.ReadAsync(db => db.SentForms.AnyAsync(form => form.TicketId == ticket)));
    }

    [SkippableTheory, Engines]
    public async Task Files_that_nothing_names_are_swept_after_a_day_and_no_others(Engine engine)
    {
        await using var own = await TestDesk.StartAsync(engine);
        var store = own.Get<FileStore>();
        var (named, held, mail, lost, young) = (await StoreAsync(), await StoreAsync(), await StoreAsync(), await StoreAsync(), await StoreAsync());
        await own.Get<FilingDoor>().FileAsync(Samples.Filing, Samples.Petitioner, Samples.Someone(), [named], CancellationToken.None);
        await own.AddAsync(new HeldFile { Id = held.Id, Form = "f", Name = "a", ContentType = "text/plain", Bytes = 1, Sha256 = held.Sha256, StoredAt = own.Clock.Now, KeptUntil = own.Clock.Now.AddHours(2) });
        await own.AddAsync(new Infrastructure.Mail.ReceivedMail { Fingerprint = "x", MessageId = null, Via = "v", ReceivedAt = own.Clock.Now, FromAddress = null, FromName = null, Subject = "s", FileId = mail.Id, Bytes = 1, Fate = Infrastructure.Mail.MailFate.Waiting });
        foreach (var file in (StoredFile[])[named, held, mail, lost]) Touch(file, own.Clock.Now - TimeSpan.FromHours(25));
        Touch(young, own.Clock.Now - TimeSpan.FromHours(1));

        var swept = 0;
        for (var round = 0; round < FileStore.Folders; round++) swept += await own.Get<SweepFiles>().RunAsync(own.Clock.Now + round * SweepFiles.Every, CancellationToken.None);

        Assert.Equal(1, swept);
        Assert.Null(store.Find(lost.Id));
        Assert.All((StoredFile[])[named, held, mail, young], file => Assert.NotNull(store.Find(file.Id)));

        async Task<StoredFile> StoreAsync() => (await store.StoreAsync("a.txt", null, new MemoryStream(Encoding.UTF8.GetBytes("a")), null, CancellationToken.None)).File!;
        void Touch(StoredFile file, DateTimeOffset at) => File.SetLastWriteTimeUtc(store.Find(file.Id)!, at.UtcDateTime);
    }

    private async Task<PortalBrowser> RefusedAsync()
    {
        var browser = await desk.OpenFormAsync();
        var wrong = Citizen.Rosa($"Mal {Guid.NewGuid()}");
        wrong["Name"] = "";
        return await browser.SendAsync("radicar", wrong.Fields(), ("a.txt", [1]));
    }

    private static List<(string Id, string Name)> Held(PortalBrowser browser) =>
        [.. Regex.Matches(browser.Page, "name=\"Held\" value=\"([^\"]+)\"[^>]*> ?<span>([^<]+?) ?<span").Select(found => (found.Groups[1].Value, WebUtility.HtmlDecode(found.Groups[2].Value)))];
}
