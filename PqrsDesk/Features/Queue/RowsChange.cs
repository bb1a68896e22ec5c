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

    public sealed record Prioritize(Priority Priority, string? Reason) : RowsChange
    {
        public override Refusal? Wrong => Enum.IsDefined(Priority) ? Texts.Reason(Reason) : new(RefusalCode.PriorityUnknown, nameof(Priority));
    }

    /// <summary>Ends them as spam. Those that are not one's own are for leads.</summary>
    public sealed record MarkSpam(string? Reason) : RowsChange
    {
        public override Refusal? Wrong => Texts.Reason(Reason);
    }

    /// <summary>Gives each back to the owner it had before, or to the queue.</summary>
    /// <param name="Owners">By number; null: nobody.</param>
    public sealed record GiveBack(IReadOnlyDictionary<string, int?> Owners) : RowsChange;

    /// <summary>What is wrong with it whatever the ticket; null when nothing is.</summary>
    public virtual Refusal? Wrong => null;

    /// <summary>The members that a ticket may go to by it.</summary>
    public IReadOnlyList<int> Members => this switch
    {
        Take take => [take.MemberId],
        Assign assign => [assign.MemberId],
        GiveBack back => [.. back.Owners.Values.OfType<int>().Distinct()],
        Prioritize or MarkSpam => [],
        _ => throw new InvalidOperationException($"No such change: {this}."),
    };
}

/// <summary>A row that is to change.</summary>
/// <param name="Version">What the person saw; null when the change may follow whatever happened.</param>
public sealed record SeenRow(string Number, int? Version);

/// <summary>What came of one of them.</summary>
public sealed record RowResult(string Number, Decision Decision);

/// <summary>A ticket that has another owner now.</summary>
/// <param name="OwnerId">Who had it before; null: nobody.</param>
/// <param name="Version">As the change left it.</param>
public sealed record GivenRow(string Number, int? OwnerId, int Version);

/// <summary>What came of all.</summary>
/// <param name="Refusal">Why none was tried; null when they were.</param>
/// <param name="Results">In the order they were asked for.</param>
/// <param name="Given">What can be given back.</param>
public sealed record RowsOutcome(Refusal? Refusal, IReadOnlyList<RowResult> Results, IReadOnlyList<GivenRow> Given);
