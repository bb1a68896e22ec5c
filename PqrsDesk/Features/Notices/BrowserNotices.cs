using PqrsDesk.Domain.People;

namespace PqrsDesk.Features.Notices;

/// <summary>Of which kinds somebody wants to be told by the browser while no tab of the desk is before them. Whether the browser may is its own affair.</summary>
public sealed record BrowserNotices(IReadOnlyList<NoticeKind> Kinds)
{
    /// <summary>Among the preferences.</summary>
    public const string Key = "avisos-navegador";

    /// <summary>Those that can be chosen.</summary>
    public static IReadOnlyList<NoticeKind> Offered { get; } = [NoticeKind.Mention, NoticeKind.Assignment, NoticeKind.Clock, NoticeKind.PetitionerReply, NoticeKind.Follow];

    /// <summary>For whoever has not chosen.</summary>
    public static BrowserNotices Usual { get; } = new(Offered);

    /// <summary>What an absence gives is given, too; tasks and reviews are work that somebody gave.</summary>
    public bool Wants(NoticeKind kind) => Kinds.Contains(kind is NoticeKind.HandOver or NoticeKind.Task or NoticeKind.Review ? NoticeKind.Assignment : kind);
}
