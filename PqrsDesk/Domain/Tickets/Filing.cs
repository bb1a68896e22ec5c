using System.Text.Json.Serialization;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Routing;

namespace PqrsDesk.Domain.Tickets;

/// <summary>What a petitioner brings, as it is registered.</summary>
public sealed record Filing
{
    public const int SubjectLimit = 200;
    public const int DescriptionLimit = 20_000;
    public const int TopicLimit = 120;
    public const int ReasonLimit = 500;
    public const int LanguageLimit = 3;

    private const AttentionGroups AnyGroup = (AttentionGroups)127;

    public required TicketKind Kind { get; init; }
    public required string Subject { get; init; }
    public required string Description { get; init; }
    public required Channel Channel { get; init; }
    public required int AreaId { get; init; }
    public Urgency Urgency { get; init; } = Urgency.Medium;
    public Impact Impact { get; init; } = Impact.Medium;

    /// <summary>Touches security: high at once.</summary>
    public bool TouchesSecurity { get; init; }

    /// <summary>A priority other than the matrix gives; it needs a reason.</summary>
    public Priority? PriorityOverride { get; init; }
    public string? PriorityReason { get; init; }

    /// <summary>What it is about, in the entity's own list of topics.</summary>
    public string? Topic { get; init; }

    /// <summary>Which rules of words put it there by themselves; null: a person did, or nobody.</summary>
    public IReadOnlyList<SuggestionReason>? TopicWhy { get; init; }

    /// <summary>The product or platform it is about, in the entity's own list.</summary>
    public string? Product { get; init; }

    /// <summary>In which language it was written, as its primary tag (RFC 5646): <c>es</c>, <c>en</c>. Null: not known.</summary>
    public string? Language { get; init; }

    /// <summary>Null: anonymous.</summary>
    public int? PetitionerId { get; init; }
    public string? PetitionerName { get; init; }

    /// <summary>There is a petitioner, and no name: the log is read by those it is kept from.</summary>
    public bool ReservedIdentity { get; init; }

    /// <summary>How the petitioner wants the answer; null: not asked.</summary>
    public AnswerChannel? AnswerChannel { get; init; }

    /// <summary>Where to, as it was given with this filing: an address, a telephone. Null: as the contact says, and always so with a reserved identity.</summary>
    public string? AnswerTo { get; init; }

    /// <summary>Null: nothing was said.</summary>
    public AttentionGroups? Attention { get; init; }

    /// <summary>Null: not asked, or nothing personal was given.</summary>
    public DataConsent? Consent { get; init; }

    /// <summary>The branch whose poster led here.</summary>
    public int? BranchId { get; init; }
    public int? CustomerId { get; init; }

    /// <summary>The queue of its area that the rules put it in; null: none.</summary>
    public int? WorkQueueId { get; init; }

    /// <summary>How a petition that was spoken was taken down; null: it came written.</summary>
    public VerbalRecord? Verbal { get; init; }

    /// <summary>The paper out of a suggestion box that it was; else null.</summary>
    public PaperRecord? Paper { get; init; }

    /// <summary>The regime of law it is filed under, of those that the desk offers; null: the desk's own.</summary>
    public string? Regime { get; init; }

    /// <summary>The override, or what the matrix gives.</summary>
    [JsonIgnore]
    public Priority Priority => PriorityOverride ?? PriorityMatrix.Of(Kind, Urgency, Impact, TouchesSecurity);

    /// <summary>Whether it is the primary tag of a language.</summary>
    public static bool IsLanguage(string tag) => tag.Length is >= 2 and <= LanguageLimit && tag.All(char.IsAsciiLetterLower);

    /// <summary>Null when it can be filed.</summary>
    public Refusal? Refuse() =>
        !Enum.IsDefined(Kind) ? new(RefusalCode.KindUnknown, nameof(Kind))
        : !Enum.IsDefined(Channel) ? new(RefusalCode.ChannelUnknown, nameof(Channel))
        : !Enum.IsDefined(Urgency) ? new(RefusalCode.UrgencyUnknown, nameof(Urgency))
        : !Enum.IsDefined(Impact) ? new(RefusalCode.ImpactUnknown, nameof(Impact))
        : PriorityOverride is { } priority && !Enum.IsDefined(priority) ? new Refusal(RefusalCode.PriorityUnknown, nameof(PriorityOverride))
        : string.IsNullOrWhiteSpace(Subject) ? new(RefusalCode.SubjectMissing, nameof(Subject))
        : Texts.TooLong(Subject, SubjectLimit, nameof(Subject))
        ?? (string.IsNullOrWhiteSpace(Description) ? new Refusal(RefusalCode.TextMissing, nameof(Description)) : null)
        ?? Texts.TooLong(Description, DescriptionLimit, nameof(Description))
        ?? (AnswerChannel is { } way && !Enum.IsDefined(way) ? new Refusal(RefusalCode.AnswerChannelUnknown, nameof(AnswerChannel)) : null)
        ?? Texts.TooLong(AnswerTo, Contact.AddressLimit, nameof(AnswerTo))
        ?? ((Attention & ~AnyGroup) > 0 ? new Refusal(RefusalCode.AttentionUnknown, nameof(Attention)) : null)
        ?? Texts.TooLong(Topic, TopicLimit, nameof(Topic))
        ?? Texts.TooLong(Product, Catalogue.Product.NameLimit, nameof(Product))
        ?? (Language is { } tag && !IsLanguage(tag) ? new Refusal(RefusalCode.LanguageUnknown, nameof(Language)) : null)
        ?? Texts.TooLong(PriorityReason, ReasonLimit, nameof(PriorityReason))
        ?? (PriorityOverride is { } wanted && wanted != PriorityMatrix.Of(Kind, Urgency, Impact, TouchesSecurity) && string.IsNullOrWhiteSpace(PriorityReason)
            ? new Refusal(RefusalCode.PriorityReasonMissing, nameof(PriorityReason))
            : Verbal?.Refuse(Channel) ?? Paper?.Refuse());
}

/// <summary>What an imported ticket keeps of its life elsewhere.</summary>
/// <param name="Source">The system it came from, part of its identity there.</param>
/// <param name="DueAt">The due instant that was promised there.</param>
public sealed record ImportedFacts(string Source, string ExternalId, DateTimeOffset? DueAt);
