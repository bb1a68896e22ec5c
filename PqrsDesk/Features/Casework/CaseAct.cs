using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;

namespace PqrsDesk.Features.Casework;

/// <summary>What a person does to a ticket from its page. A closed union.</summary>
public abstract record CaseAct
{
    private CaseAct()
    {
    }

    public sealed record Take : CaseAct;

    public sealed record Assign(int OwnerId, string? Note) : CaseAct;

    public sealed record Release(string? Note) : CaseAct;

    /// <summary>Asks the rules again and does what they say, if it is still what was shown.</summary>
    public sealed record Reroute(int AreaId, int? QueueId) : CaseAct;

    /// <param name="QueueId">Null: out of the one it is in.</param>
    public sealed record MoveQueue(int? QueueId) : CaseAct;

    public sealed record Reassign(int AreaId, string? Reason) : CaseAct;

    /// <param name="Regime">Another regime of law; null: it stays.</param>
    public sealed record Reclassify(TicketKind Kind, string? Reason, string? Regime = null) : CaseAct;

    /// <param name="Why">The rules whose suggestion was taken.</param>
    public sealed record Classify(string? Topic, string? Product, IReadOnlyList<SuggestionReason>? Why = null) : CaseAct;

    public sealed record ChangePriority(Priority Priority, string? Reason) : CaseAct;

    /// <param name="Files">On disk, and nobody's yet.</param>
    /// <param name="Used">The articles that it draws on.</param>
    public sealed record Reply(string? Text, IReadOnlyList<StoredFile>? Files = null, IReadOnlyList<UsedArticle>? Used = null) : CaseAct;

    /// <summary>Asks the petitioner for something and stops the service clock until it comes, both or neither.</summary>
    public sealed record ReplyAndWait(string? Text, string? Reason, int? CauseId = null, IReadOnlyList<StoredFile>? Files = null, IReadOnlyList<UsedArticle>? Used = null) : CaseAct;

    public sealed record Answer(string? Text, IReadOnlyList<StoredFile>? Files = null, IReadOnlyList<UsedArticle>? Used = null) : CaseAct;

    /// <summary>Answers, and closes what is answered: both or neither.</summary>
    public sealed record AnswerAndClose(Answer Whole, string? Note) : CaseAct;

    /// <summary>Says it later.</summary>
    /// <param name="Message">What is sent then: a reply or the answer, with what follows.</param>
    /// <param name="HoldsForPetitioner">Not by itself once the petitioner has written.</param>
    public sealed record Plan(CaseAct Message, DateTimeOffset At, bool HoldsForPetitioner) : CaseAct;

    /// <summary>Has an answer reviewed before it is sent.</summary>
    public sealed record Propose(string? Text, IReadOnlyList<StoredFile>? Files = null) : CaseAct;

    public sealed record AddNote(string? Text) : CaseAct;

    public sealed record Hear(string? Text, bool NeedsNoAnswer = false) : CaseAct;

    /// <param name="CauseId">Of the catalogue of pauses; then the reason may be left out.</param>
    public sealed record Wait(string? Reason, int? CauseId = null) : CaseAct;

    public sealed record Resume(string? Reason) : CaseAct;

    /// <summary>Sets it aside until an instant.</summary>
    public sealed record Snooze(DateTimeOffset Until, string? Reason) : CaseAct;

    public sealed record Wake : CaseAct;

    /// <param name="DespiteTasks">Whoever closes it knows that others still owe something for it.</param>
    public sealed record Close(string? Note, bool DespiteTasks = false) : CaseAct;

    public sealed record Reopen(string? Reason) : CaseAct;

    public sealed record Extend(DateOnly AnswerBy, string? Reason) : CaseAct;

    public sealed record RequestCompletion(string? Text) : CaseAct;

    public sealed record Withdraw(WithdrawalKind Kind, string? Reason) : CaseAct;

    public sealed record Transfer(string? Authority, string? Reason) : CaseAct;

    public sealed record RevealIdentity(string? Reason) : CaseAct;

    public sealed record Review(string? Note) : CaseAct;

    public sealed record Void(VoidKind Kind, string? Reason) : CaseAct;

    /// <param name="Other">A radicado, as it was typed.</param>
    public sealed record Link(string? Other, string? Note) : CaseAct;

    public sealed record Unlink(string? Other, string? Note) : CaseAct;

    public sealed record Merge(string? Other, string? Reason) : CaseAct;

    /// <param name="Number">Of the case that was merged: this one, or one that is answered with it.</param>
    public sealed record Separate(string Number, string? Reason) : CaseAct;

    public sealed record Split(IReadOnlyList<PartWish> Parts) : CaseAct;

    /// <summary>Whether more than one case changes by it.</summary>
    public bool Relates => this is Link or Unlink or Merge or Separate or Split;
}
