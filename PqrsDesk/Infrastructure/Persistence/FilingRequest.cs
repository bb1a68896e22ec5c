using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>Which area a filing goes to. Only one that is open to filings is found.</summary>
public abstract record AreaChoice
{
    private AreaChoice()
    {
    }

    public sealed record Numbered(int Id) : AreaChoice;

    public sealed record Named(string Name) : AreaChoice;

    /// <summary>Nobody chose: the rules of routing do, else the topic, else it is the desk's first area.</summary>
    public sealed record Routed : AreaChoice;
}

/// <summary>What somebody brings to the door.</summary>
/// <param name="Petitioner">Tidied.</param>
/// <param name="Files">Already on disk; the caller removes them again when it is refused.</param>
public sealed record FilingRequest(Filing Filing, AreaChoice Area, PetitionerDetails Petitioner, Actor By, IReadOnlyList<StoredFile> Files)
{
    /// <summary>That decides which of the house's required fields it is refused for, and whether a rule of words may put it under a topic.</summary>
    public FilledBy FilledBy { get; init; }

    /// <summary>What was said of the house's own fields, by their numbers; null: nobody was asked for them, and none is required.</summary>
    public IReadOnlyDictionary<int, string?>? Fields { get; init; }

    /// <summary>The same, as the door read it.</summary>
    internal IReadOnlyList<FiledField> Said { get; init; } = [];

    /// <summary>What of them it lacks, as the door found it.</summary>
    internal Refusal? Lacks { get; init; }

    /// <summary>Null: it is filed as often as it comes.</summary>
    public FormSeal? Form { get; init; }

    /// <summary>The tracking code that it will have; the door sees to it.</summary>
    internal TrackingCode? Code { get; init; }

    /// <summary>The same for the letter that tells it; null where none is sent.</summary>
    internal string? SealedCode { get; init; }

    /// <summary>What else is written in the transaction of the filing. Quick: others stand in line behind it. Begun anew with each try.</summary>
    public Func<DeskDb, Ticket, Task>? Along { get; init; }
}

/// <summary>What the petitioner is told at once.</summary>
/// <param name="AnswerBy">The last day of the legal term; null when there is none, or when it is counted in hours.</param>
/// <param name="AnswerDueAt">The instant at which a legal term in clock hours ends.</param>
/// <param name="Code">Told here and never again.</param>
/// <param name="EffectiveOn">The date that legal terms count from, where it is not the filing's own.</param>
public sealed record Receipt(
    long TicketId, string Number, TrackingCode Code, DateTimeOffset FiledAt, Priority Priority, DateTimeOffset? NextDueAt, DateOnly? AnswerBy,
    DateTimeOffset? AnswerDueAt = null, DateOnly? EffectiveOn = null)
{
    internal static Receipt Of(Ticket ticket, TrackingCode code)
    {
        var legal = ticket.Deadlines.FirstOrDefault(deadline => deadline.Kind == DeadlineKind.LegalAnswer);
        return new Receipt(ticket.Id, ticket.Number, code, ticket.FiledAt, ticket.Priority, ticket.NextDueAt, legal?.LastDay,
            legal is { LastDay: null } ? legal.DueAt : null, ticket.EffectiveFiledOn == ticket.FiledOn ? null : ticket.EffectiveFiledOn);
    }
}

/// <summary>A ticket as it was just written, with the names that stand beside it.</summary>
/// <param name="Petitioner">As the desk knows the person; null: anonymous.</param>
/// <param name="Routing">What the rules said of it.</param>
public sealed record FiledTicket(Ticket Ticket, Area Area, Contact? Petitioner, Customer? Customer, TrackingCode Code, RoutingOutcome Routing)
{
    /// <summary>What the house's own fields say, by their keys.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>Of the contract that promises it; null: none does.</summary>
    public string? ContractNumber { get; init; }
}

/// <summary>A receipt, or why there is none: it was refused, or the same had been filed before.</summary>
public sealed record FilingOutcome(Receipt? Receipt, Refusal? Refusal)
{
    /// <summary>Where there is a receipt: what was written.</summary>
    public FiledTicket? Filed { get; private init; }

    /// <summary>What came with the same key before; nothing new was written.</summary>
    public SentForm? EarlierForm { get; private init; }

    /// <summary>The ticket that it was filed as.</summary>
    public long? EarlierTicketId => EarlierForm?.TicketId;

    public static FilingOutcome Earlier(SentForm form) => new(null, null) { EarlierForm = form };

    public static implicit operator FilingOutcome(Refusal refusal) => new(null, refusal);

    public static implicit operator FilingOutcome(FiledTicket filed) => new(Receipt.Of(filed.Ticket, filed.Code), null) { Filed = filed };
}
