using PqrsDesk.Domain.Care;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Casework.Care;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Casework;

/// <summary>One ticket as its page shows it.</summary>
/// <param name="Version">Sequence of the last event: what a person has before their eyes.</param>
/// <param name="AsOf">When the clocks were read.</param>
public sealed record TicketSight(
    long Id,
    string Number,
    TicketKind Kind,
    string Subject,
    string? Topic,
    Channel Channel,
    TicketStatus Status,
    Priority Priority,
    int AreaId,
    string Area,
    int? OwnerId,
    string? Owner,
    PetitionerSight Petitioner,
    DateTimeOffset FiledAt,
    DateTimeOffset? NextDueAt,
    int Version,
    DateTimeOffset AsOf)
{
    /// <summary>The queue of its area that it is in; null: none.</summary>
    public int? WorkQueueId { get; init; }
    public string? WorkQueue { get; init; }

    /// <summary>Its area has queues that it could be in.</summary>
    public bool HasQueues { get; init; }

    /// <summary>Why it is where it is; null: nothing is to be explained.</summary>
    public RoutingTrace? Routing { get; init; }
    public IReadOnlyList<DeadlineSight> Deadlines { get; init; } = [];
    public IReadOnlyList<PauseSight> Pauses { get; init; } = [];

    /// <summary>Since when it waits for a lead to look at it.</summary>
    public DateTimeOffset? FlaggedAt { get; init; }

    /// <summary>Until when it is set aside; null: it is not.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>Null for a case without a legal term.</summary>
    public LegalSight? Legal { get; init; }

    /// <summary>The regime that it stands under, and those that it can be put under instead.</summary>
    public LegalRegime? Regime { get; init; }
    public IReadOnlyList<LegalRegime> OtherRegimes { get; init; } = [];

    /// <summary>The date that legal terms count from, where it is not the filing's own.</summary>
    public DateOnly? EffectiveOn { get; init; }
    public IReadOnlyList<TimelineLine> Timeline { get; init; } = [];
    public IReadOnlyList<AttachmentSight> Files { get; init; } = [];

    /// <summary>The cases that it has to do with.</summary>
    public IReadOnlyList<RelatedTicket> Related { get; init; } = [];

    /// <summary>Those that are answered with it.</summary>
    public IEnumerable<RelatedTicket> Absorbed => Related.Where(other => other.How == Relation.Absorbed);
    public RelatedTicket? Survivor => Related.FirstOrDefault(other => other.How == Relation.Into);
    /// <summary>Null: it came by no network's conversation.</summary>
    public ConversationSight? Conversation { get; init; }

    public MailsSight Mails { get; init; } = new([], [], null);

    /// <summary>Tags, tasks, fields of the house and time: null where there is nothing of it.</summary>
    public CaseFile? CaseFile { get; init; }

    /// <summary>The product or platform it is about.</summary>
    public string? Product { get; init; }

    /// <summary>The contract that it stands on; null: none.</summary>
    public int? ContractId { get; init; }

    /// <summary>What the rules of words would put it under, while it is under nothing.</summary>
    public Suggestion<TopicChoice>? SuggestedTopic { get; init; }

    /// <summary>The area that answers for its topic, where it is another than the case's.</summary>
    public SuggestedArea? TopicArea { get; init; }

    /// <summary>What its kind asks for and it lacks.</summary>
    public IReadOnlyList<RequiredField> Missing { get; init; } = [];

    /// <summary>The same petitioner's other tickets, newest first.</summary>
    public IReadOnlyList<OtherTicket> Others { get; init; } = [];

    /// <summary>The steps of good care, as its log shows them.</summary>
    public CareSight Care { get; init; } = CareSight.Empty;

    /// <summary>Its answer before it is sent.</summary>
    public ReviewSight Review { get; init; } = ReviewSight.Nothing;

    public bool IsOpen => Status.IsOpen();

    /// <summary>What is answered waits for nobody.</summary>
    public bool IsFlagged => IsOpen && FlaggedAt is not null;

    /// <summary>Something here is for a lead to look at.</summary>
    public bool WantsReview => IsFlagged || Pauses.Any(pause => pause.WantsReview);
}

