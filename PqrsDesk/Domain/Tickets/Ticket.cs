using System.Globalization;
using System.Text;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Likeness;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

/// <summary>
/// One filing and all that happens to it. Its verbs stand one theme a file; each refuses with a value, or records
/// an event. The state below is what the events add up to, kept for the queue to sort by.
/// </summary>
public sealed partial class Ticket
{
    private readonly List<LoggedEvent> _events = [];
    private readonly List<Deadline> _deadlines = [];
    private readonly List<Pause> _pauses = [];

    private Ticket()
    {
    }

    public long Id { get; private set; }

    /// <summary>Radicado.</summary>
    public string Number { get; private set; } = "";
    public TicketKind Kind { get; private set; }
    public string Subject { get; private set; } = "";
    public string? Topic { get; private set; }
    public string? Product { get; private set; }

    /// <summary>As <see cref="Filing.Language"/>.</summary>
    public string? Language { get; private set; }
    public Channel Channel { get; private set; }
    public TicketStatus Status { get; private set; }
    public Urgency Urgency { get; private set; }
    public Impact Impact { get; private set; }
    public bool TouchesSecurity { get; private set; }
    public Priority Priority { get; private set; }
    public int AreaId { get; private set; }
    public Area? Area { get; private set; }

    /// <summary>The queue of its area that it is in; null: none.</summary>
    public int? WorkQueueId { get; private set; }
    public WorkQueue? WorkQueue { get; private set; }

    /// <summary>Sequence of the event that says why it is where it is; null: nothing is to be explained.</summary>
    public int? RoutedIn { get; private set; }
    public int? OwnerId { get; private set; }
    public StaffMember? Owner { get; private set; }
    public int? PetitionerId { get; private set; }
    public Contact? Petitioner { get; private set; }
    public string? PetitionerName { get; private set; }
    public int? CustomerId { get; private set; }
    public Customer? Customer { get; private set; }
    public int? BranchId { get; private set; }
    public Branch? Branch { get; private set; }

    /// <summary>How and where to the petitioner wants the answer, as <see cref="Filing.AnswerTo"/> says.</summary>
    public AnswerChannel? AnswerChannel { get; private set; }
    public string? AnswerTo { get; private set; }

    public DateTimeOffset FiledAt { get; private set; }
    public DateOnly FiledOn { get; private set; }

    /// <summary>The date that legal terms count from: the filing's own, unless the house moves filings after hours.</summary>
    public DateOnly EffectiveFiledOn { get; private set; }
    public DateTimeOffset? FirstReplyAt { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public DateOnly? AnsweredOn { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public DateOnly? ClosedOn { get; private set; }
    public int ReopenedCount { get; private set; }

    public string? Source { get; private set; }
    public string? ExternalId { get; private set; }

    /// <summary>The policy version that is promised: that of the filing, or one applied since; null for imported tickets.</summary>
    public int? PolicyVersionId { get; private set; }

    /// <summary>The regime of law that it stands under; null: Ley 1755, which was the only one.</summary>
    public string? Regime { get; private set; }

    /// <summary>The calendar version that its legal term is promised on; null: the first there was.</summary>
    public int? LegalCalendarVersionId { get; private set; }

    /// <summary>Sequence of the last event; the optimistic concurrency token.</summary>
    public int Version { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Which others say nearly the same; null until the log is read that far, and where nobody asked for it. Not of the ticket's own state.</summary>
    public TextSignature? Signature { get; private set; }

    public IReadOnlyList<Deadline> Deadlines => _deadlines;
    public IReadOnlyList<Pause> Pauses => _pauses;

    /// <summary>The events recorded since it was loaded, or all of them when it was loaded with its log.</summary>
    public IReadOnlyList<LoggedEvent> Events => _events;

    public bool IsOpen => Status.IsOpen();

    /// <summary>Closed, or ended without an answer: nothing more is said to the petitioner unless it is opened again.</summary>
    public bool IsOver => Status > TicketStatus.Answered;

    /// <summary>Builds the state again from its log alone.</summary>
    public static Ticket Rebuild(IEnumerable<LoggedEvent> log, SlaBook book)
    {
        var ticket = new Ticket();
        foreach (var line in log.OrderBy(line => line.Sequence))
        {
            ticket.Take(line);
            TicketClocks.Follow(ticket, line, book);
            ticket.LookAtSteps(line.At, book);
        }

        return ticket;
    }

    /// <summary>Lower case, accents off: what is typed and what is searched meet here.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in Whole(text).Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(letter));
        return folded.ToString();
    }

    /// <summary>Half of a character has no normal form: it is replaced, as everywhere that text leaves the process.</summary>
    private static string Whole(string text) =>
        text.Any(char.IsSurrogate) ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;

    internal List<Deadline> Clocks => _deadlines;
    internal List<Pause> Holes => _pauses;

    private Decision Record(TicketEvent happened, Moment now, SlaBook book)
    {
        var line = new LoggedEvent
        {
            Sequence = Version + 1,
            At = now.At,
            On = now.On,
            ByKind = now.By.Kind,
            ByStaffId = now.By.StaffId,
            ByName = now.By.Name,
            Event = happened,
        };
        Take(line);
        TicketClocks.Follow(this, line, book);
        LookAtSteps(now.At, book);
        _events.Add(line);
        if (SnoozedUntil is not null && WakesBy(happened) is { } cause) Record(new TicketEvent.Woken(cause), now with { By = Actor.Desk }, book);
        if (HoldsBy(happened) is { } held) HoldSend(held, null, book, now);
        return Decision.Ok;
    }

    private static string Tidy(string? text) => text?.Trim().ReplaceLineEndings("\n") ?? "";
}
