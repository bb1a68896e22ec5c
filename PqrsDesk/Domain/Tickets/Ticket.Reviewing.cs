using System.Security.Cryptography;
using System.Text;
using PqrsDesk.Domain.Care;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// The answer before it is sent: proposed, returned or revised, reviewed, approved. What is sent is what was approved, to the letter.
public sealed partial class Ticket
{
    /// <summary>Where the proposed answer stands; null: none is proposed.</summary>
    public ReviewStage? ReviewStage { get; private set; }

    /// <summary>Since when it stands there.</summary>
    public DateTimeOffset? ReviewSince { get; private set; }

    /// <summary>Who proposed it; null: a program, or nothing is proposed.</summary>
    public int? ProposedById { get; private set; }

    /// <summary>Who is to approve it, by the rules when it was proposed; null: any lead.</summary>
    public int? ApproverId { get; private set; }

    /// <summary>How many are to look at it.</summary>
    public int ReviewStages { get; private set; }

    /// <summary>Who looked at it first, where two must.</summary>
    public int? ReviewedById { get; private set; }

    /// <summary>Of its words and files: what is sent is held to it.</summary>
    public string? ProposalHash { get; private set; }

    /// <summary>Proposes an answer. What was proposed or approved before is void.</summary>
    /// <param name="files">On the case already, or coming with it.</param>
    /// <param name="attached">Those of them that are on the case.</param>
    public Decision ProposeAnswer(string? text, IReadOnlyList<SentFile>? files, string? note, SlaBook book, Moment now, IReadOnlyCollection<Guid>? attached = null)
    {
        if (!IsOpen) return RefusalCode.TicketNotOpen;
        if (Texts.Message(text, "Text") is { } refusal) return refusal;
        if (Texts.TooLong(note, Filing.ReasonLimit, "Note") is { } tooLong) return tooLong;
        if (ProposalHash is { } same && ReviewStage != Care.ReviewStage.Returned && same == HashOf(Tidy(text), IdsOf(files))) return RefusalCode.NothingChanged;

        // The petitioner may have them when the answer is sent, and not before.
        foreach (var file in (files ?? []).Where(file => attached?.Contains(file.Id) != true))
            if (Attach(file.Id, file.Name, file.Bytes, book, now) is { Succeeded: false } refused) return refused;
        var rule = ReviewWanted(book) ?? ReviewRule.Plain;
        return Record(new TicketEvent.AnswerProposed(Tidy(text), IdsOf(files), rule.ApproverId, rule.Stages, NullIfBlank(note)), now, book);
    }

    /// <summary>Whoever reviews it writes it otherwise. An approval of the words before is void.</summary>
    /// <param name="fileIds">Those of the proposal, which stay.</param>
    public Decision ReviseAnswer(string? text, string? comment, IReadOnlyList<Guid>? fileIds, SlaBook book, Moment now)
    {
        if (RefuseReview(now, approved: true) is { } refusal) return refusal;
        if ((Texts.Message(text, "Text") ?? Texts.TooLong(comment, Filing.ReasonLimit, "Comment")) is { } wrong) return wrong;
        return HashOf(Tidy(text), fileIds) == ProposalHash ? RefusalCode.NothingChanged : Record(new TicketEvent.AnswerRevised(Tidy(text), fileIds, NullIfBlank(comment)), now, book);
    }

    public Decision ReturnAnswer(string? reason, SlaBook book, Moment now) =>
        RefuseReview(now, approved: true) is { } refusal ? refusal
        : Texts.Reason(reason) is { } missing ? missing
        : Record(new TicketEvent.AnswerReturned(Tidy(reason)), now, book);

    /// <summary>
    /// Gives it the next of the looks that it needs: the review, where two must look at it and nobody has, else the approval.
    /// Nobody approves their own, unless the desk is too small for anything else.
    /// </summary>
    /// <param name="seen">The proposal that they have before their eyes, as <see cref="ProposalHash"/>; null: whatever it is.</param>
    public Decision ApproveAnswer(string? comment, string? seen, SlaBook book, Moment now)
    {
        if (RefuseReview(now) is { } refusal) return refusal;
        if (seen is not null && seen != ProposalHash) return RefusalCode.ProposalChanged;
        if (ProposedById == now.By.StaffId && !book.Care.Definition.OwnApproval) return RefusalCode.OwnProposal;
        if (Texts.TooLong(comment, Filing.ReasonLimit, "Comment") is { } tooLong) return tooLong;
        if (IsFirstLook) return Record(new TicketEvent.AnswerReviewed(NullIfBlank(comment)), now, book);
        if (ReviewStage == Care.ReviewStage.Reviewed && ReviewedById == now.By.StaffId && !book.Care.Definition.OwnApproval) return RefusalCode.SameReviewer;
        return Record(new TicketEvent.AnswerApproved(NullIfBlank(comment)), now, book);
    }

