using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework.Sending;

/// <summary>Writes down now what is to be sent later, with its files, which are on the case from then on.</summary>
internal static class PlanMessage
{
    public static async Task<Decision> DoAsync(DeskDb db, Ticket ticket, CaseAct.Plan wish, FileLimits limits, SlaBook book, Moment now, CancellationToken cancel)
    {
        var files = FilesOf(wish.Message);
        var plan = PlanOf(wish.Message, wish.At) with
        {
            Attached = [.. files.Where(file => file.TicketId == ticket.Id).Select(file => file.Id)],
            HoldsForPetitioner = wish.HoldsForPetitioner,
        };
        if (wish.Message is CaseAct.ReplyAndWait { CauseId: { } id })
        {
            plan = plan with { Cause = await db.PauseCauses.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancel) };
            if (plan.Cause is null) return new Refusal(RefusalCode.PauseCauseUnknown, nameof(CaseAct.ReplyAndWait.CauseId));
        }

        return await limits.SayWithAsync(db, ticket, files, sent => ticket.Plan(plan with { Files = sent }, book, now), cancel);
    }

    private static MessagePlan PlanOf(CaseAct message, DateTimeOffset at) => message switch
    {
        CaseAct.Reply reply => new(PlannedAct.Reply, reply.Text, at) { Used = reply.Used },
        CaseAct.ReplyAndWait reply => new(PlannedAct.ReplyAndWait, reply.Text, at) { Used = reply.Used, Waiting = reply.Reason },
        CaseAct.Answer answer => new(PlannedAct.Answer, answer.Text, at) { Used = answer.Used },
        CaseAct.AnswerAndClose { Whole: var answer } => new(PlannedAct.AnswerAndClose, answer.Text, at) { Used = answer.Used },
        _ => throw new UnreachableException($"{message.GetType().Name} is no message."),
    };

    private static IReadOnlyList<StoredFile> FilesOf(CaseAct message) => message switch
    {
        CaseAct.Reply reply => reply.Files,
        CaseAct.ReplyAndWait reply => reply.Files,
        CaseAct.Answer answer => answer.Files,
        CaseAct.AnswerAndClose both => both.Whole.Files,
        _ => null,
    } ?? [];
}
