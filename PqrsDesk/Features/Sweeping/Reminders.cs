using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Sweeping;

/// <summary>Tells members of staff of something that comes due: a notice at the desk for each, and a letter for those who have not switched letters off.</summary>
public sealed class Reminders(MailSettings mail)
{
    /// <summary>In the caller's own transaction, which also marks what was told: both, or neither.</summary>
    /// <param name="of">What it is about.</param>
    public async Task TellAsync(DeskDb db, IReadOnlyCollection<int> members, NoticeThing thing, int of, string name, DateOnly? on, DateTimeOffset asOf, CancellationToken cancel)
    {
        List<Notice> notices = [.. members.Select(member => new Notice
        {
            StaffId = member,
            TicketId = null,
            Sequence = 0,
            Kind = NoticeKind.Service,
            Thing = thing,
            ThingId = of,
            On = on,
            Words = Notice.Shorten(name),
            At = asOf,
        })];
        db.Notices.AddRange(notices);
        if (mail is not { Smtp: not null, From: { } from } || OccasionOf(thing) is not { } occasion) return;

        // Letters name their notices, which have their numbers from here on.
        await db.SaveChangesAsync(cancel);
        var people = await db.Staff.Where(member => members.Contains(member.Id) && member.Active).Select(member => new { member.Id, member.Name, member.Email }).ToDictionaryAsync(member => member.Id, cancel);
        var chosen = await db.Preferences.Where(each => each.Key == MailNotices.Key && members.Contains(each.StaffId)).ToDictionaryAsync(each => each.StaffId, each => each.Text, cancel);
        db.OutgoingMails.AddRange(
            from notice in notices
            let person = people.GetValueOrDefault(notice.StaffId)
            where person is not null && !string.IsNullOrWhiteSpace(person.Email) && Wants(chosen.GetValueOrDefault(notice.StaffId))
            select new OutgoingMail
            {
                TicketId = null,
                NoticeId = notice.Id,
                Sequence = 0,
                Occasion = occasion,
                ToAddress = person.Email,
                ToName = person.Name,
                MessageId = string.Create(CultureInfo.InvariantCulture, $"notice.{notice.Id}.{Guid.NewGuid():N}@{from.Host}"),
                QueuedAt = asOf,
                State = MailState.Queued,
                NextAttemptAt = asOf,
            });
    }

    private static bool Wants(string? kept) =>
        kept is null || (new Preferences.Kept(new Dictionary<string, string> { [MailNotices.Key] = kept }).Read<MailNotices>(MailNotices.Key) ?? MailNotices.Usual).Reminders;

    private static MailOccasion? OccasionOf(NoticeThing thing) => thing switch
    {
        NoticeThing.CriticalityReview => MailOccasion.CriticalityReview,
        NoticeThing.ContractHoursMost => MailOccasion.ContractHoursMost,
        NoticeThing.ContractHoursAll => MailOccasion.ContractHoursAll,
        NoticeThing.ContractCasesMost => MailOccasion.ContractCasesMost,
        NoticeThing.ContractCasesAll => MailOccasion.ContractCasesAll,
        NoticeThing.ContractEnding => MailOccasion.ContractEnding,
        _ => null,
    };
}
