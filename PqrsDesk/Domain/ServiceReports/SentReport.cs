namespace PqrsDesk.Domain.ServiceReports;

public enum ReportState
{
    /// <summary>The desk made it ready, and a lead has to look at it.</summary>
    Draft = 1,

    /// <summary>Its letters stand in the outbox; how far each came is said there.</summary>
    Sent = 2,

    /// <summary>A lead decided that it does not go.</summary>
    Discarded = 3,
}

/// <summary>A customer's report as it was sent: what it said stays as it was, whatever becomes of the data.</summary>
public sealed class SentReport
{
    public const int SubjectLimit = 200;
    public const int TextLimit = 4_000;
    public const int ByLimit = 150;

    public int Id { get; private set; }
    public required int CustomerId { get; init; }

    /// <summary>First day of the month.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>Of the form that sent it: the same form twice is one report.</summary>
    public required Guid Key { get; init; }

    /// <summary>The desk made it by itself; of each month once.</summary>
    public required bool Automatic { get; init; }
    public required ReportState State { get; set; }
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When it was sent or discarded, and by whom; null while it waits.</summary>
    public DateTimeOffset? DecidedAt { get; set; }
    public string? DecidedBy { get; set; }
    public required string Language { get; set; }
    public required string Subject { get; set; }
    public required string Text { get; set; }

    /// <summary>Null while it waits: what is sent is what holds when it is sent.</summary>
    public ReportFigures? Figures { get; set; }
    public string? Remarks { get; set; }
    public IReadOnlyList<ActionLine>? Actions { get; set; }

    /// <summary>The same on all nodes: the month that the desk makes by itself is made once, also where two of them think of it.</summary>
    public static Guid AutomaticKey(int customerId, DateOnly month) => new(customerId, (short)month.Year, (short)month.Month, new byte[8]);

    /// <summary>The page that went with it, whole.</summary>
    public string? Page { get; set; }
    public IReadOnlyList<ReportRecipient> Recipients { get; set; } = [];
}
