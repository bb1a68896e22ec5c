using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Sla;

/// <summary>What a rule of law says: which cases it answers to, how long they may take, and what each act of law on them may.</summary>
/// <remarks>Stored as JSON: what came in later has a default, so that earlier versions are still read.</remarks>
public sealed record LegalDefinition
{
    public const int RegimeLimit = 30;
    public const int NameLimit = 120;
    public const int SourceLimit = 200;
    public const int NoteLimit = 300;

    /// <summary>The pack it belongs to, by the country's two letters: <c>CO</c>, <c>PE</c>.</summary>
    public required string Country { get; init; }

    /// <summary>Such as <c>ley1755</c>. A case stands under one regime, and the first rule of it that matches is its own.</summary>
    public required string Regime { get; init; }
    public required string RegimeName { get; init; }

    /// <summary>In Spanish, as the law calls it.</summary>
    public required string Name { get; init; }

    /// <summary>Empty: any kind.</summary>
    public IReadOnlyList<TicketKind> Kinds { get; init; } = [];

    /// <summary>Empty: any priority.</summary>
    public IReadOnlyList<Priority> Priorities { get; init; } = [];

    /// <summary>The rules of a regime are tried in this order.</summary>
    public int Order { get; init; } = 1;

    /// <summary>Days, months, or minutes of the clock, by <see cref="Unit"/>.</summary>
    public required int Amount { get; init; }
    public DeadlineUnit Unit { get; init; } = DeadlineUnit.BusinessDays;

    /// <summary>The most that an extension (prórroga) may add, in the same unit; null when the law gives none.</summary>
    public int? Extension { get; init; }

    /// <summary>Business days from the filing in which the petitioner may be asked to complete; null when the law gives no such act.</summary>
    public int? CompletionDays { get; init; }

    /// <summary>Months that the petitioner then has.</summary>
    public int? CompletionMonths { get; init; }

    /// <summary>Business days from the filing for sending it to the competent authority; null when the law names none.</summary>
    public int? TransferDays { get; init; }
    public LegalSilence Silence { get; init; }

    /// <summary>The citation.</summary>
    public required string Source { get; init; }

    /// <summary>False: read in a secondary source or from memory; a lawyer has to confirm it, and the product says so beside it.</summary>
    public bool IsConfirmed { get; init; } = true;

    /// <summary>What is to be confirmed, or who confirmed it.</summary>
    public string? Note { get; init; }

    /// <summary>The first effective filing date that it answers to, and the last one; without an end, null.</summary>
    public required DateOnly ValidFrom { get; init; }
    public DateOnly? ValidTo { get; init; }

    public bool Matches(TicketKind kind, Priority priority) =>
        (Kinds.Count == 0 || Kinds.Contains(kind)) && (Priorities.Count == 0 || Priorities.Contains(priority));
}

/// <summary>What follows when the term passes without an answer.</summary>
public enum LegalSilence
{
    /// <summary>Nothing that the rule names.</summary>
    None = 0,

    /// <summary>The answer is still owed; being late is a fault.</summary>
    StillOwed = 1,

    /// <summary>The request is taken as accepted, and what was asked for is handed over.</summary>
    Accepted = 2,

    /// <summary>Positive administrative silence, by operation of law.</summary>
    Positive = 3,

    /// <summary>A serious indication against the firm.</summary>
    Indication = 4,

    /// <summary>The petitioner may go to the supervising authority.</summary>
    Supervisor = 5,
}
