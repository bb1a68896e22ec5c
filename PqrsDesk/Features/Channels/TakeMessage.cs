using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Channels;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Channels;

/// <summary>What became of a message.</summary>
public enum MessageFate
{
    /// <summary>It began a case.</summary>
    Filed = 1,

    /// <summary>It is a turn in the case of its conversation.</summary>
    Added,

    /// <summary>It had been taken before, and nothing was done.</summary>
    Again,
}

/// <summary>What became of a message, or why nothing did.</summary>
/// <param name="Code">Told to who began a case, and never again.</param>
public sealed record TakenMessage(MessageFate Fate, string? Number, TrackingCode? Code = null, Refusal? Refusal = null);

/// <summary>What the reader of a channel knows of a message besides its words.</summary>
public sealed record MessageAside
{
    /// <summary>The channel brings its messages at once and in order, but for some: only of those the time is told in the text.</summary>
    public bool OnlyLateSaySo { get; init; }

    /// <summary>A conversation of this channel is always with the same person: a new case of it is theirs too.</summary>
    public bool OnePerson { get; init; }

    /// <summary>Writes down more in the transaction of the message. Begun anew with each try.</summary>
    public Action<DeskDb, Ticket, MessageFate>? Along { get; init; }
}

/// <summary>
/// Takes a message of a channel in: the first of a conversation is filed by the one door, the others are the petitioner's
/// turns in that case, by its own verbs, for as long as it is open or was lately.
/// </summary>
public sealed class TakeMessage(FilingDoor filings, TicketDoor tickets, IDbContextFactory<DeskDb> desk, TimeProvider clock)
{
    private const string Why = "El peticionario escribió de nuevo.";

    /// <summary>Who loses a race sees next time what the winner left; nobody loses for ever.</summary>
    private const int Tries = 5;

    /// <summary>How long two that file the same conversation at once can stand in line.</summary>
    private static readonly TimeSpan SealLife = TimeSpan.FromDays(1);

    /// <summary>So long a message may be on its way without being late.</summary>
    private static readonly TimeSpan OnTheWay = TimeSpan.FromMinutes(5);

    /// <param name="message">Not refused.</param>
    public async Task<TakenMessage> RunAsync(ChannelSettings channel, InboundMessage message, CancellationToken cancel, MessageAside? aside = null)
    {
        aside ??= new();
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            if (await KnownAsync(channel, message, cancel) is { } known) return new(MessageFate.Again, known);
            var current = await CaseOfAsync(channel, message, cancel);
            if (current is not null && await AddAsync(channel, message, aside, current.Number, cancel) is { } added) return added;
            var outcome = await FileAsync(channel, message, aside, current, cancel);
            if (outcome.Receipt is { } receipt) return new(MessageFate.Filed, receipt.Number, receipt.Code);
            if (outcome.Refusal is { } refusal) return new(default, null, Refusal: refusal);
        }

