using System.Collections.Frozen;
using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Sla;

/// <summary>A policy version with the calendar it counts on.</summary>
public sealed record SlaTerms(SlaPolicy Policy, BusinessCalendar Calendar)
{
    public Target For(Priority priority) => Policy.Definition.Targets[priority];
}

/// <summary>Every version of every policy and calendar, as they stood when it was read. Immutable, shared by all.</summary>
public sealed class SlaBook
{
    private readonly FrozenDictionary<int, BusinessCalendar> _calendars;
    private readonly FrozenDictionary<int, SlaTerms> _terms;
    private readonly SlaTerms[] _current;

    /// <exception cref="ArgumentException">A definition is wrong, or there is no legal calendar.</exception>
    public SlaBook(IEnumerable<CalendarVersion> calendars, IEnumerable<SlaPolicy> policies)
    {
        var versions = calendars.ToList();
        _calendars = versions.ToFrozenDictionary(version => version.Id, version => BusinessCalendar.From(version.Definition));
        _terms = policies.ToFrozenDictionary(policy => policy.Id, policy => new SlaTerms(policy, _calendars[policy.CalendarVersionId]));
        _current = [.. _terms.Values.Where(terms => terms.Policy.IsCurrent).OrderBy(terms => terms.Policy.Order)];
        LegalCalendarVersionId = (versions.Find(version => version is { Key: CalendarVersion.LegalKey, IsCurrent: true })
            ?? throw new ArgumentException("There is no current calendar for legal terms.", nameof(calendars))).Id;
    }

    /// <summary>The calendar that legal terms are promised on from now on.</summary>
    public int LegalCalendarVersionId { get; }

    /// <summary>The desk's own zone, by which it dates things.</summary>
    public TimeZoneInfo Zone => Calendar(LegalCalendarVersionId).Zone;

    public BusinessCalendar Calendar(int versionId) => _calendars[versionId];

    public SlaTerms Terms(int policyVersionId) => _terms[policyVersionId];

    /// <summary>The first current policy that matches; null when none does.</summary>
    public SlaTerms? Choose(TicketKind kind, ServiceLevel? level) =>
        Array.Find(_current, terms => terms.Policy.Definition.Applies(kind, level));

    public DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);
}
