using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Queue;

/// <summary>What can be done to tickets without opening them, to one or to many.</summary>
public abstract record RowsChange
{
    private RowsChange()
    {
    }

    /// <summary>Gives them to a member, but none that somebody else has.</summary>
    public sealed record Take(int MemberId) : RowsChange;

    /// <summary>Gives them to a member. Those of a colleague are for leads.</summary>
    public sealed record Assign(int MemberId) : RowsChange;

    /// <summary>Back to the queue.</summary>
    public sealed record Release : RowsChange;

    public sealed record Prioritize(Priority Priority, string? Reason) : RowsChange
    {
        public override Refusal? Wrong => Enum.IsDefined(Priority) ? Texts.Reason(Reason) : new(RefusalCode.PriorityUnknown, nameof(Priority));
    }

    /// <summary>Says what they are about.</summary>
    /// <param name="Topic">Null: each keeps its own, and so with <paramref name="Product"/>.</param>
    public sealed record Classify(string? Topic, string? Product) : RowsChange
    {
        public override Refusal? Wrong => Topic is null && Product is null ? new(RefusalCode.TopicMissing, nameof(Topic)) : null;
    }

    /// <param name="CauseId">Of the catalogue; then the reason may be left out.</param>
    /// <param name="Reason">What is waited for.</param>
    public sealed record Wait(int? CauseId, string? Reason) : RowsChange
    {
        public override Refusal? Wrong => CauseId is null ? Texts.Reason(Reason) : Texts.TooLong(Reason, Filing.ReasonLimit, nameof(Reason));
    }

    public sealed record Resume : RowsChange;

    /// <summary>To another area, without an owner there.</summary>
    public sealed record Reassign(int AreaId, string? Reason) : RowsChange
    {
        public override Refusal? Wrong => Texts.Reason(Reason);
    }

    /// <param name="QueueId">Null: out of the one each is in.</param>
    public sealed record MoveQueue(int? QueueId) : RowsChange;

    /// <summary>All of them are answered with the oldest.</summary>
    public sealed record Merge(string? Reason) : RowsChange
    {
        public override Refusal? Wrong => Texts.Reason(Reason);
    }

    public sealed record Snooze(DateTimeOffset Until, string? Reason) : RowsChange
    {
        public override Refusal? Wrong => Texts.TooLong(Reason, Filing.ReasonLimit, nameof(Reason));
    }

    public sealed record Wake : RowsChange;

    /// <summary>Ends them as spam. Those that are not one's own are for leads.</summary>
    public sealed record MarkSpam(string? Reason) : RowsChange
    {
        public override Refusal? Wrong => Texts.Reason(Reason);
    }

    /// <summary>Makes each again what it was before a change.</summary>
    /// <param name="Before">By number.</param>
    /// <param name="Reason">Stays in the history of each, where the verb keeps one.</param>
    public sealed record TakeBack(RowsChange Of, IReadOnlyDictionary<string, CaseBefore> Before, string Reason) : RowsChange;

    /// <summary>What is wrong with it whatever the ticket; null when nothing is.</summary>
    public virtual Refusal? Wrong => null;

    /// <summary>Whether <see cref="TakeBack"/> can follow. What was merged is separated case by case, and what is spam is opened again.</summary>
    public bool CanBeTakenBack => this is not (Merge or MarkSpam or TakeBack);

    /// <summary>Whether it is about who has them.</summary>
    public bool IsOfOwners => this is Take or Assign or Release or TakeBack { Of.IsOfOwners: true };

    /// <summary>The members that a ticket may go to by it.</summary>
    public IReadOnlyList<int> Members => this switch
    {
        Take take => [take.MemberId],
        Assign assign => [assign.MemberId],
        TakeBack back => [.. back.Before.Values.Select(before => before.OwnerId).OfType<int>().Distinct()],
        _ => [],
    };
}

/// <summary>A row that is to change.</summary>
/// <param name="Version">What the person saw; null when the change may follow whatever happened.</param>
public sealed record SeenRow(string Number, int? Version);

/// <summary>What came of one of them.</summary>
public sealed record RowResult(string Number, Decision Decision);

/// <summary>What came of all.</summary>
/// <param name="Refusal">Why none was tried; null when they were.</param>
/// <param name="Results">In the order they were asked for.</param>
/// <param name="Changed">What can be taken back.</param>
public sealed record RowsOutcome(Refusal? Refusal, IReadOnlyList<RowResult> Results, IReadOnlyList<ChangedRow> Changed)
{
    /// <summary>The one that goes on, of those that were merged.</summary>
    public string? Into { get; init; }
}
