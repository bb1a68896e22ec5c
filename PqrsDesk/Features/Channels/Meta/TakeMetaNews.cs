using System.Data.Common;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Channels;
using PqrsDesk.Infrastructure.Channels.Meta;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Channels.Meta;

/// <summary>
/// Takes in what a webhook of Meta brought: messages by the door of all channels, with their files written down to be
/// fetched and the receipt to be sent, and how far the desk's own messages have come.
/// </summary>
public sealed class TakeMetaNews(TakeMessage take, MarkProgress mark, Outbox outbox, MetaWords words, MetaHook hook, SlaShelf shelf, TimeProvider clock, ILogger<TakeMetaNews> log)
{
    /// <returns>Whether all of it is on disk. What is not must be brought again: what is counts once.</returns>
    public async Task<bool> RunAsync(IReadOnlyList<MetaNews> news, CancellationToken cancel)
    {
        var settings = hook.Settings ?? throw new InvalidOperationException($"Without {MetaSettings.Section} nothing is taken.");
        MetaWords.SpeakFor(settings);
        var zone = (await shelf.BookAsync()).Zone;
        var all = true;

        // One batch may hold several messages of a conversation, not always in their order.
        foreach (var each in news.Where(each => settings.Products.Contains(each.Product)).OrderBy(each => each is MetaNews.Message message ? message.SentAt ?? DateTimeOffset.MinValue : DateTimeOffset.MaxValue))
        {
            try
            {
                all &= each switch
                {
                    MetaNews.Message message => await TakeAsync(settings, message, zone, cancel),
                    MetaNews.Progress progress => await mark.RunAsync(progress, cancel),
                    _ => throw new System.Diagnostics.UnreachableException($"Nobody takes {each.GetType().Name}."),
                };
            }
            catch (Exception wrong) when (wrong is InvalidOperationException or DbException or Microsoft.EntityFrameworkCore.DbUpdateException)
            {
                // The others are taken all the same: one that nobody foresaw must not stop the rest.
                log.LogError(wrong, "Something of {Product} could not be taken; Meta is asked to bring it again.", each.Product);
                all = false;
            }
        }

        return all;
    }

    private async Task<bool> TakeAsync(MetaSettings settings, MetaNews.Message message, TimeZoneInfo zone, CancellationToken cancel)
    {
        var account = settings.Account(message.Account);
        var inbound = new InboundMessage(
            message.Conversation, MetaNames.Id(message.Id), message.SentAt is { } sent ? TimeZoneInfo.ConvertTime(sent, zone) : null,
            new InboundSender(message.Person, words.NameOf(message), Telephone: message.Telephone), Subject: null, words.Say(message))
        {
            SentWord = words.SentWord,
        };
        var channel = new ChannelSettings(message.Product.Channel(), [], message.Product == MetaProduct.WhatsApp ? Channel.Chat : Channel.SocialNetwork, account.Kind, account.Area, settings.ReopenDays);
        if (message.Quiet)
        {
            await take.NoteAsync(channel, inbound, cancel);
            return true;
        }

        var aside = new MessageAside { OnlyLateSaySo = true, OnePerson = true, Along = (db, ticket, fate) => Along(db, ticket, fate, message) };
        var taken = await take.RunAsync(channel, inbound, cancel, aside);
        if (taken.Refusal is { Code: RefusalCode.AreaUnknown } && channel.Area is not null)
        {
            // Somebody closed it. Better in the first area than nowhere.
            log.LogWarning("The area {Area} of {Section} is not open to filings; a message went to the first one.", channel.Area, MetaSettings.Section);
            taken = await take.RunAsync(channel with { Area = null }, inbound, cancel, aside);
        }

        if (taken.Refusal is not { } refusal) return true;
        log.LogError("A message of {Product} was refused: {Refusal}. Meta is asked to bring it again.", message.Product, refusal.Code);
        return false;
    }

    /// <summary>Inside the transaction of the message.</summary>
    private void Along(DeskDb db, Ticket ticket, MessageFate fate, MetaNews.Message message)
    {
        var now = clock.GetUtcNow();
        foreach (var file in message.Files)
        {
            db.MediaToFetch.Add(new MediaToFetch
            {
                TicketId = ticket.Id,
                Product = message.Product,
                Account = message.Account,
                MediaId = file.MediaId,
                Url = file.Url,
                Name = words.NameOf(file),
                ContentType = file.ContentType,
                QueuedAt = now,
                NextAttemptAt = now,
            });
        }

        if (fate == MessageFate.Filed && outbox.MessageOf(ticket, ticket.Events.First(line => line.Event is TicketEvent.Filed), message.Product, message.Conversation) is { } receipt) db.OutgoingMails.Add(receipt);
    }
}
