using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.RuleChanges;

/// <summary>
/// Something that rules follow from, done in the transaction that stores them. The preview does it too, in a transaction
/// of which nothing is kept: so it cannot say another thing than what is then done.
/// </summary>
/// <param name="Needs">Who may.</param>
/// <param name="RunAsync">Changes what it wants, and says what becomes of the rules; with a problem nothing is kept.</param>
public sealed record RuleAct(Role Needs, Func<DeskDb, SlaBook, Moment, CancellationToken, Task<RuleAsk>> RunAsync)
{
    /// <summary>A calendar or a policy that an administrator wrote.</summary>
    public static RuleAct Of(SlaEdit edit) => new(Role.Admin, (_, _, _, _) => Task.FromResult<RuleAsk>(edit)) { Edit = edit };

    /// <summary>What follows, where nothing else is done and it is known before.</summary>
    public SlaEdit? Edit { get; private init; }
}

/// <summary>The edit that follows, or why nothing is done.</summary>
public sealed record RuleAsk(SlaEdit? Edit, SlaProblem? Problem)
{
    public static implicit operator RuleAsk(SlaEdit edit) => new(edit, null);

    public static implicit operator RuleAsk(SlaProblem problem) => new(null, problem);
}
