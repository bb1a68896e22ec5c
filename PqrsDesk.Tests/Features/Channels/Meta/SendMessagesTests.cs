using System.Text;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Casework;
using PqrsDesk.Features.Mailing;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Channels.Meta;

/// <summary>What staff says goes back into the conversation, and the case knows how far it came.</summary>
public sealed class SendMessagesTests : IAsyncLifetime
{
    private MetaPeer meta = null!;

    public async Task InitializeAsync() => meta = await MetaPeer.StartAsync();

    public async Task DisposeAsync() => await meta.DisposeAsync();

    [SkippableFact]
    public async Task What_is_written_in_Markdown_comes_as_the_network_draws_it()
    {
        await using var desk = await TestDesk.StartAsync(settings: meta.Settings);
        var number = await desk.TalkAsync();
        await desk.ReplyAsync(number, "## Pasos\n\n1. Abra [la guía](https://example.org/g)\n2. Pague **hoy**");
        Assert.Equal((1, 1), (await desk.SendAsync(), await desk.SendAsync()));
        Assert.Equal("*Pasos*\n\n1. Abra la guía (https://example.org/g)\n2. Pague *hoy*", meta.Messages[1].Text);
    }

    [SkippableTheory, Engines]
    public async Task The_receipt_replies_and_the_answer_arrive_and_the_case_says_how_far_they_came(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine, meta.Settings);
        var number = await desk.TalkAsync();
        await desk.NoteAsync(number);
        await desk.ReplyAsync(number, "Lo estamos revisando.");
        await desk.AnswerAsync(number, "Se devolvió el dinero.");
        Assert.Equal((1, 1, 1), (await desk.SendAsync(), await desk.SendAsync(), await desk.SendAsync()));
        Assert.Equal(0, await desk.SendAsync());

        Assert.All(meta.Calls, call => Assert.Equal((MetaPeer.Phone, "messages", MetaPeer.Token), (call.Node, call.Edge, call.Token)));
        Assert.StartsWith($"Recibimos su mensaje y quedó radicado con el número {number}. Fecha máxima de respuesta: ", meta.Messages[0].Text, StringComparison.Ordinal);
        Assert.Equal(["Lo estamos revisando.", $"Respuesta a su caso {number}:\n\nSe devolvió el dinero."], meta.Messages.Skip(1).Select(call => call.Text));
        Assert.Equal([MetaPeer.Telephone, "individual", "text"], new[] { "to", "recipient_type", "type" }.Select(name => (string?)meta.Messages[1].Body![name]));

        // They tell of it in any order, and twice.
        await desk.TakeAsync(MetaPeer.Status("wamid.002", "read", desk.Clock.Now));
        await desk.TakeAsync(MetaPeer.Status("wamid.002", "delivered", desk.Clock.Now));
        await desk.TakeAsync(MetaPeer.Status("wamid.002", "sent", desk.Clock.Now));
        await desk.TakeAsync(MetaPeer.Status("wamid.003", "delivered", desk.Clock.Now));
        await desk.TakeAsync(MetaPeer.Status("wamid.001", "failed", desk.Clock.Now, 131047, "Re-engagement message"));
        var sight = (await desk.Get<ReadTicket>().RunAsync(number, CancellationToken.None)).Ticket!.Conversation!;
        Assert.Equal(
            [(MailOccasion.Answer, MailState.Delivered, null), (MailOccasion.Reply, MailState.Read, null), (MailOccasion.Receipt, MailState.Bounced, Hindrance.WindowClosed)],
            sight.Sent.Select(sent => (sent.Occasion, sent.State, sent.Hindrance)));
        Assert.Equal("(#131047) Re-engagement message", sight.Sent[2].Error);
        Assert.Equal(("+573001234567", true, desk.Clock.Now.AddHours(24)), (sight.Telephone, sight.Sends, sight.WritableUntil));

