using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Care;

/// <summary>Which steps of good care a line of the log shows by itself, for the checklist and for what is kept beside the log.</summary>
public static class ShownSteps
{
    public static CareSteps By(TicketEvent happened, ActorKind by) => happened switch
    {
        // Whoever files on the portal has the receipt at once, and so has whoever was offered the constancia. Who writes
        // by mail or chat has it when it went out.
        TicketEvent.Filed filed when filed.Filing.Verbal is not null || (by == ActorKind.Petitioner && filed.Filing.Channel == Channel.Web) => CareSteps.Acknowledge,
        TicketEvent.ReceiptSent or TicketEvent.Extended => CareSteps.Acknowledge,
        TicketEvent.Replied reply => Heard(reply.Text),
        TicketEvent.CompletionRequested request => Heard(request.Text),
        TicketEvent.Answered answer => Heard(answer.Text) | CareSteps.Answer,
        TicketEvent.AnsweredTogether answer => Heard(answer.Text) | CareSteps.Answer,
        TicketEvent.SolutionJudged => CareSteps.Confirm,
        TicketEvent.AnswerApproved => CareSteps.Review,
        _ => CareSteps.None,
    };

    /// <summary>What is to be done again.</summary>
    public static CareSteps TakenBackBy(TicketEvent happened) => happened switch
    {
        TicketEvent.AnswerProposed or TicketEvent.AnswerRevised or TicketEvent.AnswerReturned or TicketEvent.AnswerRecalled or TicketEvent.Absorbed => CareSteps.Review,
        TicketEvent.Reopened => CareSteps.Review | CareSteps.Answer | CareSteps.Confirm,
        _ => CareSteps.None,
    };

    private static CareSteps Heard(string text) => CareSteps.Acknowledge | (Courtesy.Thanks(text) ? CareSteps.Thank : CareSteps.None);
}
