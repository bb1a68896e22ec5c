using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Features.RuleChanges;

/// <summary>How many open tickets a change of rules touches.</summary>
/// <param name="Promised">Get another version of their policy or of the legal calendar, whether a date moves or not.</param>
/// <param name="Moving">Have a deadline that is due at another instant.</param>
/// <param name="Breaching">Have a deadline that is in time by the old rules and too late by the new ones.</param>
public sealed record Reach(int Promised, int Moving, int Breaching)
{
    public static Reach None { get; } = new(0, 0, 0);

    public Reach And(bool moves, bool breaches) => new(Promised + 1, Moving + (moves ? 1 : 0), Breaching + (breaches ? 1 : 0));
}

/// <summary>One ticket whose deadline would move.</summary>
public sealed record MovedTicket(string Number, string Subject, DueMove Due);

/// <summary>What a change would do, before it is done.</summary>
/// <param name="Nearest">The first of those that move, by the instant they would be due.</param>
/// <param name="Policies">The names of the policies that get a new version with it.</param>
public sealed record ChangePreview(SlaEdit Edit, Reach Reach, IReadOnlyList<MovedTicket> Nearest, IReadOnlyList<string> Policies, bool MovesLegalTerms);

/// <summary>A preview, or why there is none.</summary>
public sealed record PreviewOutcome(ChangePreview? Preview, SlaProblem? Problem)
{
    public static implicit operator PreviewOutcome(SlaProblem problem) => new(null, problem);

    public static implicit operator PreviewOutcome(ChangePreview preview) => new(preview, null);
}
