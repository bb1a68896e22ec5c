using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// The end, and the way back: answer, close, reopen.
public sealed partial class Ticket
{
    /// <summary>Sends the substantive answer (respuesta de fondo).</summary>
    /// <param name="files">What goes along with it.</param>
    /// <param name="used">The articles that it draws on.</param>
    /// <param name="planned">Sequence of the event that planned it; null: it is sent as it is written.</param>
    public Decision Answer(string? text, SlaBook book, Moment now, IReadOnlyList<SentFile>? files = null, IReadOnlyList<UsedArticle>? used = null, int? planned = null) =>
        RefuseAnswer(text, files, book) is { } refusal ? refusal
        : Attach(files, book, now) ?? RecordFor(new TicketEvent.Answered(Tidy(text), IdsOf(files), NullIfNone(used), planned), now, book);

    /// <summary>Closing without a recorded answer is refused (CPACA, arts. 56 and 67 to 69, ask for one that is served).</summary>
    /// <param name="despiteTasks">Whoever closes it knows that others still owe something for it.</param>
    public Decision Close(string? note, SlaBook book, Moment now, bool despiteTasks = false)
    {
        if (IsOver) return Decision.Ok;
        if (Status != TicketStatus.Answered) return RefusalCode.NotAnswered;
        if (RefuseClosing(book, despiteTasks) is { } owed) return owed;
        if (Texts.TooLong(note, Filing.ReasonLimit, "Reason") is { } refusal) return refusal;
        return Record(new TicketEvent.Closed(NullIfBlank(note)), now, book);
    }

    /// <summary>Opens it again, with the time already used.</summary>
    public Decision Reopen(string? reason, SlaBook book, Moment now)
    {
        if (IsOpen) return RefusalCode.NotClosed;
        if (Status == TicketStatus.Merged) return new Refusal(RefusalCode.MergedElsewhere, null, MergedInto);
        if (Texts.Reason(reason) is { } refusal) return refusal;
        return Record(new TicketEvent.Reopened(Tidy(reason)), now, book);
    }

    private Refusal? RefuseAnswer(string? text, IReadOnlyList<SentFile>? files, SlaBook book) =>
        IsOver ? RefusalCode.TicketClosed
        : Status == TicketStatus.Answered ? RefusalCode.AlreadyAnswered
        : book.Fields.Refuse(this, FieldNeed.BeforeAnswering) ?? Texts.Message(text, "Text") ?? LacksForAnswer(text!, files, book);

    /// <summary>Why it cannot be closed even once it is answered.</summary>
    private Refusal? RefuseClosing(SlaBook book, bool despiteTasks = false) =>
        book.Fields.Refuse(this, FieldNeed.BeforeClosing) ?? (despiteTasks ? null : RefuseWithTasks());
}
