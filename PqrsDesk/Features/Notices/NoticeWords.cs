using System.Globalization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Notices;

/// <summary>What a notice says, and where it leads.</summary>
public sealed class NoticeWords(IStringLocalizer<NoticesTexts> texts, EventWords events, ContractWords contracts)
{
    public string Say(NoticeLine notice) => notice switch
    {
        { Thing: NoticeThing.CriticalityReview } => texts["CriticalityReview", notice.Words ?? "", notice.On?.ToString("D", CultureInfo.CurrentCulture) ?? ""],
        { Thing: NoticeThing.ContractHoursAll or NoticeThing.ContractCasesAll, Surcharge: { Amount: > 0 } asked } => texts[$"{notice.Thing}.Surcharge", notice.Words ?? "", Day(notice), contracts.Amount(asked)],
        { Thing: >= NoticeThing.ContractHoursMost and <= NoticeThing.ContractEnding and var thing } => texts[$"{thing}", notice.Words ?? "", Day(notice)],
        { Thing: NoticeThing.ReportDraft } => texts["ReportDraft", notice.Words ?? "", notice.On?.ToString("Y", CultureInfo.CurrentCulture) ?? ""],
        { Count: > 1, Line.Event: TicketEvent.HandedOver { Back: true } } => texts["HandOver.Back", Number(notice.Count)],
        { Count: > 1, Line.Event: TicketEvent.HandedOver handed } => texts["HandOver.Away", Number(notice.Count), handed.FromName],
        { Count: > 1, Kind: NoticeKind.Assignment } => texts["Assignment.Many", Number(notice.Count)],
        { Count: > 1 } => texts["Follow.Many", Number(notice.Count)],
        { Kind: NoticeKind.Mention } => texts["Mention", notice.By ?? "", notice.Words ?? ""],
        { Line: { } line } => events.Say(line),
        _ => notice.Words ?? "",
    };

    public string Kind(NoticeKind kind) => texts[$"Kind.{kind}"];

    /// <summary>The case, or those that it is about, or the thing.</summary>
    public static string Target(NoticeLine notice) => notice switch
    {
        { Thing: NoticeThing.CriticalityReview, ThingId: { } product } => DeskUrls.CriticalityOf(product),
        { Thing: >= NoticeThing.ContractHoursMost and <= NoticeThing.ContractEnding, ThingId: { } contract } => DeskUrls.ContractOf(contract),
        { Thing: NoticeThing.ReportDraft, ThingId: { } customer, On: { } month } => DeskUrls.CustomerReportOf(customer, MonthText.Write(month)),
        { Count: > 1, Kind: NoticeKind.Follow } => DeskUrls.Followed,
        { Count: > 1 } => DeskUrls.MyTickets,
        _ => DeskUrls.TicketOf(notice.Number),
    };

    private static string Day(NoticeLine notice) => notice.On?.ToString("D", CultureInfo.CurrentCulture) ?? "";

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
