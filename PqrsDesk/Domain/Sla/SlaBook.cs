using System.Collections.Frozen;
using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Care;
using PqrsDesk.Domain.CaseFiles;
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

    // Of hundreds of contracts one customer has a few: the others are not walked past.
    private readonly FrozenDictionary<int, SlaTerms[]> _ofContracts;
    private readonly FrozenDictionary<int, SlaTerms[]> _byContract;
    private readonly SlaTerms[] _general;
    private readonly FrozenDictionary<string, SlaTerms> _current;

    /// <exception cref="ArgumentException">A definition is wrong, or there is no legal calendar.</exception>
    public SlaBook(IEnumerable<CalendarVersion> calendars, IEnumerable<SlaPolicy> policies, LegalBook? law = null, CareBook? care = null)
        : this([.. calendars], [.. policies], null, null, law ?? LegalBook.Shipped, care ?? CareBook.AsksNothing)
    {
    }

    private SlaBook(List<CalendarVersion> calendars, List<SlaPolicy> policies, SlaChange? change, SlaBook? before, LegalBook law, CareBook care)
    {
        (Law, Care) = (law, care);
        Calendars = calendars;
        _calendars = calendars.ToFrozenDictionary(
            version => version.Id,
            version => before?._calendars.GetValueOrDefault(version.Id) ?? BusinessCalendar.From(version.Definition));
        _terms = policies.ToFrozenDictionary(policy => policy.Id, policy => new SlaTerms(policy, _calendars[policy.CalendarVersionId]));
        CurrentCalendars = [.. calendars.Where(version => change?.Calendar?.Key == version.Key ? version.Id == change.Calendar.Id : version.IsCurrent).OrderBy(version => version.Id)];
        Current = [.. policies.Where(policy => change?.Of(policy.Key) is { } made ? policy.Id == made.Id : policy.IsCurrent)
            .OrderBy(policy => policy.Definition.ContractId is null).ThenBy(policy => policy.Order).ThenBy(policy => policy.Key, StringComparer.Ordinal).Select(policy => _terms[policy.Id])];
        _current = Current.ToFrozenDictionary(terms => terms.Policy.Key, StringComparer.Ordinal);
        _general = [.. Current.Where(terms => terms.Policy.Definition.ContractId is null)];
        _ofContracts = Current.Where(terms => terms.Policy.Definition.ContractId is not null)
            .SelectMany(terms => terms.Policy.Definition.Customers, (terms, customer) => (terms, customer))
            .GroupBy(each => each.customer).ToFrozenDictionary(each => each.Key, each => each.Select(one => one.terms).ToArray());
        _byContract = Current.Where(terms => terms.Policy.Definition.ContractId is not null)
            .GroupBy(terms => terms.Policy.Definition.ContractId!.Value).ToFrozenDictionary(each => each.Key, each => each.ToArray());
        LegalCalendarVersionId = CurrentCalendar(CalendarVersion.LegalKey)?.Id
            ?? throw new ArgumentException("There is no current calendar for legal terms.", nameof(calendars));
        FirstLegalCalendarVersionId = calendars.Where(version => version.Key == CalendarVersion.LegalKey).MinBy(version => version.Version)!.Id;
    }

    /// <summary>The rules of law, and how the desk files.</summary>
    public LegalBook Law { get; }

    /// <summary>What the steps of good care ask for, as it holds now.</summary>
    public CareBook Care { get; }

    /// <summary>What the house asks of its cases.</summary>
    public FieldBook Fields { get; private set; } = FieldBook.Empty;

    /// <summary>All versions of all calendars.</summary>
    public IReadOnlyList<CalendarVersion> Calendars { get; }

    public IReadOnlyList<CalendarVersion> CurrentCalendars { get; }

    /// <summary>The policies that new tickets may be promised, in the order in which they are tried: those of contracts before the general ones.</summary>
    public IReadOnlyList<SlaTerms> Current { get; }

    /// <summary>Those of them that somebody wrote.</summary>
    public IReadOnlyList<SlaTerms> General => _general;

    /// <summary>The one that is left for everybody: who is told at which share of the time is said by it, for contracts too. Null: there is none.</summary>
    public PolicyDefinition? House => _general.LastOrDefault(terms => !terms.Policy.Definition.IsRetired)?.Policy.Definition;

    /// <summary>All versions of all policies.</summary>
    public IEnumerable<SlaTerms> AllTerms => _terms.Values;

    /// <summary>The calendar that legal terms are promised on from now on.</summary>
    public int LegalCalendarVersionId { get; }

    /// <summary>The calendar that legal terms were promised on before tickets kept its number.</summary>
    public int FirstLegalCalendarVersionId { get; }

    /// <summary>The desk's own zone, by which it dates things.</summary>
    public TimeZoneInfo Zone => Calendar(LegalCalendarVersionId).Zone;

    /// <summary>When people are at the desk: the hours that end its day where it names them, else those of the promise that is left for everybody.</summary>
    public BusinessCalendar Hours =>
        Law.Practice.HoursKey is { } key && CurrentCalendar(key) is { } named ? Calendar(named.Id)
        : _general.Length > 0 ? _general[^1].Calendar
        : Calendar(LegalCalendarVersionId);

    public BusinessCalendar Calendar(int versionId) => _calendars[versionId];

    public SlaTerms Terms(int policyVersionId) => _terms[policyVersionId];

    /// <summary>Null: another node stored it a moment ago.</summary>
    public SlaTerms? Find(int policyVersionId) => _terms.GetValueOrDefault(policyVersionId);

    /// <summary>Whether the versions that a ticket was promised are in this book.</summary>
    public bool Knows(Ticket ticket) =>
        (ticket.PolicyVersionId is not { } policy || _terms.ContainsKey(policy))
        && ticket.Deadlines.All(deadline => (deadline.CalendarVersionId is not { } calendar || _calendars.ContainsKey(calendar))
            && (deadline.LegalRuleId is not { } rule || Law.Knows(rule)));

    public CalendarVersion? CurrentCalendar(string key) => CurrentCalendars.FirstOrDefault(version => version.Key == key);

    public SlaTerms? CurrentTerms(string key) => _current.GetValueOrDefault(key);

    /// <summary>The first current policy that matches; null when none does.</summary>
    public SlaTerms? Choose(PolicyFacts facts) => ChooseOfContract(facts) ?? First(_general, facts);

    /// <summary>The policy of the contract that something like this stands on; null when it stands on none.</summary>
    public SlaTerms? ChooseOfContract(PolicyFacts facts) =>
        facts.CustomerId is { } customer && _ofContracts.TryGetValue(customer, out var agreed) ? First(agreed, facts) : null;

    private static SlaTerms? First(SlaTerms[] among, PolicyFacts facts)
    {
        foreach (var terms in among)
            if (terms.Policy.Definition.Applies(facts)) return terms;
        return null;
    }

    /// <summary>The current policies that follow from a contract.</summary>
    public IReadOnlyList<SlaTerms> OfContract(int contractId) => _byContract.GetValueOrDefault(contractId, []);

    /// <summary>The date that legal terms of something filed now count from.</summary>
    public DateOnly EffectiveOn(DateTimeOffset filedAt) => Law.Practice.EffectiveOn(
        filedAt, Calendar(LegalCalendarVersionId), Law.Practice.HoursKey is { } key && CurrentCalendar(key) is { } hours ? Calendar(hours.Id) : null);

    public DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    /// <summary>This book as it would be with a change, for trying it: nothing is stored.</summary>
    public SlaBook With(SlaChange change) => new(
        change.Calendar is { } made ? [.. Calendars, made] : [.. Calendars],
        [.. _terms.Values.Select(terms => terms.Policy), .. change.Policies], change, this, Law, Care);

    /// <summary>This book with other fields; all else is shared.</summary>
    public SlaBook With(FieldBook fields)
    {
        if (ReferenceEquals(fields, Fields)) return this;
        var other = (SlaBook)MemberwiseClone();
        other.Fields = fields;
        return other;
    }

    /// <summary>This book with other rules of care.</summary>
    public SlaBook With(CareBook care) => new([.. Calendars], [.. _terms.Values.Select(terms => terms.Policy)], null, this, Law, care);
}
