using PqrsDesk.Domain.Customers;

namespace PqrsDesk.Domain.ServiceReports;

/// <summary>How a customer gets its report: to whom, in which language, and whether by itself.</summary>
public sealed class ReportPractice
{
    /// <summary>Business days of the next month from which a day can be chosen.</summary>
    public const int LatestDay = 15;
    public const int RecipientsLimit = 20;
    public const int LanguageLimit = 2;

    public int Id { get; private set; }
    public required int CustomerId { get; init; }

    /// <summary>Numbers of people of the customer.</summary>
    public IReadOnlyList<int> Recipients { get; set; } = [];

    /// <summary>es or en.</summary>
    public string Language { get; set; } = "es";

    /// <summary>Whether it is sent each month by itself.</summary>
    public bool Monthly { get; set; }

    /// <summary>On which business day of the next month, from 1.</summary>
    public int BusinessDay { get; set; } = 5;

    /// <summary>A lead looks at it before it goes.</summary>
    public bool NeedsApproval { get; set; } = true;

    /// <summary>Since when it goes by itself: what was due before that day is not made up for.</summary>
    public DateOnly? MonthlySince { get; set; }
}

/// <summary>Somebody who gets the report.</summary>
public sealed record ReportRecipient(int ContactId, string Name, string Address);
