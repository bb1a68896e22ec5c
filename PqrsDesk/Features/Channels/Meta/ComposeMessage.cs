using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Channels.Meta;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Channels.Meta;

/// <summary>What a row of the outbox becomes in a conversation: pieces of text, then files, one message each.</summary>
internal sealed record ComposedMessage(IReadOnlyList<string> Texts, IReadOnlyList<ComposedFile> Files)
{
    public int Count => Texts.Count + Files.Count;
}

/// <param name="Kind">What the network calls its kind.</param>
/// <param name="Path">Where its bytes are.</param>
internal sealed record ComposedFile(string Kind, string Name, string ContentType, string Path);

/// <summary>Puts a message together from the line of the log that it tells of: the same in each try, for a second one goes on behind the first.</summary>
public sealed class ComposeMessage(IDbContextFactory<DeskDb> desk, IStringLocalizer<ChannelsTexts> texts, FileStore store)
{
    internal async Task<ComposedMessage> RunAsync(OutgoingMail outgoing, MetaProduct product, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var ticket = await db.Tickets.AsNoTracking().Include(t => t.Deadlines).SingleAsync(t => t.Id == outgoing.TicketId, cancel);
        var line = await db.Events.AsNoTracking().SingleAsync(l => l.TicketId == outgoing.TicketId && l.Sequence == outgoing.Sequence, cancel);
        var files = await FilesAsync(db, line.Event, cancel);
        var carried = files.Select(file => Carried(file, product)).OfType<ComposedFile>().ToList();
        var left = files.Where(file => Carried(file, product) is null).Select(file => file.Name).ToList();
        var said = Say(ticket, line.Event, product) + (left.Count == 0 ? "" : $"\n\n{texts["Out.Files", string.Join(", ", left)]}");
        return new(TextPieces.Of(said, LimitOf(product), product == MetaProduct.Instagram ? rune => rune.Utf8SequenceLength : rune => rune.Utf16SequenceLength), carried);
    }

    /// <summary>Characters of one text; of Instagram bytes.</summary>
    private static int LimitOf(MetaProduct product) => product switch
    {
        MetaProduct.Messenger => 2_000,
        MetaProduct.Instagram => 1_000,
        MetaProduct.WhatsApp => 4_096,
    };

    private string Say(Ticket ticket, TicketEvent happened, MetaProduct product)
    {
        var style = product == MetaProduct.WhatsApp ? PlainStyle.WhatsApp : PlainStyle.Bare;
        return happened switch
        {
            TicketEvent.Filed => texts["Out.Receipt", ticket.Number, Day("Out.Until", LastDay(DeadlineKind.LegalAnswer))],
            TicketEvent.Replied reply => PlainWords.Of(reply.Text, style),
            TicketEvent.Answered answer => texts["Out.Answer", ticket.Number, PlainWords.Of(answer.Text, style)],
            TicketEvent.CompletionRequested request => texts["Out.CompletionRequest", ticket.Number, PlainWords.Of(request.Text, style), Day("Out.Complete", LastDay(DeadlineKind.Completion))],
            TicketEvent.Extended extension => texts["Out.Extension", ticket.Number, extension.AnswerBy.ToString("D", CultureInfo.CurrentCulture), extension.Reason],
            TicketEvent.Closed closed => texts["Out.Closing", ticket.Number, closed.Note ?? ""],
            TicketEvent.Transferred transfer => texts["Out.Transfer", ticket.Number, transfer.Authority, transfer.Reason],
            _ => throw new UnreachableException($"No message tells of {happened.GetType().Name}."),
        };

        DateOnly? LastDay(DeadlineKind kind) => ticket.Deadlines.FirstOrDefault(deadline => deadline.Kind == kind)?.LastDay;

        string Day(string key, DateOnly? day) => day is { } on ? texts[key, on.ToString("D", CultureInfo.CurrentCulture)] : "";
    }

    private static async Task<IReadOnlyList<StoredFile>> FilesAsync(DeskDb db, TicketEvent happened, CancellationToken cancel)
    {
        var ids = happened switch
        {
            TicketEvent.Replied reply => reply.FileIds ?? [],
            TicketEvent.Answered answer => answer.FileIds ?? [],
            _ => [],
        };
        return ids.Count == 0 ? [] : await db.Files.AsNoTracking().Where(file => ids.Contains(file.Id)).OrderBy(file => file.Name).ThenBy(file => file.Id).ToListAsync(cancel);
    }

    /// <returns>Null: this network does not take it, and the text says so.</returns>
    private ComposedFile? Carried(StoredFile file, MetaProduct product) =>
        FileKinds.Of(product, file.ContentType, file.Bytes) is { } kind && store.Find(file.Id) is { } path ? new(kind, file.Name, file.ContentType, path) : null;
}