        // It arrived after all.
        await desk.TakeAsync(MetaPeer.Status("wamid.001", "delivered", desk.Clock.Now));
        await desk.TakeAsync(MetaPeer.Status("wamid.001", "failed", desk.Clock.Now, 131047, "Re-engagement message"));
        var receipt = await desk.ReadAsync(db => db.OutgoingMails.Where(mail => mail.Occasion == MailOccasion.Receipt).SingleAsync());
        Assert.Equal((MailState.Delivered, null, null), (receipt.State, receipt.Error, receipt.Hindrance));
    }

    [SkippableTheory, Engines]
    public async Task A_long_text_goes_in_pieces_and_a_file_behind_it_and_all_of_it_is_read_when_the_last_is(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine, meta.Settings);
        var number = await desk.TalkAsync(MetaPeer.Event(new { message = new { mid = "m_I1", text = "Hola" } }, desk.Clock.Now));
        await desk.SendAsync();
        var text = string.Join(' ', Enumerable.Range(1, 700).Select(each => $"palabra{each}"));
        await ReplyAsync(desk, number, text, ("acta.pdf", "application/pdf", "%PDF-1.7 acta"));
        Assert.Equal(1, await desk.SendAsync());

        var sent = meta.Messages.Skip(1).ToList();
        Assert.Equal(text, string.Join(' ', sent.Select(call => call.Text).OfType<string>()));
        Assert.Equal(("acta.pdf", "application/pdf", "%PDF-1.7 acta"), (sent[^1].File!.Value.Name, sent[^1].File!.Value.Type, Encoding.ASCII.GetString(sent[^1].File!.Value.Bytes)));
        Assert.Equal("file", (string?)sent[^1].Body!["message"]!["attachment"]!["type"]);

        await desk.TakeAsync(MetaPeer.Event(new { delivery = new { mids = new[] { "m_002" }, watermark = 1_600_000_000_000 } }, desk.Clock.Now));
        Assert.Equal(MailState.Sent, await StateAsync(desk));
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        await desk.TakeAsync(MetaPeer.Event(new { delivery = new { watermark = desk.Clock.Now.ToUnixTimeMilliseconds() } }, desk.Clock.Now));
        Assert.Equal(MailState.Delivered, await StateAsync(desk));
        await desk.TakeAsync(MetaPeer.Event(new { read = new { watermark = desk.Clock.Now.ToUnixTimeMilliseconds() } }, desk.Clock.Now));
        Assert.Equal([MailState.Read, MailState.Read], await desk.ReadAsync(db => db.OutgoingMails.Select(mail => mail.State).ToListAsync()));
    }

    [Fact]
    public async Task WhatsApp_takes_a_file_first_and_then_the_message_that_names_it()
    {
        await using var desk = await TestDesk.StartAsync(settings: meta.Settings);
        var number = await desk.TalkAsync();
        await desk.SendAsync();
        await ReplyAsync(desk, number, "Van dos.", ("acta.pdf", "application/pdf", "%PDF-1.7 acta"), ("copia.zip", "application/zip", "PK\u0003\u0004zip"));
        Assert.Equal(1, await desk.SendAsync());

        var calls = meta.Calls.Skip(1).ToList();
        Assert.Equal(["messages", "media", "messages"], calls.Select(call => call.Edge));
        Assert.Equal("Van dos.\n\nHay archivos que no se pueden enviar por aquí: copia.zip. Escríbanos a qué correo electrónico quiere recibirlos.", calls[0].Text);
        Assert.Equal("acta.pdf", calls[1].File!.Value.Name);
        Assert.Equal(("document", "acta.pdf"), ((string?)calls[2].Body!["type"], (string?)calls[2].Body!["document"]!["filename"]));
    }

    [Fact]
    public async Task Instagram_counts_in_bytes_and_takes_no_files()
    {
        await using var desk = await TestDesk.StartAsync(settings: meta.Settings);
        var number = await desk.TalkAsync(MetaPeer.Event(new { message = new { mid = "aWdf", text = "Hola" } }, desk.Clock.Now, instagram: true));
        await desk.SendAsync();
        await ReplyAsync(desk, number, string.Join(' ', Enumerable.Repeat("ñandú", 200)), ("acta.pdf", "application/pdf", "%PDF-1.7 acta"));
        Assert.Equal(1, await desk.SendAsync());
        Assert.Equal(2, meta.Messages.Skip(1).Count());
        Assert.Contains("acta.pdf", meta.Messages[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_day_the_network_refuses_and_the_case_says_what_to_do()
    {
        await using var desk = await TestDesk.StartAsync(settings: meta.Settings);
        var number = await desk.TalkAsync();
        await desk.SendAsync();
        desk.Clock.Advance(TimeSpan.FromHours(25));
        await desk.ReplyAsync(number);
        meta.Refuse(400, 131047, "More than 24 hours have passed since the recipient last replied.");
        Assert.Equal(0, await desk.SendAsync());
        Assert.Equal(0, await desk.SendAsync());

        var sight = (await desk.Get<ReadTicket>().RunAsync(number, CancellationToken.None)).Ticket!;
        var sent = sight.Conversation!.Sent[0];
        Assert.Equal((MailState.Rejected, "Talk.Advice.WindowClosed", "(#131047) More than 24 hours have passed since the recipient last replied."), (sent.State, sent.Advice, sent.Error));
        Assert.True(sight.AsOf > sight.Conversation.WritableUntil);
        Assert.Equal(2, meta.Calls.Count);
    }

    [Theory]
    [InlineData(400, 10, 2018278, MailState.Rejected, Hindrance.WindowClosed)]
    [InlineData(403, 10, null, MailState.Queued, Hindrance.NotAllowed)]
    [InlineData(401, 190, null, MailState.Queued, Hindrance.NotAllowed)]
    [InlineData(403, 200, null, MailState.Queued, Hindrance.NotAllowed)]
    [InlineData(400, 551, null, MailState.Rejected, Hindrance.Unreachable)]
    [InlineData(400, 131026, null, MailState.Rejected, Hindrance.Unreachable)]
    [InlineData(400, 100, 2018001, MailState.Rejected, Hindrance.Unreachable)]
    [InlineData(400, 100, null, MailState.Rejected, null)]
    [InlineData(429, 130429, null, MailState.Queued, Hindrance.Busy)]
    [InlineData(400, 613, null, MailState.Queued, Hindrance.Busy)]
    [InlineData(500, 2, null, MailState.Queued, Hindrance.Busy)]
    [InlineData(503, 9999, null, MailState.Queued, Hindrance.Busy)]
    public async Task A_refusal_is_for_good_or_for_now_by_its_number(int status, int code, int? subcode, MailState state, Hindrance? hindrance)
    {
        await using var desk = await TestDesk.StartAsync(settings: meta.Settings);
        await desk.TalkAsync();
        meta.Refuse(status, code, "No.", subcode);
        Assert.Equal(0, await desk.SendAsync());
        var mail = await desk.ReadAsync(db => db.OutgoingMails.SingleAsync());
        Assert.Equal((state, hindrance, $"(#{code}) No.", 1), (mail.State, mail.Hindrance, mail.Error, mail.Attempts));
        Assert.Equal(state == MailState.Queued ? desk.Clock.Now.AddMinutes(1) : null, mail.NextAttemptAt);
    }

    [Fact]
    public async Task A_token_that_is_over_holds_all_of_its_account_and_is_not_tried_for_ever()
    {
        await using var desk = await TestDesk.StartAsync(settings: meta.Settings.But(("Desk:Channels:Meta:AccessToken", "vencido")));
        await desk.TalkAsync();
        await desk.TalkAsync(MetaPeer.WhatsApp(MetaPeer.Text("wamid.I2", desk.Clock.Now, "Otra persona.", from: "573007654321")));
        await desk.SendAsync();
        Assert.Single(meta.Calls);
        Assert.Equal([1, 1], await desk.ReadAsync(db => db.OutgoingMails.Select(mail => mail.Attempts).ToListAsync()));

        for (var tries = 0; tries < 200 && await desk.ReadAsync(db => db.OutgoingMails.AnyAsync(mail => mail.NextAttemptAt != null)); tries++)
        {
            desk.Clock.Advance(TimeSpan.FromHours(1));
            await desk.SendAsync();
        }

        Assert.All(await desk.ReadAsync(db => db.OutgoingMails.ToListAsync()), mail => Assert.Equal((MailState.GivenUp, Hindrance.NotAllowed), (mail.State, mail.Hindrance)));
        Assert.InRange(meta.Calls.Count, 10, 60);
    }

    [Fact]
    public async Task A_network_that_is_away_loses_nothing_and_what_was_handed_over_is_not_repeated_and_the_next_waits()
    {
        await using var desk = await TestDesk.StartAsync(settings: meta.Settings);
        var number = await desk.TalkAsync();
        await desk.SendAsync();
        var text = string.Join(' ', Enumerable.Repeat("palabra", 900));
        await desk.ReplyAsync(number, text);
        await desk.ReplyAsync(number, "Y otra cosa.");
        Assert.Equal(2, (await desk.ReadAsync(db => db.OutgoingMails.Where(mail => mail.State == MailState.Queued).ToListAsync())).Count);

        // The first piece is taken; then nothing is for a while.
        meta.RefuseAfter(1, 503, 131016, "Service unavailable");
        Assert.Equal(0, await desk.SendAsync());
        Assert.Equal(0, await desk.SendAsync());
        Assert.Equal("2/2: (#131016) Service unavailable", await desk.ReadAsync(db => db.OutgoingMails.Where(mail => mail.Attempts == 1 && mail.State == MailState.Queued).Select(mail => mail.Error).SingleAsync()));

        // Read before the last piece was handed over.
        await desk.TakeAsync(MetaPeer.Status("wamid.002", "read", desk.Clock.Now));
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((1, 1), (await desk.SendAsync(), await desk.SendAsync()));
        var said = meta.Messages.Skip(1).Where(call => call.Answered).Select(call => call.Text!).ToList();
        Assert.Equal((text, "Y otra cosa."), (string.Join(' ', said.SkipLast(1)), said[^1]));
        await desk.TakeAsync(MetaPeer.Status("wamid.003", "read", desk.Clock.Now));
        Assert.Equal(MailState.Read, await desk.ReadAsync(db => db.OutgoingMails.Where(mail => mail.Occasion == MailOccasion.Reply).OrderBy(mail => mail.Id).Select(mail => mail.State).FirstAsync()));
    }

    [Fact]
    public async Task Nobody_is_there_and_then_somebody_is()
    {
        await using var desk = await TestDesk.StartAsync(settings: meta.Settings.But(("Desk:Channels:Meta:GraphBaseAddress", "http://127.0.0.1:1/")));
        await desk.TalkAsync();
        Assert.Equal(0, await desk.SendAsync());
        var mail = await desk.ReadAsync(db => db.OutgoingMails.SingleAsync());
        Assert.Equal((MailState.Queued, Hindrance.Busy), (mail.State, mail.Hindrance));
    }

    [Fact]
    public async Task Without_a_token_and_in_cases_that_came_otherwise_nothing_is_written_down_to_be_sent()
    {
        await using var desk = await TestDesk.StartAsync(settings: meta.Settings.But(("Desk:Channels:Meta:AccessToken", "")));
        await desk.ReplyAsync(await desk.TalkAsync());
        await desk.ReplyAsync((await desk.FileAsync()).Number);
        Assert.Equal(0, await desk.ReadAsync(db => db.OutgoingMails.CountAsync()));
        await using var other = await TestDesk.StartAsync(settings: meta.Settings);
        await other.ReplyAsync((await other.FileAsync()).Number);
        Assert.Equal(0, await other.ReadAsync(db => db.OutgoingMails.CountAsync()));
    }

    private static async Task ReplyAsync(TestDesk desk, string number, string text, params (string Name, string Type, string Content)[] files)
    {
        var stored = new List<StoredFile>();
        foreach (var (name, type, content) in files)
            stored.Add((await desk.Get<FileStore>().StoreAsync(name, type, new MemoryStream(Encoding.ASCII.GetBytes(content)), null, CancellationToken.None)).File!);
        var decision = await desk.Get<WorkTicket>().RunAsync(number, null, new CaseAct.Reply(text, stored), Actor.Staff(await desk.HireAsync()), CancellationToken.None);
        Assert.True(decision.Succeeded);
    }

    private static Task<MailState> StateAsync(TestDesk desk) => desk.ReadAsync(db => db.OutgoingMails.OrderByDescending(mail => mail.Id).Select(mail => mail.State).FirstAsync());
}
