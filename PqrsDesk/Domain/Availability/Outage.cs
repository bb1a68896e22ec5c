using PqrsDesk.Domain.Calendars;

namespace PqrsDesk.Domain.Availability;

/// <summary>How much of a service an outage takes.</summary>
public enum OutageReach
{
    Full = 1,
    Partial = 2,
}

/// <summary>Caída, incidente: a product or platform of the house does not work, or not all of it. It gathers the cases about it.</summary>
public sealed partial class Outage
{
    public const int SummaryLimit = 200;
    public const int PublicTextLimit = 2_000;
    public const int CauseLimit = 1_000;
    public const int ReasonLimit = 500;
    public const int UpdateLimit = 2_000;
    public const int ExternalIdLimit = 120;

    /// <summary>Further back nobody looks, and nothing is counted anew.</summary>
    public static readonly TimeSpan Oldest = TimeSpan.FromDays(5 * 366);

    private readonly List<OutageUpdate> _updates = [];

    public int Id { get; private set; }
    public required int ProductId { get; init; }
    public required DateTimeOffset From { get; set; }

    /// <summary>Null: it is under way.</summary>
    public DateTimeOffset? Until { get; set; }
    public required OutageReach Reach { get; set; }

    /// <summary>Of the service that is lost: 100 of a full one.</summary>
    public int Percent { get; private set; } = 100;

    /// <summary>For the house.</summary>
    public required string Summary { get; set; }

    /// <summary>For everybody, on the public page; null: that there is one, and no more.</summary>
    public string? PublicText { get; private set; }
    public string? Cause { get; private set; }

    /// <summary>What is filed about its product while it is under way joins it by itself.</summary>
    public bool JoinsFilings { get; private set; }

    /// <summary>By which a monitor knows it again; null: a person recorded it.</summary>
    public string? ExternalId { get; init; }
    public DateTimeOffset? VoidedAt { get; private set; }

    /// <summary>Grows with each change, so that nobody overwrites another's.</summary>
    public int Version { get; private set; }
    public IReadOnlyList<OutageUpdate> Updates => _updates;

    public bool IsVoid => VoidedAt is not null;

    public bool IsUnderWay => Until is null && VoidedAt is null;

    /// <summary>Until now, while it is under way.</summary>
    public OutageSpan SpanAt(DateTimeOffset now) => new(Id, new Stretch(From, Until ?? now), Percent);
}