/// <param name="Name">Null: anonymous, or reserved.</param>
public sealed record PetitionerSight(int? Id, string? Name, string? Document, string? Email, string? Telephone, string? Customer, ServiceLevel? Level)
{
    /// <summary>There is somebody, who is kept from this page: no number, name, document or address is in it.</summary>
    public bool Reserved { get; init; }
    public PersonKind? Person { get; init; }
    public string? Address { get; init; }
    public string? Municipality { get; init; }
    public AnswerChannel? AnswerChannel { get; init; }
    public string? AnswerTo { get; init; }

    /// <summary>What they said of themselves, of their own free will.</summary>
    public AttentionGroups? Attention { get; init; }

    /// <summary>The version of the data policy that they agreed to.</summary>
    public DataConsent? Consent { get; init; }
    public string? Branch { get; init; }

    /// <summary>Of <see cref="Customer"/>, where its page is.</summary>
    public int? CustomerId { get; init; }
}

/// <summary>A time for which the clocks stood still.</summary>
public sealed record PauseSight(
    PauseReason Reason, string? Cause, string? By, string? EndedBy, DateTimeOffset From, DateTimeOffset? To, int? UsedPercent, bool PetitionerWaited, bool WantsReview);

/// <summary>One line of the log.</summary>
public sealed record TimelineLine(int Sequence, DateTimeOffset At, ActorKind ByKind, int? ByStaffId, string ByName, TicketEvent Event)
{
    /// <summary>What happened, as one sentence.</summary>
    public string In(EventWords words) => words.Say(Event, ByKind, ByName, ByStaffId);
}

/// <param name="Threat">What was found in it.</param>
/// <param name="Of">Radicado of the case that is answered with this one, whose file it is; null: it is on this one.</param>
public sealed record AttachmentSight(Guid Id, string Name, long Bytes, FileScan Scan, string? Threat, string? Of = null);

public sealed record OtherTicket(string Number, TicketKind Kind, string Subject, TicketStatus Status);

/// <summary>One promise and how much of it is used.</summary>
/// <param name="Due">While paused, null: it moves on with the pause.</param>
/// <param name="Used">Business minutes or business days, by <paramref name="Unit"/>; 0 for a fixed instant.</param>
/// <param name="Share">Of the time promised, from 0 to 1.</param>
public sealed record DeadlineSight(
    long Id,
    DeadlineKind Kind,
    DeadlineState State,
    DeadlineUnit Unit,
    int Amount,
    int Used,
    double Share,
    DateTimeOffset StartedAt,
    DateTimeOffset? Due,
    DateOnly? LastDay,
    DateTimeOffset? SettledAt,
    DateTimeOffset? BreachedAt)
{
    public DateTimeOffset? AtRiskFrom => AtRisk.From(StartedAt, Due);
}

/// <summary>The rule of law that the case stands under, and the acts that it is open to, each with the last day for it.</summary>
/// <param name="Rule">In the version it was promised.</param>
/// <param name="LastDay">Of the term as it stands; null while it is suspended.</param>
/// <param name="ExtensionUntil">The latest date that an extension can announce; null when none can be.</param>
/// <param name="CompletionUntil">Null when the petitioner cannot be asked to complete any more, or was asked.</param>
/// <param name="CompletionDue">The petitioner's last day to complete; null when nothing was asked.</param>
/// <param name="TransferUntil">Null when the rule names no day for it.</param>
public sealed record LegalSight(
    LegalDefinition Rule, int RuleVersion,
    DateOnly? LastDay, DateOnly? ExtensionUntil, DateOnly? CompletionUntil, DateOnly? CompletionDue, bool MayWithdrawTacitly, DateOnly? TransferUntil);

/// <summary>What a page is told of its ticket; null when there is none of that number.</summary>
public sealed record TicketAnswer(TicketSight? Ticket);
