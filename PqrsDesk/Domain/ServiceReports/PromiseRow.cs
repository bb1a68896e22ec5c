using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.ServiceReports;

/// <summary>By what a promise was made.</summary>
/// <param name="ContractId">Null: a general policy of the house.</param>
/// <param name="Name">The number of the contract with its plan, or the name of the policy.</param>
public sealed record PromiseSource(int? ContractId, string Name);

/// <summary>One missed promise.</summary>
/// <param name="Number">Null where nobody may be told which case it is.</param>
/// <param name="LateMinutes">In the unit of the promise: business minutes, or minutes of real time.</param>
/// <param name="IsOpen">Still owed at the cut: it is later every minute.</param>
public sealed record MissedPromise(string? Number, DateTimeOffset MissedAt, int LateMinutes, bool IsOpen);

/// <summary>A commitment against its result: one target of one source, with what came of it in the month.</summary>
/// <param name="Kept">By the rules of <see cref="Cut"/>.</param>
public sealed record PromiseRow(PromiseSource Source, DeadlineKind Kind, Priority Priority, DeadlineUnit Unit, int Amount, Timeliness Kept, IReadOnlyList<MissedPromise> Missed)
{
    /// <summary>The platforms that it is of, by name, where one contract promises others something else; else it is of all that the contract is for.</summary>
    public IReadOnlyList<string> Platforms { get; init; } = [];

    /// <summary>When in the month it was promised; empty: in all of it, or to cases of before.</summary>
    public IReadOnlyList<PromisedDays> Days { get; init; } = [];

    private static readonly DeadlineKind[] Reported = [DeadlineKind.FirstResponse, DeadlineKind.NextResponse, DeadlineKind.Resolution];

    public static bool Reports(DeadlineKind kind) => Reported.Contains(kind);

    /// <summary>One row for each target that was due in the month, in the order in which a report shows them.</summary>
    /// <param name="sources">By whom each version of a policy was made.</param>
    /// <param name="platform">The platform that a version of a policy is for; null: it is of no one alone.</param>
    /// <param name="promised">Targets of contracts in force: they stand in the list also when no case came under them.</param>
    /// <param name="late">Working time of the promise from an instant on to another.</param>
    /// <param name="named">Which cases may be told of by their number.</param>
    public static IReadOnlyList<PromiseRow> Of(
        Cut cut, IEnumerable<PromiseFact> facts, Func<int?, PromiseSource> sources, Func<int?, string?> platform, IReadOnlyList<PromiseRow> promised,
        Func<PromiseFact, DateTimeOffset, DateTimeOffset, TimeSpan> late, Func<string, bool> named)
    {
        var rows = (from fact in facts
                    where Reports(fact.Kind)
                    let kept = cut.Kept(fact)
                    where kept is not null
                    group (Fact: fact, Kept: kept.Value) by (Source: sources(fact.PolicyVersionId), fact.Kind, fact.Priority, fact.Unit, fact.Amount) into target
                    select new PromiseRow(
                        target.Key.Source, target.Key.Kind, target.Key.Priority, target.Key.Unit, target.Key.Amount,
                        new Timeliness(
                            target.Count(each => each.Kept),
                            target.Count(each => !each.Kept && !IsOpen(cut, each.Fact)),
                            target.Count(each => !each.Kept && IsOpen(cut, each.Fact))),
                        [.. target.Where(each => !each.Kept).Select(each => Missing(cut, each.Fact, late, named)).OrderBy(each => each.MissedAt).ThenBy(each => each.Number, StringComparer.Ordinal)])
                    {
                        Platforms = Named(target.Select(each => platform(each.Fact.PolicyVersionId)).OfType<string>().Concat(promised.Where(row => row.IsOf(target.Key.Source, target.Key.Kind, target.Key.Priority, target.Key.Amount)).SelectMany(row => row.Platforms))),
                        Days = promised.FirstOrDefault(row => row.IsOf(target.Key.Source, target.Key.Kind, target.Key.Priority, target.Key.Amount))?.Days ?? [],
                    }).ToList();
        rows.AddRange(promised.Where(target => !rows.Exists(row => row.IsOf(target.Source, target.Kind, target.Priority, target.Amount))).ToList());
        var several = rows.GroupBy(row => row.Source).Where(source => source.Select(row => string.Join('\n', row.Platforms)).Distinct().Count() > 1).Select(source => source.Key).ToHashSet();
        return
        [
            .. rows.Select(row => several.Contains(row.Source) ? row : row with { Platforms = [] }).OrderBy(row => row.Source.ContractId is null).ThenBy(row => row.Source.Name, StringComparer.Ordinal)
                .ThenBy(row => Array.IndexOf(Reported, row.Kind)).ThenByDescending(row => row.Priority).ThenBy(row => row.Amount),
        ];
    }

    private bool IsOf(PromiseSource source, DeadlineKind kind, Priority priority, int amount) => (Source, Kind, Priority, Amount) == (source, kind, priority, amount);

    private static IReadOnlyList<string> Named(IEnumerable<string> platforms) => [.. platforms.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static bool IsOpen(Cut cut, PromiseFact fact) => cut.LateUntil(fact) != fact.SettledAt;

    private static MissedPromise Missing(Cut cut, PromiseFact fact, Func<PromiseFact, DateTimeOffset, DateTimeOffset, TimeSpan> late, Func<string, bool> named)
    {
        var missed = fact.MissedAt!.Value;
        return new(named(fact.FilingNumber) ? fact.FilingNumber : null, missed, (int)late(fact, missed, cut.LateUntil(fact)).TotalMinutes, IsOpen(cut, fact));
    }
}
