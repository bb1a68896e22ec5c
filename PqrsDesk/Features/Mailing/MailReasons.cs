using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Mailing;

/// <summary>Why a message is where it is, in words.</summary>
internal static class MailReasons
{
    public static string Say(MailLine line, IStringLocalizer<MailingTexts> texts, IStringLocalizer<RefusalTexts> refusals) => line switch
    {
        { Fate: MailFate.Discarded } => texts["Reason.Discarded", line.SortedBy ?? "", line.Note ?? ""],
        { Reason: MailReason.Refused, Detail: { } code } when Enum.TryParse<RefusalCode>(code, out var refused) => texts["Reason.Refused", refusals[refused.ToString()]],
        { Reason: MailReason.CaseOver } => texts["Reason.CaseOver", line.Number ?? line.Detail ?? ""],
        { Reason: MailReason.Bounce, Detail: { Length: > 0 } said } => texts["Reason.Bounce.Said", said],
        { Reason: { } reason } => texts[$"Reason.{reason}"],
        _ => "",
    };
}
