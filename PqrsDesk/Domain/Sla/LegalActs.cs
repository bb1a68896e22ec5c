using PqrsDesk.Domain.Calendars;

namespace PqrsDesk.Domain.Sla;

/// <summary>Until when each act of law can be done on a case, by its own rule.</summary>
public static class LegalActs
{
    /// <summary>The latest date that an extension can announce; null when the rule gives none.</summary>
    public static DateOnly? ExtensionUntil(this LegalDefinition rule, Deadline term, DateOnly from, BusinessCalendar legal) =>
        rule.Extension is { } most && term.Unit.IsTerm() ? term.Unit.LastDay(legal, from, term.Amount + most) : null;

    /// <summary>The last day for asking the petitioner to complete; null when the rule gives no such act.</summary>
    public static DateOnly? CompletionUntil(this LegalDefinition rule, DateOnly filedOn, BusinessCalendar legal) =>
        rule is { CompletionDays: { } days, CompletionMonths: not null } ? legal.AddBusinessDays(filedOn, days) : null;

    /// <summary>The last day for sending the case to the competent authority in time; null when the rule names none.</summary>
    public static DateOnly? TransferUntil(this LegalDefinition rule, DateOnly filedOn, BusinessCalendar legal) =>
        rule.TransferDays is { } days ? legal.AddBusinessDays(filedOn, days) : null;
}
