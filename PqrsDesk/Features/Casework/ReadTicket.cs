using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Care;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Api;
using PqrsDesk.Features.Casework.Care;
using PqrsDesk.Infrastructure.Channels.Meta;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework;

/// <summary>Reads a ticket for its page.</summary>
public sealed class ReadTicket(
    IDbContextFactory<DeskDb> desk, SlaShelf shelf, ClassificationShelf classification, MailSettings mail, MetaHook meta, TimeProvider clock)
{
    private const int OthersShown = 5;

    /// <summary>How long the bars of the clocks stand while nothing happens.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    public LiveQuestion<TicketAnswer> Question(string radicado) => new(new TicketOf(radicado), (db, cancel) => RunAsync(db, radicado, cancel))
    {
        Every = Fresh,
        Concerns = change => change.Number == radicado,
    };

    public async Task<TicketAnswer> RunAsync(string radicado, CancellationToken cancel)
    {
        await using var snapshot = await Snapshot.TakeAsync(desk, cancel, fixedNow: false);
        return await RunAsync(snapshot.Db, radicado, cancel);
    }

    private async Task<TicketAnswer> RunAsync(DeskDb db, string radicado, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var ticket = await db.Tickets.Where(t => t.Number == radicado).Select(t => new
        {
            t.EffectiveFiledOn,
            t.FlaggedAt,
            t.FiledOn,
            t.Regime,
            t.RoutedIn,
            Review = t.ReviewStage == null ? null : new ReviewSight(
                t.ReviewStage, t.ReviewSince, null, t.ReviewStages, t.ApproverId, db.Staff.Where(member => member.Id == t.ApproverId).Select(member => member.Name).FirstOrDefault(), t.ProposedById, t.ReviewedById),
            Sight = new TicketSight(
                t.Id, t.Number, t.Kind, t.Subject, t.Topic, t.Channel, t.Status, t.Priority, t.AreaId, t.Area!.Name, t.OwnerId, t.Owner!.Name,
                new PetitionerSight(
                    t.ReservedIdentity ? null : t.PetitionerId, t.PetitionerName, t.ReservedIdentity ? null : t.Petitioner!.Document, t.ReservedIdentity ? null : t.Petitioner!.Email,
                    t.ReservedIdentity ? null : t.Petitioner!.Telephone, t.Customer!.Name, t.Customer.ServiceLevel)
                {
                    Reserved = t.ReservedIdentity,
                    Person = t.ReservedIdentity ? null : t.Petitioner!.Person,
                    Address = t.ReservedIdentity ? null : t.Petitioner!.Address,
                    Municipality = t.ReservedIdentity ? null : t.Petitioner!.Municipality,
                    AnswerChannel = t.AnswerChannel,
                    AnswerTo = t.AnswerTo,
                    Branch = t.Branch!.Name,
                    CustomerId = t.CustomerId,
                },
                t.FiledAt, t.NextDueAt, t.Version, now)
            {
                WorkQueueId = t.WorkQueueId,
                WorkQueue = t.WorkQueue!.Name,
                HasQueues = db.WorkQueues.Any(queue => queue.AreaId == t.AreaId && queue.Active),
                Product = t.Product,
                ContractId = t.ContractId,
                CaseFile = t.CaseFile,
                SnoozedUntil = t.SnoozedUntil,
            },
        }).SingleOrDefaultAsync(cancel);
        if (ticket is null) return new(null);
        var id = ticket.Sight.Id;
        var book = await shelf.BookAsync();
        var deadlines = await db.Deadlines.AsNoTracking().Where(deadline => deadline.TicketId == id).OrderBy(deadline => deadline.Kind).ThenBy(deadline => deadline.Id).ToListAsync(cancel);
        var pauses = await db.Pauses.AsNoTracking().Where(pause => pause.TicketId == id).OrderBy(pause => pause.From).ToListAsync(cancel);
        var regime = ticket.Regime ?? LegalBook.FirstRegime;
        var timeline = await db.Events.Where(line => line.TicketId == id && line.Sequence <= ticket.Sight.Version).OrderBy(line => line.Sequence)
            .Select(line => new TimelineLine(line.Sequence, line.At, line.ByKind, line.ByStaffId, line.ByName, line.Event)).ToListAsync(cancel);
        var relations = Relations.Of(timeline.Select(line => line.Event));
        var conversation = await ConversationSight.ReadAsync(db, id, ticket.Sight.Petitioner, meta, cancel);
        var filing = (timeline[0].Event as TicketEvent.Filed)?.Filing;
        var files = await FilesAsync(db, id, relations, timeline, cancel);
        var sorting = ClassReading.Of(ticket.Sight, timeline[0].Event, files.Count, await classification.BookAsync());
        var care = new ReviewFacts(ticket.Sight.Kind, ticket.Sight.Priority, ticket.Sight.AreaId, ticket.Regime);
        var careLog = timeline.ConvertAll(line => new CareLine(line.At, line.ByKind, line.ByName, line.Event));
        return new(ticket.Sight with
        {
            Care = CareReading.Of(care, careLog, book.Care, due => StepTimes.Of(due, deadlines, pauses, ticket.EffectiveFiledOn, book, now), now),
            Review = (ticket.Review ?? ReviewSight.Nothing) with { Wanted = book.Care.ReviewOf(care), OwnApproval = book.Care.Definition.OwnApproval, Proposal = ticket.Review is null ? null : ProposalReading.Of(careLog) },
            SuggestedTopic = sorting.Suggested,
            TopicArea = sorting.Area,
            Missing = sorting.Missing,
            Petitioner = ticket.Sight.Petitioner with { Attention = filing?.Attention, Consent = filing?.Consent },
            Routing = TicketDocument.RoutingOf(timeline.Find(line => line.Sequence == ticket.RoutedIn)?.Event),
            Regime = book.Law.Regimes.FirstOrDefault(each => each.Code == regime),
            OtherRegimes = [.. book.Law.Offered.Where(each => each.Code != regime)],
            EffectiveOn = ticket.EffectiveFiledOn == ticket.FiledOn ? null : ticket.EffectiveFiledOn,
            Deadlines = [.. deadlines.Select(deadline => ClockReading.Of(deadline, pauses, ticket.EffectiveFiledOn, book, now))],
            FlaggedAt = ticket.FlaggedAt,
            Pauses =
            [
                .. pauses.Where(pause => pause.Reason != PauseReason.Answered).Select(pause => new PauseSight(
                    pause.Reason, pause.Cause, pause.By, pause.EndedBy, pause.From, pause.To, pause.UsedPercent, pause.PetitionerWaited, pause.WantsReview)),
            ],
            Legal = LegalReading.Of(deadlines, ticket.Sight.Kind, ticket.EffectiveFiledOn, ticket.Sight.Status, book, now),
            Timeline = timeline,
            Files = files,
            Related = await RelatedTicket.ReadAsync(db, relations, cancel),
            Conversation = conversation,
            Mails = await MailsSight.ReadAsync(db, id, ticket.Sight.Petitioner, conversation is { Sends: true }, mail, cancel),
            Others = ticket.Sight.Petitioner.Id is { } petitioner
                ? await db.Tickets.Where(t => t.PetitionerId == petitioner && t.Id != id).OrderByDescending(t => t.Id)
                    .Select(t => new OtherTicket(t.Number, t.Kind, t.Subject, t.Status)).Take(OthersShown).ToListAsync(cancel)
                : [],
        });
    }

    /// <summary>Those of the case, those that it shares with the case it is a part of, and those of the cases that are answered with it.</summary>
    private static async Task<IReadOnlyList<AttachmentSight>> FilesAsync(DeskDb db, long id, Relations relations, List<TimelineLine> timeline, CancellationToken cancel)
    {
        var shared = relations.PartOf is null ? [] : timeline.Select(line => line.Event).OfType<TicketEvent.FileAttached>().Select(file => file.FileId).ToArray();
        var absorbed = relations.Absorbed.Count == 0 ? [] : await db.Tickets.Where(t => relations.Absorbed.Contains(t.Number)).ToDictionaryAsync(t => t.Id, t => t.Number, cancel);
        long[] holders = [id, .. absorbed.Keys];
        var files = await db.Files.Where(file => holders.Contains(file.TicketId) || shared.Contains(file.Id)).OrderBy(file => file.StoredAt)
            .Select(file => new { file.Id, file.Name, file.Bytes, file.Scan, file.Threat, file.TicketId }).ToListAsync(cancel);
        return files.ConvertAll(file => new AttachmentSight(file.Id, file.Name, file.Bytes, file.Scan, file.Threat, absorbed.GetValueOrDefault(file.TicketId)));
    }

    private sealed record TicketOf(string Radicado);
}
