using PqrsDesk.Domain.People;

namespace PqrsDesk.Domain.Views;

/// <summary>Who finds a saved view among theirs.</summary>
public enum ViewReach
{
    Private = 1,

    /// <summary>Those of one area.</summary>
    Area = 2,
    All = 3,
}

/// <summary>A queue under a name: what is filtered, in which order, and how it is laid out.</summary>
/// <remarks>
/// A private view is its maker's alone, whatever the role of whoever else asks. Shared ones are made and changed by leads: an
/// agent's side bar should not fill with what some colleague tried out; an agent keeps a copy of their own.
/// </remarks>
public sealed class SavedView
{
    public const int NameLimit = 60;

    /// <summary>A filter with many values is long; longer than this no browser is sure to send.</summary>
    public const int AddressLimit = 4_000;

    /// <summary>Private views of one member, and shared ones of the desk.</summary>
    public const int Most = 30;

    public int Id { get; private set; }

    /// <summary>Who made it.</summary>
    public required int MakerId { get; init; }
    public required string Name { get; set; }
    public ViewReach Reach { get; set; } = ViewReach.Private;

    /// <summary>Whose it is, where it is an area's.</summary>
    public int? AreaId { get; set; }

    /// <summary>The filter and the layout as an address says them, so that whatever an address can say can be saved.</summary>
    public required string Address { get; set; }

    /// <summary>Its place among those of the same side bar.</summary>
    public int Place { get; set; }

    /// <summary>It was deleted, which can be undone for a while.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    public bool IsShared => Reach != ViewReach.Private;

    /// <summary>Whether it is among the views of this reader.</summary>
    public bool IsFor(ViewReader reader) => DeletedAt is null && Reach switch
    {
        ViewReach.Private => reader.MemberId == MakerId,
        ViewReach.Area => reader.Role >= Role.Lead || (AreaId is not null && reader.AreaId == AreaId),
        ViewReach.All => true,
        _ => throw new InvalidOperationException($"No such reach: {Reach}."),
    };

    public bool MayBeChangedBy(ViewReader reader) => Reach == ViewReach.Private ? reader.MemberId == MakerId : reader.MayShare;
}

/// <summary>Who looks for views.</summary>
/// <param name="MemberId">Null: a program.</param>
public sealed record ViewReader(int? MemberId, int? AreaId, Role? Role)
{
    public static ViewReader Nobody { get; } = new(null, null, null);

    public bool MayShare => MemberId is not null && Role >= People.Role.Lead;
}
