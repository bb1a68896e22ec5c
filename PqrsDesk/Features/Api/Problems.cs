using System.Text.Json;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Api;

/// <summary>Refusals as problem details (RFC 9457), with the field beside the words.</summary>
public static class Problems
{
    public static IResult Problem(this IStringLocalizer<RefusalTexts> texts, Refusal refusal)
    {
        var status = StatusOf(refusal.Code);
        var detail = texts.Say(refusal);
        var more = new Dictionary<string, object?> { ["code"] = refusal.Code.ToString() };
        if (refusal.Field is { } field) more["errors"] = new Dictionary<string, string[]> { [JsonNamingPolicy.CamelCase.ConvertName(field)] = [detail] };
        return Results.Problem(detail, statusCode: status, extensions: more);
    }

    private static int StatusOf(RefusalCode code) => code switch
    {
        RefusalCode.TicketNotFound or RefusalCode.PartyNotFound or RefusalCode.TaskUnknown or RefusalCode.TimeUnknown => StatusCodes.Status404NotFound,
        RefusalCode.RoleTooLow or RefusalCode.NotYourTicket or RefusalCode.StepForLead or RefusalCode.NotReviewer or RefusalCode.OwnProposal or RefusalCode.SameReviewer
            or RefusalCode.NotYourTask or RefusalCode.NotYourTime => StatusCodes.Status403Forbidden,
        RefusalCode.FileTooLarge or RefusalCode.FilesTooLargeTogether => StatusCodes.Status413PayloadTooLarge,
        RefusalCode.FilesFull or RefusalCode.DiskLow => StatusCodes.Status507InsufficientStorage,
        RefusalCode.TicketClosed or RefusalCode.TicketNotOpen or RefusalCode.AlreadyOwnedByAnother or RefusalCode.AlreadyWaiting
            or RefusalCode.NotWaiting or RefusalCode.NotAnswered or RefusalCode.AlreadyAnswered or RefusalCode.NotClosed
            or RefusalCode.PartyChanged or RefusalCode.NameTaken or RefusalCode.DocumentTaken or RefusalCode.ExternalIdTaken or RefusalCode.AlreadyMerged or RefusalCode.MergedElsewhere or RefusalCode.NotMerged or RefusalCode.ShorterTermElsewhere or RefusalCode.AlreadyAPart
            or RefusalCode.TooManyParts or RefusalCode.TaskNotOpen or RefusalCode.TaskOpen or RefusalCode.TasksOpen or RefusalCode.ChangedMeanwhile or RefusalCode.NoPolicyApplies
            or RefusalCode.NotAcknowledged or RefusalCode.NotUnderstood or RefusalCode.NotInvestigated or RefusalCode.AnswerNotApproved or RefusalCode.NoProposal
            or RefusalCode.ProposalApproved or RefusalCode.ProposalChanged or RefusalCode.AlreadyPlanned or RefusalCode.NothingPlanned => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
