using PqrsDesk.Domain.Views;

namespace PqrsDesk.Features.Queue.Views;

/// <summary>Why a view was not saved. Each has a text.</summary>
public enum ViewProblem
{
    NameMissing = 1,
    NameTooLong,
    NameTaken,
    AreaMissing,
    NotAllowed,
    TooMany,
    TooLong,
    Gone,
}

/// <summary>What came of it.</summary>
/// <param name="View">As it is now; null when it was refused.</param>
public sealed record ViewOutcome(SavedView? View, ViewProblem? Problem)
{
    public static implicit operator ViewOutcome(SavedView view) => new(view, null);

    public static implicit operator ViewOutcome(ViewProblem problem) => new(null, problem);
}

/// <summary>How a view is called, and for whom it is.</summary>
/// <param name="AreaId">Of a view for one area.</param>
public sealed record ViewName(string Name, ViewReach Reach, int? AreaId)
{
    // Marks that turn the direction of what stands beside them would turn the side bar too.
    private static readonly HashSet<char> Turning = ['\u061C', '\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069'];

    public ViewName Tidied => this with
    {
        Name = string.Concat(Name.Where(letter => !char.IsControl(letter) && !Turning.Contains(letter))).Trim(),
        AreaId = Reach == ViewReach.Area ? AreaId : null,
    };
}