        throw new InvalidOperationException($"A message of {channel.Name} found no case {Tries} times.");
    }

    /// <summary>What nobody waits for an answer to, such as a reaction: a note in the case of its conversation, if there is one. It begins none, and opens none again.</summary>
    public async Task NoteAsync(ChannelSettings channel, InboundMessage message, CancellationToken cancel)
    {
        if (await KnownAsync(channel, message, cancel) is not null || await CaseOfAsync(channel, message, cancel) is not { } current) return;
        await tickets.ChangeAsync(current.Number, null, By(message), async (db, ticket, book, now) =>
        {
            if (await Of(db, channel, message).AnyAsync(cancel)) return Decision.Ok;
            var noted = ticket.Note(message.Text, book, now);
            if (noted.Succeeded) db.ChannelMessages.Add(Row(channel, message, ticket));
            return noted;
        }, cancel);
    }

    /// <returns>Null: the case is over, and another begins.</returns>
    private async Task<TakenMessage?> AddAsync(ChannelSettings channel, InboundMessage message, MessageAside aside, string number, CancellationToken cancel)
    {
        var fate = MessageFate.Added;
        var decision = await tickets.ChangeAsync(number, null, By(message), async (db, ticket, book, now) =>
        {
            // Writers of one case stand in line: whoever brought the same message first has written it down by now.
            var known = await Of(db, channel, message).AnyAsync(cancel);
            fate = known ? MessageFate.Again : MessageFate.Added;
            if (known) return Decision.Ok;
            var told = aside.OnlyLateSaySo && !await IsLateAsync(db, ticket, message, now.At, cancel) ? message.Text!.Trim() : message.Told;
            var said = Say(ticket, told, channel, book, now);
            if (!said.Succeeded) return said;
            db.ChannelMessages.Add(Row(channel, message, ticket));
            aside.Along?.Invoke(db, ticket, MessageFate.Added);
            return said;
        }, cancel);
        return decision switch
        {
            Decision.Done => new(fate, number),
            Decision.Refused { Refusal.Code: RefusalCode.TicketClosed } => null,
            Decision.Refused refused => new(default, null, Refusal: refused.Refusal),
            _ => throw new InvalidOperationException($"Nobody had seen the case, and it was {decision}."),
        };
    }

    private static Decision Say(Ticket ticket, string told, ChannelSettings channel, SlaBook book, Moment now)
    {
        if (!ticket.IsOver || ticket.Status == TicketStatus.Merged) return ticket.Hear(told, book, now);
        var lately = ticket.Status == TicketStatus.Closed && ticket.ClosedAt is { } closed && now.At - closed <= TimeSpan.FromDays(channel.ReopenDays);
        if (!lately) return RefusalCode.TicketClosed;
        return ticket.Reopen(Why, book, now) is { Succeeded: false } refused ? refused : ticket.Hear(told, book, now);
    }

    /// <summary>Two that would both begin the same case come with the same seal, and the second is told of the first.</summary>
    private Task<FilingOutcome> FileAsync(ChannelSettings channel, InboundMessage message, MessageAside aside, CurrentCase? before, CancellationToken cancel)
    {
        var told = aside.OnlyLateSaySo && clock.GetUtcNow() - message.SentAt <= OnTheWay ? message.Text!.Trim() : message.Told;
        var key = SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"conversation\n{channel.Name}\n{message.Conversation}\n{before?.Id}")));
        var area = channel.Area is { } name ? new AreaChoice.Named(name) : (AreaChoice)new AreaChoice.Routed();
        return filings.FileAsync(new FilingRequest(message.ToFiling(channel, told), area, message.ToPetitioner() with { KnownId = aside.OnePerson ? before?.PetitionerId : null }, By(message), [])
        {
            Form = new(Convert.ToHexStringLower(key), null, TrackingCode.Draw()) { KeptFor = SealLife },
            Along = async (db, ticket) =>
            {
                db.ChannelMessages.Add(Row(channel, message, ticket));
                if (await db.Conversations.SingleOrDefaultAsync(each => each.Channel == channel.Name && each.ExternalId == message.Conversation, CancellationToken.None) is { } known) known.TicketId = ticket.Id;
                else db.Conversations.Add(new Conversation { Channel = channel.Name, ExternalId = message.Conversation!, TicketId = ticket.Id });
                aside.Along?.Invoke(db, ticket, MessageFate.Filed);
            },
        }, cancel);
    }

    /// <summary>It was sent before another of its conversation that came first, or long ago.</summary>
    private static async Task<bool> IsLateAsync(DeskDb db, Ticket ticket, InboundMessage message, DateTimeOffset now, CancellationToken cancel) =>
        message.SentAt is { } sent
        && (now - sent > OnTheWay || await db.ChannelMessages.AnyAsync(other => other.TicketId == ticket.Id && other.Conversation == message.Conversation && other.SentAt > sent, cancel));

    private async Task<string?> KnownAsync(ChannelSettings channel, InboundMessage message, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await Of(db, channel, message).Join(db.Tickets, taken => taken.TicketId, ticket => ticket.Id, (_, ticket) => ticket.Number).SingleOrDefaultAsync(cancel);
    }

    private async Task<CurrentCase?> CaseOfAsync(ChannelSettings channel, InboundMessage message, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.Conversations.Where(each => each.Channel == channel.Name && each.ExternalId == message.Conversation)
            .Join(db.Tickets, each => each.TicketId, ticket => ticket.Id, (_, ticket) => new CurrentCase(ticket.Id, ticket.Number, ticket.PetitionerId)).SingleOrDefaultAsync(cancel);
    }

    private static IQueryable<ChannelMessage> Of(DeskDb db, ChannelSettings channel, InboundMessage message) =>
        db.ChannelMessages.Where(taken => taken.Channel == channel.Name && taken.ExternalId == message.Message);

    private ChannelMessage Row(ChannelSettings channel, InboundMessage message, Ticket ticket) =>
        new() { Channel = channel.Name, ExternalId = message.Message!, TicketId = ticket.Id, Conversation = message.Conversation, SentAt = message.SentAt, TakenAt = clock.GetUtcNow() };

    private static Actor By(InboundMessage message) => Actor.Petitioner(message.ToPetitioner().Name);

    /// <param name="PetitionerId">The conversation says that it is the same person.</param>
    private sealed record CurrentCase(long Id, string Number, int? PetitionerId);
}
