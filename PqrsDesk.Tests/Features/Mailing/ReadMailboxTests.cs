using System.Text;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Mailing;

/// <summary>What is read, from a real IMAP server.</summary>
public sealed class ReadMailboxTests
{
    private const string User = "pqrs";

    [SkippableTheory]
    [InlineData("Implicit")]
    [InlineData("StartTls")]
    public async Task New_messages_are_taken_once_and_marked_as_seen(string tls)
    {
        await using var imap = await ImapPeer.StartAsync();
        await using var desk = await TestDesk.StartAsync(settings: From(imap, tls));
        imap.Deliver(User, Mails.Plain("Uno"));
        imap.Deliver(User, Mails.WithFiles(2));
        imap.Deliver(User, Mails.Plain(from: "sin remitente"));

        Assert.Equal(3, await ReadAsync(desk));

        Assert.Equal(2, await desk.ReadAsync(db => db.Tickets.CountAsync(ticket => ticket.Channel == Channel.Email)));
        Assert.Equal(1, await desk.ReadAsync(db => db.ReceivedMails.CountAsync(mail => mail.Fate == MailFate.Waiting)));
        Assert.Equal(3, imap.Count(User, flag: 'S'));
        Assert.Equal(0, await ReadAsync(desk));
        imap.Deliver(User, Mails.Plain("Dos"));
        Assert.Equal(1, await ReadAsync(desk));
        var state = await desk.ReadAsync(db => db.Mailboxes.SingleAsync());
        Assert.Equal((desk.Clock.Now, 0), (state.ReadAt, state.Failures));
    }

    [SkippableFact]
    public async Task Messages_are_moved_away_where_there_is_a_folder_for_them_whoever_has_looked_at_them()
    {
        await using var imap = await ImapPeer.StartAsync();
        await using var desk = await TestDesk.StartAsync(settings: [.. From(imap), ("Mail:Inboxes:0:MoveTo", "Radicados año & más")]);
        imap.Deliver(User, Mails.Plain("Uno"));
        imap.Deliver(User, Mails.Plain("Dos"));
        Assert.Equal(2, await ReadAsync(desk));
        Assert.Equal((0, 2), (imap.Count(User), imap.Count(User, "Radicados a&APE-o &- m&AOE-s")));
        Assert.Equal(0, await ReadAsync(desk));
    }

    [SkippableFact]
    public async Task What_is_as_long_as_it_may_be_arrives_byte_by_byte_and_what_is_longer_stays_and_is_listed()
    {
        await using var imap = await ImapPeer.StartAsync();
        await using var desk = await TestDesk.StartAsync(settings: [.. From(imap), ("Mail:MessageLimitMiB", "1")]);
        var fits = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Mails.WithFiles(1, bytes: 900_000)));
        imap.Deliver(User, fits);
        imap.Deliver(User, Mails.WithFiles(1, bytes: 2_000_000));

        Assert.Equal(2, await ReadAsync(desk));

        var rows = await desk.ReadAsync(db => db.ReceivedMails.OrderBy(mail => mail.Bytes).ToListAsync());
        Assert.Equal((MailFate.Waiting, MailReason.TooLarge), (rows[0].Fate, rows[0].Reason));
        Assert.Equal(MailFate.Filed, rows[1].Fate);
        Assert.Equal(fits, await File.ReadAllBytesAsync(desk.Get<FileStore>().Find(rows[1].FileId)!));
        Assert.Equal((2, 1), (imap.Count(User), imap.Count(User, flag: 'F')));
        Assert.Equal(0, await ReadAsync(desk));
    }

    [SkippableFact]
    public async Task A_desk_that_fell_over_between_taking_and_marking_files_nothing_twice()
    {
        await using var imap = await ImapPeer.StartAsync();
        await using var desk = await TestDesk.StartAsync(settings: From(imap));
        var message = Mails.Plain();
        await desk.TakeAsync(message);
        imap.Deliver(User, message);
        Assert.Equal(0, await ReadAsync(desk));
        Assert.Equal(1, await desk.ReadAsync(db => db.Tickets.CountAsync()));
        Assert.Equal(1, imap.Count(User, flag: 'S'));
    }

    [SkippableFact]
    public async Task A_wrong_password_or_certificate_is_said_and_nothing_is_read()
    {
        await using var imap = await ImapPeer.StartAsync();
        imap.Deliver(User, Mails.Plain());
        foreach (var wrong in new[] { ("Mail:Inboxes:0:Password", (string?)"otra"), ("Mail:Inboxes:0:Certificate", null) })
        {
            await using var desk = await TestDesk.StartAsync(settings: From(imap).But(wrong));
            var said = await Assert.ThrowsAnyAsync<Exception>(() => ReadAsync(desk));
            Assert.DoesNotContain("otra", said.Message, StringComparison.Ordinal);
            var state = await desk.ReadAsync(db => db.Mailboxes.SingleAsync());
            Assert.Equal((1, null), (state.Failures, state.ReadAt));
            Assert.NotNull(state.Error);
        }

        Assert.Equal(0, imap.Count(User, flag: 'S'));
    }

    private static Task<int> ReadAsync(TestDesk desk) => desk.Get<ReadMailbox>().RunAsync(Assert.Single(desk.Get<MailSettings>().Inboxes), CancellationToken.None);

    internal static (string, string?)[] From(ImapPeer imap, string tls = "Implicit") =>
    [
        ("Mail:Inboxes:0:Name", "pqrs@entidad.example"), ("Mail:Inboxes:0:Host", "localhost"), ("Mail:Inboxes:0:Tls", tls),
        ("Mail:Inboxes:0:Port", (tls == "Implicit" ? imap.SecurePort : imap.Port).ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("Mail:Inboxes:0:User", User + "@localhost"), ("Mail:Inboxes:0:Password", ImapPeer.Password), ("Mail:Inboxes:0:Certificate", imap.Certificate),
    ];
}
