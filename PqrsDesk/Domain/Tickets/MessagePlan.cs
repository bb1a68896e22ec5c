using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

/// <summary>A message that is to be sent later.</summary>
public sealed record MessagePlan(PlannedAct Act, string? Text, DateTimeOffset At)
{
    /// <summary>What goes along with it: on the case already, or coming with it.</summary>
    public IReadOnlyList<SentFile> Files { get; init; } = [];

    /// <summary>Those of them that are on the case.</summary>
    public IReadOnlyCollection<Guid> Attached { get; init; } = [];

    /// <summary>The articles that it draws on.</summary>
    public IReadOnlyList<UsedArticle>? Used { get; init; }

    /// <summary>What is waited for, when it asks for something.</summary>
    public string? Waiting { get; init; }
    public PauseCause? Cause { get; init; }

    /// <summary>Whether it is held once the petitioner has written.</summary>
    public bool HoldsForPetitioner { get; init; }
}
