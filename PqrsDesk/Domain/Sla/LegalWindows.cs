using PqrsDesk.Domain.Calendars;

namespace PqrsDesk.Domain.Sla;

/// <summary>Until when each act of law can be done on a case: Ley 1755 of 2015.</summary>
public static class LegalWindows
{
    /// <summary>An extended term is at most so many times the first one (art. 14, paragraph).</summary>
    public const int ExtensionCap = 2;

    /// <summary>Months that the petitioner has to complete (art. 17).</summary>
    public const int CompletionMonths = 1;

    private const int CompletionDays = 10;
    private const int TransferDays = 5;

    /// <summary>The last day for asking the petitioner to complete (art. 17).</summary>
    public static DateOnly CompletionUntil(DateOnly filedOn, BusinessCalendar legal) => legal.AddBusinessDays(filedOn, CompletionDays);

    /// <summary>The last day for sending the case to the competent authority in time (art. 21).</summary>
    public static DateOnly TransferUntil(DateOnly filedOn, BusinessCalendar legal) => legal.AddBusinessDays(filedOn, TransferDays);
}
