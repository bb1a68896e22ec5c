using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Together;

namespace PqrsDesk.Domain.Tickets;

// What is said: replies that the petitioner sees, notes that only staff see, and what the petitioner says.
public sealed partial class Ticket
{
    public const int FileNameLimit = 200;

    /// <param name="files">What goes along with it.</param>
    /// <param name="used">The articles that it draws on.</param>
    /// <param name="planned">Sequence of the event that planned it; null: it is sent as it is written.</param>
    public Decision Reply(string? text, SlaBook book, Moment now, IReadOnlyList<SentFile>? files = null, IReadOnlyList<UsedArticle>? used = null, int? planned = null) =>
        RefuseReply(text) is { } refusal ? refusal
        : Attach(files, book, now) ?? Record(new TicketEvent.Replied(Tidy(text), IdsOf(files), NullIfNone(used), planned), now, book);

    /// <summary>A note may be written at any time, also on a closed ticket.</summary>
    /// <param name="mentions">Whom it calls by name.</param>
    public Decision Note(string? text, SlaBook book, Moment now, IReadOnlyList<Mentioned>? mentions = null) =>
        Texts.Message(text, "Text") is { } refusal ? refusal : Record(new TicketEvent.Noted(Tidy(text), mentions is { Count: > 0 } ? mentions : null), now, book);

    /// <summary>The petitioner wrote. If the desk was waiting for that, the clocks run again.</summary>
    /// <param name="needsNoAnswer">A thank-you and the like: it starts no clock for the next reply.</param>
    public Decision Hear(string? text, SlaBook book, Moment now, bool needsNoAnswer = false)
    {
        if (Status == TicketStatus.Merged) return HearThrough(text, book, now, needsNoAnswer);
        if (IsOver) return RefusalCode.TicketClosed;
        if (Texts.Message(text, "Text") is { } refusal) return refusal;
        return Record(new TicketEvent.PetitionerResponded(Tidy(text), needsNoAnswer), now, book);
    }

    private Refusal? RefuseReply(string? text) => IsOver ? RefusalCode.TicketClosed : Texts.Message(text, "Text");

    /// <returns>Why not; null when all of them are on the ticket.</returns>
    private Decision? Attach(IReadOnlyList<SentFile>? files, SlaBook book, Moment now)
    {
        foreach (var file in files ?? [])
            if (Attach(file.Id, file.Name, file.Bytes, book, now, forPetitioner: true) is { Succeeded: false } refused) return refused;
        return null;
    }

    private static IReadOnlyList<UsedArticle>? NullIfNone(IReadOnlyList<UsedArticle>? used) => used is { Count: > 0 } ? used : null;

    private static List<Guid>? IdsOf(IReadOnlyList<SentFile>? files) => files is { Count: > 0 } ? [.. files.Select(file => file.Id)] : null;

    /// <param name="forPetitioner">Whether the petitioner may have it.</param>
    public Decision Attach(Guid fileId, string name, long bytes, SlaBook book, Moment now, bool forPetitioner = false)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > FileNameLimit) return new Refusal(RefusalCode.FileNameInvalid, "Files", name);
        return Record(new TicketEvent.FileAttached(fileId, name, bytes, forPetitioner), now, book);
    }

    /// <summary>The scanner found something in a file of it. Also on a closed ticket: others may still have asked for it.</summary>
    public Decision Quarantine(Guid fileId, string name, string? threat, SlaBook book, Moment now) =>
        Record(new TicketEvent.FileQuarantined(fileId, name, threat), now, book);
}
