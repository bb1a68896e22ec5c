using PqrsDesk.Domain.People;

namespace PqrsDesk.Features.Notices;

/// <summary>Of which kinds somebody wants to be told by the browser while no tab of the desk is before them. Whether the browser may is its own affair.</summary>
public sealed record BrowserNotices(IReadOnlyList<NoticeKind> Kinds)
{
    /// <summary>Among the preferences.</summary>
    public const string Key = "avisos-navegador";

    /// <summary>Those that can be chosen.</summary>
    public static IReadOnlyList<NoticeKind> Offered { get; } = [NoticeKind.Mention, NoticeKind.Assignment, NoticeKind.Task, NoticeKind.Clock, NoticeKind.PetitionerReply, NoticeKind.Follow];

    /// <summary>For whoever has not chosen.</summary>
    public static BrowserNotices Usual { get; } = new(Offered) { TasksChosen = true };

    /// <summary>Whoever chose before tasks could be chosen wants them as they want what is assigned to them.</summary>
    public bool TasksChosen { get; init; }

    public bool Has(NoticeKind kind) => Kinds.Contains(kind == NoticeKind.Task && !TasksChosen ? NoticeKind.Assignment : kind);

    /// <summary>What an absence gives is given, too; a review is work that somebody gave.</summary>
    public bool Wants(NoticeKind kind) => Has(kind is NoticeKind.HandOver or NoticeKind.Review ? NoticeKind.Assignment : kind);
}
