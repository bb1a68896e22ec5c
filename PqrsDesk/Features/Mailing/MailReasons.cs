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
        { Reason: MailReason.Refused, Detail: { } kept } when Read(kept) is { } refusal => texts["Reason.Refused", refusals.Say(refusal)],
        { Reason: MailReason.CaseOver } => texts["Reason.CaseOver", line.Number ?? line.Detail ?? ""],
        { Reason: MailReason.Bounce, Detail: { Length: > 0 } said } => texts["Reason.Bounce.Said", said],
        { Reason: { } reason } => texts[$"Reason.{reason}"],
        _ => "",
    };

    /// <summary>As it is kept: the code, and behind a blank what its text quotes.</summary>
    public static string Kept(Refusal refusal) => $"{refusal.Code} {refusal.Detail}".TrimEnd();

    private static Refusal? Read(string kept)
    {
        var parts = kept.Split(' ', 2);
        return Enum.TryParse<RefusalCode>(parts[0], out var code) ? new Refusal(code, null, parts.Length > 1 ? parts[1] : null) : null;
    }
}
