using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Features.Customers;

/// <summary>A person or an organisation from all sides.</summary>
/// <param name="Details">What is known of it.</param>
/// <param name="Customer">The organisation that a person belongs to.</param>
public sealed record PartySight(PartyKind Kind, int Id, int Version, DateTimeOffset? ChangedAt, string? ChangedBy, PartyDetails Details, string? Customer)
{
    public IReadOnlyList<OpenClock> Clocks { get; init; } = [];

    /// <summary>Its open cases, of which <see cref="Clocks"/> are those with the nearest deadlines.</summary>
    public int Open { get; init; }
    public IReadOnlyList<MonthOfJudgements> Judgements { get; init; } = [];
    public IReadOnlyList<RepeatedTopic> Repeated { get; init; } = [];
    public IReadOnlyList<ContractLine> Contracts { get; init; } = [];
    public IReadOnlyList<UsedProduct> Products { get; init; } = [];
    public IReadOnlyList<ConsentLine> Consents { get; init; } = [];
    public IReadOnlyList<PersonOf> People { get; init; } = [];
    public int PeopleCount { get; init; }
    public IReadOnlyList<PartyNote> Notes { get; init; } = [];
    public IReadOnlyList<MergeLine> Merges { get; init; } = [];

    /// <summary>Pairs with others that wait for somebody to look at them.</summary>
    public int Pairs { get; init; }
}

/// <summary>A case that is open, with its nearest deadline.</summary>
public sealed record OpenClock(string Number, string Subject, DeadlineKind? Kind, DateTimeOffset? DueAt, DeadlineState State);

/// <summary>Whether answers solved what was asked, by the petitioners' own last word.</summary>
public sealed record MonthOfJudgements(DateOnly Month, int Judged, int Solved);

/// <summary>A topic that came again.</summary>
public sealed record RepeatedTopic(string Topic, int InThirtyDays, int InNinetyDays, DateTimeOffset LastAt);

/// <param name="Products">Their names.</param>
public sealed record ContractLine(int Id, string Number, ContractPhase Phase, string Plan, DateOnly From, DateOnly Until, IReadOnlyList<string> Products);

/// <summary>What the cases of the last year were about.</summary>
/// <param name="Id">Null: it is not in the catalogue any more.</param>
public sealed record UsedProduct(string Name, int? Id, CriticalityClass? Criticality, int Cases, bool UnderContract);

/// <summary>To which version of the house's policy somebody agreed, with which filing.</summary>
public sealed record ConsentLine(string Number, int PolicyVersion, DateTimeOffset At);

/// <summary>One of an organisation's people.</summary>
public sealed record PersonOf(int Id, string Name, string? Email, string? Telephone, bool Active);

/// <summary>Somebody who was merged into this one.</summary>
/// <param name="MayUndo">It is as the merge left it.</param>
public sealed record MergeLine(int Id, int FromId, string FromName, MergedParties Before, int Tickets, DateTimeOffset At, string By, DateTimeOffset? UndoneAt, string? UndoneBy, bool MayUndo);
