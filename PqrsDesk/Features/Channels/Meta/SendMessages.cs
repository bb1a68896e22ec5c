using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Channels.Meta;
using PqrsDesk.Infrastructure.Cluster;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Channels.Meta;

/// <summary>Hands what stands in the outbox for conversations to the Graph API, in order, and writes down what came of it.</summary>
/// <remarks>A part that was taken just before the power went is given once more: these networks know no name that the desk gives.</remarks>
public sealed class SendMessages(IDbContextFactory<DeskDb> desk, DeskWriter writer, DeliveryBook book, ComposeMessage compose, HandOver hand, MetaHook hook, TimeProvider clock, ILogger<SendMessages> log)
{
    /// <returns>How many were sent.</returns>
    public async Task<int> RunAsync(DateTimeOffset asOf, CancellationToken cancel)
    {
        if (hook.Settings is not { } settings) return 0;
        MetaWords.SpeakFor(settings);
        var (sent, closed) = (0, new Dictionary<string, GraphException>());
        foreach (var message in await book.MessagesAsync(asOf, cancel))
        {
            var (account, person) = MetaNames.Of(message.ToAddress);

            // What was in the way of the account is in the way of all its messages.
            if (closed.GetValueOrDefault(account) is { } before)
            {
                await book.PostponeAsync(message, before.Message, cancel, before.Hindrance);
                continue;
            }

            try
            {
                await SendAsync(message, account, person, cancel);
                sent++;
            }
            catch (GraphException wrong) when (wrong.Trouble is GraphTrouble.NotAllowed or GraphTrouble.Busy or GraphTrouble.Away)
            {
                log.LogWarning("Nothing can be sent by {Account} now: {Reason}", account, wrong.Message);
                closed[account] = wrong;
                await book.PostponeAsync(message, wrong.Message, cancel, wrong.Hindrance);
            }
            catch (GraphException refused)
            {
                await book.RecordAsync(message, MailState.Rejected, refused.Message, cancel, refused.Hindrance);
            }
            catch (Exception wrong) when (wrong is InvalidOperationException or IOException)
            {
                log.LogError(wrong, "The message {Id} could not be put together.", message.Id);
                await book.PostponeAsync(message, wrong.Message, cancel);
            }
        }

        return sent;
    }

    private async Task SendAsync(OutgoingMail message, string account, string person, CancellationToken cancel)
    {
        var product = message.Carrier.Product() ?? throw new InvalidOperationException($"{message.Carrier} is no network of Meta.");
        var composed = await compose.RunAsync(message, product, cancel);
        await using var db = await desk.CreateDbContextAsync(cancel);
        var handed = await db.OutgoingParts.Where(part => part.MailId == message.Id).Select(part => part.Number).ToListAsync(cancel);
        foreach (var number in Enumerable.Range(1, composed.Count).Except(handed))
        {
            var at = clock.GetUtcNow();
            var id = await HandAsync(product, account, person, composed, number, cancel);
            await writer.RunAsync(
                each => Task.FromResult(each.OutgoingParts.Add(new OutgoingPart { MailId = message.Id, Number = number, ExternalId = id, HandedAt = at, State = MailState.Sent })), CancellationToken.None);
        }

        await book.RecordAsync(message, MailState.Sent, null, CancellationToken.None);
        await OvertakenAsync(message);
    }

    private async Task<string> HandAsync(MetaProduct product, string account, string person, ComposedMessage composed, int number, CancellationToken cancel)
    {
        try
        {
            return number <= composed.Texts.Count
                ? await hand.TextAsync(product, account, person, composed.Texts[number - 1], cancel)
                : await hand.FileAsync(product, account, person, composed.Files[number - 1 - composed.Texts.Count], cancel);
        }
        catch (GraphException wrong) when (composed.Count > 1)
        {
            throw new GraphException(string.Create(CultureInfo.InvariantCulture, $"{number}/{composed.Count}: {wrong.Message}"), wrong.Trouble, wrong);
        }
    }

    /// <summary>The first parts may have been read before the last one was handed over.</summary>
    private Task<int> OvertakenAsync(OutgoingMail message) => writer.RunAsync(async db =>
    {
        if (db is PostgresDeskDb) await db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "OutgoingMails" WHERE "Id" = {message.Id} FOR UPDATE""", CancellationToken.None);
        var state = Parts.StateOf(await db.OutgoingParts.Where(part => part.MailId == message.Id).Select(part => part.State).ToListAsync());
        return state == MailState.Sent ? 0 : await db.OutgoingMails.Where(mail => mail.Id == message.Id && mail.State == MailState.Sent).ExecuteUpdateAsync(set => set.SetProperty(mail => mail.State, state));
    }, CancellationToken.None);
}

/// <summary>Looks into the outbox every few seconds, on the node that is on duty.</summary>
public sealed class MessageSending(SendMessages send, IDuty duty, TimeProvider clock, ILogger<MessageSending> log) : DutyRounds(duty, clock, log)
{
    protected override TimeSpan Every => TimeSpan.FromSeconds(2);

    protected override Task RunAsync(DateTimeOffset asOf, CancellationToken stop) => send.RunAsync(asOf, stop);
}
