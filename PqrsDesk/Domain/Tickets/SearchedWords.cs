using System.Diagnostics;
using System.Globalization;

namespace PqrsDesk.Domain.Tickets;

/// <summary>
/// The words that a ticket is found by, read from its log: radicado, subject and petitioner first, then all that the
/// petitioner wrote or can see.
/// </summary>
/// <remarks>
/// Notes between members of staff are left out: what is found is not more than what the petitioner could be shown, so
/// that no reader, of today or to come, can feel for the words of a note.
/// </remarks>
/// <param name="Head">Of the radicado, the subject and the petitioner's name.</param>
/// <param name="Body">Of the description and the messages, without those of the head.</param>
/// <param name="Sequence">The last digits of the radicado without leading zeros, as people say it; null when it has none.</param>
public sealed record SearchedWords(IReadOnlySet<string> Head, IReadOnlySet<string> Body, string? Sequence)
{
    /// <summary>Letters of a word; what comes after them is not looked at, here and in what is typed.</summary>
    public const int LongestWord = 40;

    /// <summary>Different words of one ticket: the limit of one row of PostgreSQL's index, and more than a long novel's chapter.</summary>
    private const int MostWords = 8_000;

    /// <param name="log">In its order.</param>
    public static SearchedWords Of(IEnumerable<TicketEvent> log)
    {
        var (head, body) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        string? sequence = null;
        foreach (var happened in log)
        {
            if (happened is TicketEvent.Filed filed) Begin(filed.Number, filed.Filing, filed.PartOf?.Number);
            if (happened is TicketEvent.Imported imported) Begin(imported.Number, imported.Filing, null);
            Add(body, TextOf(happened));
        }

        body.ExceptWith(head);
        return new(head, body, sequence);

        // A part is said by the number that it has in common with the others.
        void Begin(string number, Filing filing, string? partOf)
        {
            Add(head, number);
            sequence = SequenceOf(partOf ?? number);
            if (sequence is not null) head.Add(sequence);
            Add(head, filing.Subject);
            Add(head, filing.PetitionerName);
        }

        void Add(HashSet<string> words, string? text)
        {
            foreach (var word in Split(text))
                if (head.Count + body.Count < MostWords) words.Add(word);
        }
    }

    /// <summary>What the petitioner wrote in it, or reads in it; null when it holds nothing of the kind.</summary>
    public static string? TextOf(TicketEvent happened) => happened switch
    {
        TicketEvent.Filed filed => filed.Filing.Description,
        TicketEvent.Imported imported => imported.Filing.Description,
        TicketEvent.Replied reply => reply.Text,
        TicketEvent.PetitionerResponded response => response.Text,
        TicketEvent.Answered answer => answer.Text,
        TicketEvent.CompletionRequested request => request.Text,
        TicketEvent.Extended extension => extension.Reason,
        TicketEvent.Withdrawn withdrawal => withdrawal.Reason,
        TicketEvent.SolutionJudged judged => judged.Comment,
        TicketEvent.Transferred transfer => $"{transfer.Authority} {transfer.Reason}",
        TicketEvent.AnsweredTogether answer => answer.Text,
        TicketEvent.ExtendedTogether extension => extension.Reason,
        TicketEvent.Voided { Kind: VoidKind.Void } voided => voided.Reason,
        TicketEvent.HeardThrough { SamePetitioner: true } heard => heard.Text,

        // What somebody else wrote in a case that was merged into this one is found in their own.
        TicketEvent.HeardThrough or TicketEvent.Absorbed or TicketEvent.Merged or TicketEvent.Separated or TicketEvent.LetGo or TicketEvent.Voided
            or TicketEvent.Linked or TicketEvent.Unlinked or TicketEvent.SplitOff => null,
        TicketEvent.Noted or TicketEvent.WaitStarted or TicketEvent.WaitEnded or TicketEvent.Closed or TicketEvent.Reopened
            or TicketEvent.Assigned or TicketEvent.Released or TicketEvent.Reassigned or TicketEvent.Reclassified or TicketEvent.Classified or TicketEvent.PriorityChanged
            or TicketEvent.FileAttached or TicketEvent.DeadlineBreached or TicketEvent.ThresholdReached or TicketEvent.Escalated
            or TicketEvent.Reviewed or TicketEvent.Repromised or TicketEvent.IdentityRevealed or TicketEvent.Routed or TicketEvent.QueueChanged
            or TicketEvent.FileQuarantined or TicketEvent.Snoozed or TicketEvent.Woken or TicketEvent.ReturnedToQueue or TicketEvent.HandedOver => null,

        // What the house says to itself before it answers.
        TicketEvent.ReceiptSent or TicketEvent.StepDone or TicketEvent.StepSkipped or TicketEvent.StepReopened or TicketEvent.AnswerProposed or TicketEvent.AnswerRevised
            or TicketEvent.AnswerReturned or TicketEvent.AnswerReviewed or TicketEvent.AnswerApproved or TicketEvent.AnswerRecalled => null,
        TicketEvent.SendPlanned or TicketEvent.SendHeld or TicketEvent.SendTakenBack => null,
        TicketEvent.IncidentJoined or TicketEvent.IncidentLeft => null,
        TicketEvent.TagsChanged or TicketEvent.TaskAsked or TicketEvent.TaskAnswered or TicketEvent.TaskReturned or TicketEvent.TaskCancelled or TicketEvent.TaskReopened
            or TicketEvent.TaskReminded or TicketEvent.TaskDue or TicketEvent.FieldsChanged or TicketEvent.TimeSpent or TicketEvent.TimeCorrected or TicketEvent.ExpedienteTaken or TicketEvent.PartyMerged or TicketEvent.ProductRenamed => null,
        _ => throw new UnreachableException($"Not known whether {happened.GetType().Name} is searched."),
    };

    /// <summary>Runs of letters and digits, folded: everything else stands between words.</summary>
    public static IEnumerable<string> Split(string? text)
    {
        if (string.IsNullOrEmpty(text)) yield break;
        var folded = Ticket.Fold(text);
        for (var at = 0; at < folded.Length;)
        {
            var start = at;
            while (at < folded.Length && char.IsLetterOrDigit(folded[at])) at++;
            if (at > start) yield return folded[start..Math.Min(at, start + LongestWord)];
            else at++;
        }
    }

    /// <summary>A whole number as people say it: 000123 is 123.</summary>
    internal static string Said(string digits) => digits.TrimStart('0') is { Length: > 0 } said ? said : "0";

    private static string? SequenceOf(string number)
    {
        var last = Split(number).LastOrDefault(word => word.All(char.IsAsciiDigit));
        return last is null ? null : Said(last);
    }
}
