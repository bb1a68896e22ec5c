using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Care;

/// <summary>What somebody did to a proposed answer.</summary>
public sealed record ProposalTurn(DateTimeOffset At, string By, TicketEvent Event)
{
    /// <summary>The words as they were from here on; null: they stayed.</summary>
    public string? Text => Event switch
    {
        TicketEvent.AnswerProposed proposed => proposed.Text,
        TicketEvent.AnswerRevised revised => revised.Text,
        _ => null,
    };

    /// <summary>What was said of it: a note, a comment, a reason.</summary>
    public string? Said => Event switch
    {
        TicketEvent.AnswerProposed proposed => proposed.Note,
        TicketEvent.AnswerRevised revised => revised.Comment,
        TicketEvent.AnswerReturned returned => returned.Reason,
        TicketEvent.AnswerReviewed reviewed => reviewed.Comment,
        TicketEvent.AnswerApproved approved => approved.Comment,
        TicketEvent.AnswerRecalled recalled => recalled.Reason,
        _ => null,
    };
}

/// <summary>The answer that is proposed, as the log has it: its words and files now, and who did what to it.</summary>
/// <param name="Turns">Oldest first, from the first proposal since the last answer.</param>
public sealed record ProposalReading(string Text, IReadOnlyList<Guid> FileIds, string By, IReadOnlyList<ProposalTurn> Turns)
{
    /// <summary>As <see cref="Ticket.ProposalHash"/>.</summary>
    public string Hash => Ticket.HashOf(Text, FileIds);

    /// <returns>Null: nothing is proposed. What was recalled can still be read in the log.</returns>
    public static ProposalReading? Of(IEnumerable<CareLine> log)
    {
        ProposalReading? now = null;
        var turns = new List<ProposalTurn>();
        foreach (var line in log)
        {
            switch (line.Event)
            {
                case TicketEvent.AnswerProposed proposed:
                    Turn(line);
                    now = new(proposed.Text, proposed.FileIds ?? [], line.ByName, turns);
                    break;
                case TicketEvent.AnswerRevised revised:
                    Turn(line);
                    now = now is null ? null : now with { Text = revised.Text, FileIds = revised.FileIds ?? [] };
                    break;
                case TicketEvent.AnswerReturned or TicketEvent.AnswerReviewed or TicketEvent.AnswerApproved: Turn(line); break;
                case TicketEvent.AnswerRecalled:
                    Turn(line);
                    now = null;
                    break;
                case TicketEvent.Answered or TicketEvent.Withdrawn or TicketEvent.Transferred or TicketEvent.Voided or TicketEvent.Merged:
                    turns = [];
                    now = null;
                    break;
            }
        }

        return now;

        void Turn(CareLine line) => turns.Add(new(line.At, line.ByName, line.Event));
    }
}
