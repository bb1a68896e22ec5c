using PqrsDesk.Domain.Calendars;

namespace PqrsDesk.Domain.Sla;

/// <summary>What an administrator wants a calendar or a policy to be from now on.</summary>
/// <param name="Key">Of the calendar or the policy.</param>
/// <param name="Seen">The version that was before their eyes; 0 for a new one.</param>
public abstract record SlaEdit(string Key, int Seen)
{
    public sealed record OfCalendar(string Key, int Seen, CalendarDefinition Definition) : SlaEdit(Key, Seen);

    /// <param name="CalendarKey">The calendar that it counts on, by its current version.</param>
    public sealed record OfPolicy(string Key, int Seen, int Order, string CalendarKey, PolicyDefinition Definition) : SlaEdit(Key, Seen);

    /// <summary>All that follows from a change of contracts, of their plans or of what they are for.</summary>
    /// <param name="Policies">Only those that become others.</param>
    public sealed record OfContracts(IReadOnlyList<OfPolicy> Policies) : SlaEdit("contracts", 0)
    {
        /// <summary>As <see cref="SlaChange.Again"/>: open tickets that were left on earlier versions.</summary>
        public IReadOnlyList<string> Again { get; init; } = [];
    }

    /// <summary>The versions that saving it adds; <see cref="SlaEditCheck.Refuse"/> has been asked first.</summary>
    /// <remarks>Their numbers are negative until they are stored.</remarks>
    public SlaChange In(SlaBook book, DateTimeOffset? at = null, string? by = null) => this switch
    {
        OfCalendar calendar => In(book, new CalendarVersion
        {
            Id = -1,
            Key = Key,
            Version = Seen + 1,
            IsCurrent = true,
            Definition = calendar.Definition,
            MadeAt = at,
            MadeBy = by,
        }),
        OfPolicy policy => In(book, Made(policy, -1, book, at, by)),
        OfContracts contracts => new(null, [.. contracts.Policies.Select((policy, index) => Made(policy, -1 - index, book, at, by))]) { Again = contracts.Again },
        _ => throw new InvalidOperationException($"No such edit: {GetType().Name}."),
    };

    /// <summary>What contracts promise is watched as the house watches its own: where that becomes other, theirs comes along, whether they still run or not.</summary>
    private static SlaChange In(SlaBook book, SlaPolicy made)
    {
        var house = book.With(new SlaChange(null, [made])).House;
        return new(null, [made, .. book.Current
            .Where(terms => terms.Policy.Definition.ContractId is not null && !SlaDifference.SameWatch(terms.Policy.Definition, terms.Policy.Definition.WatchedAs(house)))
            .Select((terms, index) => new SlaPolicy
            {
                Id = made.Id - 1 - index,
                Key = terms.Policy.Key,
                Version = terms.Policy.Version + 1,
                Order = terms.Policy.Order,
                CalendarVersionId = terms.Policy.CalendarVersionId,
                IsCurrent = true,
                Definition = terms.Policy.Definition.WatchedAs(house),
                MadeAt = made.MadeAt,
                MadeBy = made.MadeBy,
            })]);
    }

    private static SlaPolicy Made(OfPolicy policy, int id, SlaBook book, DateTimeOffset? at, string? by) => new()
    {
        Id = id,
        Key = policy.Key,
        Version = policy.Seen + 1,
        Order = policy.Order,
        CalendarVersionId = book.CurrentCalendar(policy.CalendarKey)!.Id,
        IsCurrent = true,
        Definition = policy.Definition,
        MadeAt = at,
        MadeBy = by,
    };

    /// <summary>A new version of a calendar brings one of every current policy that counts on it.</summary>
    private static SlaChange In(SlaBook book, CalendarVersion made) => new(made, [.. book.Current
        .Where(terms => book.Calendars.First(version => version.Id == terms.Policy.CalendarVersionId).Key == made.Key)
        .Select((terms, index) => new SlaPolicy
        {
            Id = -1 - index,
            Key = terms.Policy.Key,
            Version = terms.Policy.Version + 1,
            Order = terms.Policy.Order,
            CalendarVersionId = made.Id,
            IsCurrent = true,
            Definition = terms.Policy.Definition,
            MadeAt = made.MadeAt,
            MadeBy = made.MadeBy,
        })]);
}
