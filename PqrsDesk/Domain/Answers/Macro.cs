using System.Globalization;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Answers;

/// <summary>Several verbs that are often done together, in their order: all of them to a case, or none.</summary>
public sealed class Macro
{
    public const int NameLimit = 80;
    public const int MostSteps = 12;

    /// <summary>A note with its places filled in stays within what a message may be.</summary>
    public const int NoteLimit = 5_000;

    public int Id { get; private set; }
    public required string Name { get; set; }
    public required IReadOnlyList<MacroStep> Steps { get; set; }

    /// <summary>When it is offered; null: for any kind, topic (with its subtopics) or status.</summary>
    public TicketKind? Kind { get; set; }
    public int? TopicId { get; set; }
    public TicketStatus? Status { get; set; }

    /// <summary>One's own, or everybody's: a macro is of no area.</summary>
    public Sharing Sharing { get; set; } = Sharing.Private;

    /// <summary>Who made it.</summary>
    public required int OwnerId { get; set; }
    public bool Active { get; set; } = true;
    public required DateTimeOffset ChangedAt { get; set; }
    public required string ChangedBy { get; set; }

    public bool MayBeUsedBy(AnswersReader reader) => Sharing == Sharing.Everyone || OwnerId == reader.StaffId;

    public bool MayBeChangedBy(AnswersReader reader) => Sharing == Sharing.Private ? OwnerId == reader.StaffId : reader.Leads;

    /// <summary>Whether it is offered for such a case.</summary>
    /// <param name="topics">Numbers of the case's topic and of the one above it.</param>
    public bool Fits(TicketKind kind, TicketStatus status, IReadOnlyCollection<int> topics) =>
        (Kind is null || Kind == kind) && (Status is null || Status == status) && (TopicId is not { } topic || topics.Contains(topic));

    /// <summary>Null when it can be saved.</summary>
    /// <remarks>
    /// Once it is answered nothing may follow that a case could still refuse: what others are told by an answer, of cases that
    /// are answered together, could not be taken back by itself.
    /// </remarks>
    public static AnswersFault? Refuse(string name, IReadOnlyList<MacroStep> steps)
    {
        if (AnswersFault.OfName(name, NameLimit) is { } wrong) return wrong;
        if (steps.Count == 0) return AnswersProblem.StepsMissing;
        if (steps.Count > MostSteps) return new(AnswersProblem.TooManySteps, MostSteps.ToString(CultureInfo.InvariantCulture));
        for (var at = 0; at < steps.Count; at++)
        {
            var place = (at + 1).ToString(CultureInfo.InvariantCulture);
            if (steps[at].Refuse() is { } refused) return refused.Problem == AnswersProblem.StepIncomplete ? refused with { Detail = place } : refused;
            if (at > 0 && !MayFollow(steps[at - 1], steps[at], steps.Take(at))) return new(AnswersProblem.StepOutOfOrder, place);
        }

        return null;
    }

    private static bool MayFollow(MacroStep before, MacroStep step, IEnumerable<MacroStep> all) => step switch
    {
        MacroStep.Note => true,
        MacroStep.Close => !all.Any(each => each is MacroStep.Close),
        MacroStep.Wait => !all.Any(each => each is MacroStep.Wait or MacroStep.Answer or MacroStep.Close) && before is not MacroStep.Wait,
        _ => !all.Any(each => each is MacroStep.Answer or MacroStep.Close),
    };
}
