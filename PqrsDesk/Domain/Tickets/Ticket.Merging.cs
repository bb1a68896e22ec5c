using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// Acumular: of two cases about the same the older goes on, with its clocks, and the younger is answered with it.
public sealed partial class Ticket
{
    /// <summary>The number of the case that it is answered with.</summary>
    public string? MergedInto { get; private set; }

    /// <summary>How many cases are answered with this one.</summary>
    public int MergedCount { get; private set; }

    /// <summary>Merges two cases, whichever of them it is asked of: the one that was filed first goes on.</summary>
    /// <remarks>Refused where the younger must be answered sooner: nobody's term may grow by it.</remarks>
    /// <param name="saidBy">What a case was filed with.</param>
    public Decision Merge(Ticket other, string? reason, Func<Ticket, string> saidBy, SlaBook book, Moment now)
    {
        if (other.Number == Number) return new Refusal(RefusalCode.SameTicket, "Other");
        if (Status == TicketStatus.Merged) return new Refusal(RefusalCode.AlreadyMerged, null, MergedInto);
        if (other.Status == TicketStatus.Merged) return new Refusal(RefusalCode.AlreadyMerged, "Other", other.MergedInto);
        if (!IsOpen) return RefusalCode.TicketNotOpen;
        if (!other.IsOpen) return new Refusal(RefusalCode.TicketNotOpen, "Other");
        if (Texts.Reason(reason) is { } refusal) return refusal;
        var (older, younger) = (other.FiledAt, other.Id).CompareTo((FiledAt, Id)) < 0 ? (other, this) : (this, other);
        if (younger.MustBeAnsweredBefore(older)) return new Refusal(RefusalCode.ShorterTermElsewhere, "Other", younger.Number);

        // Those that were answered with the younger are answered with the older now.
        var (why, carried) = (Tidy(reason), younger.Carried.ToList());
        foreach (var follower in carried) younger.Record(new TicketEvent.LetGo(follower.Number, why), now, book);
        younger._carried.Clear();
        foreach (var each in carried.Prepend(younger)) older.Absorb(each, why, saidBy(each), book, now);
        return Decision.Ok;
    }

    /// <summary>Takes a merging back while the other is not answered: the case goes on by itself, and is owed all again.</summary>
    public Decision Separate(string? reason, SlaBook book, Moment now)
    {
        if (Status != TicketStatus.Merged) return RefusalCode.NotMerged;
        if (!Survivor.IsOpen) return new Refusal(RefusalCode.AlreadyAnswered);
        if (Texts.Reason(reason) is { } refusal) return refusal;
        Survivor.LetGo(this, Tidy(reason), book, now);
        return Decision.Ok;
    }

    /// <summary>Who loads a ticket to change it brings along the cases that it is merged with.</summary>
    /// <param name="survivor">The case that it was merged into; null when it was not.</param>
    /// <param name="carried">The cases that were merged into it.</param>
    internal void Meet(Ticket? survivor, IEnumerable<Ticket> carried)
    {
        _survivor = survivor;
        _carried.Clear();
        _carried.AddRange(carried);
    }

    /// <summary>It, and whatever else may be written when it changes.</summary>
    internal IEnumerable<Ticket> Family => [this, .. _survivor is { } older ? [older] : Array.Empty<Ticket>(), .. _carried];

    private readonly List<Ticket> _carried = [];
    private Ticket? _survivor;

    // Answering without them would leave somebody without an answer: rather nothing is done.
    private List<Ticket> Carried => _carried.Count == MergedCount ? _carried : throw new InvalidOperationException($"{Number} was loaded without the cases that are merged into it.");

    private Ticket Survivor => _survivor ?? throw new InvalidOperationException($"{Number} was loaded without the case that it is merged into.");

    private void Absorb(Ticket younger, string reason, string said, SlaBook book, Moment now)
    {
        var same = PetitionerId is not null && PetitionerId == younger.PetitionerId;
        younger.Record(new TicketEvent.Merged(Number, reason, same), now, book);
        younger._survivor = this;
        Record(new TicketEvent.Absorbed(younger.Number, younger.PetitionerName, said, reason, same), now, book);
        _carried.Add(younger);
    }

    private void LetGo(Ticket younger, string reason, SlaBook book, Moment now)
    {
        Record(new TicketEvent.LetGo(younger.Number, reason), now, book);
        younger.Record(new TicketEvent.Separated(Number, reason), now, book);
        younger._survivor = null;
        _carried.Remove(younger);
    }

    /// <summary>The petitioner of a merged case goes on writing to their own number, and is heard where the answer is made.</summary>
    private Decision HearThrough(string? text, SlaBook book, Moment now, bool needsNoAnswer)
    {
        if (Survivor.IsOver) return RefusalCode.TicketClosed;
        if (Texts.Message(text, "Text") is { } refusal) return refusal;
        Record(new TicketEvent.PetitionerResponded(Tidy(text), needsNoAnswer), now, book);
        return Survivor.Record(new TicketEvent.HeardThrough(Number, Tidy(text), PetitionerId is not null && PetitionerId == Survivor.PetitionerId, needsNoAnswer), now, book);
    }

    /// <summary>Records what also concerns the petitioners of the cases that were merged into this one.</summary>
    /// <remarks>What ends it without an answer does not end theirs: they come back to the queue.</remarks>
    private Decision RecordFor(TicketEvent happened, Moment now, SlaBook book)
    {
        var carried = Carried.ToList();
        var done = Record(happened, now, book);
        var byDesk = now with { By = Actor.Desk };
        foreach (var each in carried)
        {
            if (happened is TicketEvent.Answered answer) each.Record(new TicketEvent.AnsweredTogether(Number, answer.Text, answer.FileIds), byDesk, book);
            else if (happened is TicketEvent.Extended extension) each.Record(new TicketEvent.ExtendedTogether(Number, extension.AnswerBy, extension.Reason), byDesk, book);
            else LetGo(each, EndedWithoutAnswer, book, byDesk);
        }

        return done;
    }

    /// <summary>In the log, as the desk's own reason.</summary>
    private const string EndedWithoutAnswer = "El caso con el que se respondía terminó sin respuesta.";

    /// <summary>A term that stands still ends later than any that runs.</summary>
    private bool MustBeAnsweredBefore(Ticket older) =>
        LegalTerm is { IsPaused: false, DueAt: { } due } && due < ((older.LegalTerm ?? older.Clock(DeadlineKind.Imported))?.DueAt ?? Never);
}