    /// <summary>Takes it back: whoever proposed it, whoever has the case, or a lead.</summary>
    public Decision RecallAnswer(string? reason, SlaBook book, Moment now)
    {
        if (ReviewStage is null) return RefusalCode.NoProposal;
        var own = now.By.StaffId == ProposedById || (now.By.StaffId is not null && now.By.StaffId == OwnerId);
        if (!own && !now.By.Is(Role.Lead)) return RefusalCode.NotYourTicket;
        return Texts.TooLong(reason, Filing.ReasonLimit, "Reason") is { } tooLong ? tooLong : Record(new TicketEvent.AnswerRecalled(NullIfBlank(reason)), now, book);
    }

    /// <summary>The rule by which its answer must be reviewed, for its own sake or for those that are answered with it; null: none.</summary>
    public ReviewRule? ReviewWanted(SlaBook book) =>
        Carried.Prepend(this).Select(each => book.Care.ReviewOf(new(each.Kind, each.Priority, each.AreaId, each.Regime))).FirstOrDefault(rule => rule is not null);

    /// <summary>What words and files a proposal is made of. The order of the files does not matter.</summary>
    public static string HashOf(string text, IReadOnlyList<Guid>? fileIds)
    {
        // The stores keep no NUL.
        var whole = text.Replace("\0", "", StringComparison.Ordinal) + "\n" + string.Join(',', (fileIds ?? []).Order());
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)));
    }

    private bool IsApproved(string text, IReadOnlyList<SentFile>? files) =>
        ReviewStage == Care.ReviewStage.Approved && ProposalHash == HashOf(Tidy(text), IdsOf(files));

    private bool IsFirstLook => ReviewStage == Care.ReviewStage.Proposed && ReviewStages > 1;

    /// <summary>The first look is any lead's; the approval may be somebody's by name, and a manager's in their place.</summary>
    private Refusal? RefuseReview(Moment now, bool approved = false)
    {
        if (!IsOpen) return RefusalCode.TicketNotOpen;
        if (ReviewStage is null or Care.ReviewStage.Returned) return RefusalCode.NoProposal;
        if (ReviewStage == Care.ReviewStage.Approved && !approved) return RefusalCode.ProposalApproved;
        var approver = IsFirstLook ? null : ApproverId;
        var may = approver is null ? now.By.Is(Role.Lead) : now.By.StaffId == approver || now.By.Is(Role.Manager);
        return may ? null : RefusalCode.NotReviewer;
    }

    private object? Propose(LoggedEvent line, TicketEvent.AnswerProposed proposed)
    {
        (ProposedById, ProposalHash, ApproverId, ReviewStages) = (line.ByStaffId, HashOf(proposed.Text, proposed.FileIds), proposed.ApproverId, proposed.Stages);
        return Review(line, Care.ReviewStage.Proposed);
    }

    private object? Revise(LoggedEvent line, TicketEvent.AnswerRevised revised)
    {
        ProposalHash = HashOf(revised.Text, revised.FileIds);
        return ReviewStage == Care.ReviewStage.Approved ? Review(line, Care.ReviewStage.Proposed) : null;
    }

    private object? Review(LoggedEvent line, ReviewStage stage)
    {
        (ReviewStage, ReviewSince) = (stage, line.At);
        if (stage != Care.ReviewStage.Approved) ReviewedById = stage == Care.ReviewStage.Reviewed ? line.ByStaffId : null;
        return null;
    }

    /// <summary>Whoever approved it did so for fewer people.</summary>
    private object? Absorb(LoggedEvent line)
    {
        MergedCount++;
        return ReviewStage is Care.ReviewStage.Reviewed or Care.ReviewStage.Approved ? Review(line, Care.ReviewStage.Proposed) : null;
    }

    private object? ForgetProposal()
    {
        (ReviewStage, ReviewSince, ProposedById, ApproverId, ReviewStages, ReviewedById, ProposalHash) = (null, null, null, null, 0, null, null);
        return null;
    }
}
