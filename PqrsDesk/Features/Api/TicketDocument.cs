using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Api;

/// <summary>A ticket as programs read it.</summary>
/// <param name="Petitioner">Null: anonymous.</param>
/// <param name="NextDueAt">The nearest deadline that is owed and running; null when none is.</param>
/// <param name="Version">Sequence of the last event.</param>
public sealed record TicketDocument(
    string Number,
    TicketKind Kind,
    string Subject,
    string Description,
    string? Topic,
    Channel Channel,
    TicketStatus Status,
    Priority Priority,
    Urgency Urgency,
    Impact Impact,
    bool TouchesSecurity,
    int AreaId,
    string Area,
    int? OwnerId,
    string? Owner,
    PetitionerDocument? Petitioner,
    int? CustomerId,
    string? Customer,
    DateTimeOffset FiledAt,
    DateTimeOffset? FirstReplyAt,
    DateTimeOffset? AnsweredAt,
    DateTimeOffset? ClosedAt,
    int ReopenedCount,
    DateTimeOffset? NextDueAt,
    DeadlineKind? NextDueKind,
    IReadOnlyList<DeadlineDocument> Deadlines,
    int Version)
{
    /// <summary>The product or platform it is about.</summary>
    public string? Product { get; init; }

    /// <summary>Number (id) of the contract that promises it; null: none does.</summary>
    public int? ContractId { get; init; }

    /// <summary>The contract's own number.</summary>
    public string? Contract { get; init; }

    /// <summary>The words that the house sorts it by.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>What the house's own fields say, by their keys; as <see cref="Domain.CaseFiles.FieldValues"/> writes it.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>In which language it was written, as its primary tag (RFC 5646).</summary>
    public string? Language { get; init; }

    /// <summary>The date that legal terms count from.</summary>
    public DateOnly EffectiveFiledOn { get; init; }

    /// <summary>The regime of law that it stands under.</summary>
    public string Regime { get; init; } = LegalBook.FirstRegime;

    /// <summary>There is a petitioner, who is kept from those who work the case.</summary>
    public bool ReservedIdentity { get; init; }

    /// <summary>The queue of its area that it is in; null: none.</summary>
    public int? QueueId { get; init; }
    public string? Queue { get; init; }

    /// <summary>Why it is where it is, as the rules of routing said it last; null where somebody chose the area and no rule was tried.</summary>
    public RoutingTrace? Routing { get; init; }

    /// <summary>Until when it is put aside; null: it is not.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>Number of the ticket that it was split off from.</summary>
    public string? PartOf { get; init; }

    /// <summary>Number of the ticket that it is answered with.</summary>
    public string? MergedInto { get; init; }

    /// <summary>By which the petitioner follows the case; only in the answer to its filing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TrackingCode { get; init; }

    /// <summary>A ticket that was just filed, letter for letter as <see cref="ReadTicketDocument"/> would read it again.</summary>
    public static TicketDocument Of(FiledTicket filed)
    {
        var (t, area, petitioner, customer, _, routing) = filed;
        return new TicketDocument(
            t.Number, t.Kind, t.Subject, DescriptionOf(t.Events[0].Event), t.Topic, t.Channel, t.Status, t.Priority, t.Urgency, t.Impact, t.TouchesSecurity,
            t.AreaId, area.Name, t.OwnerId, routing.Owner?.Name,
            t.PetitionerName is null ? null : new PetitionerDocument(t.PetitionerName, petitioner?.Document, petitioner?.Email, petitioner?.Telephone),
            t.CustomerId, customer?.Name,
            t.FiledAt, t.FirstReplyAt, t.AnsweredAt, t.ClosedAt, t.ReopenedCount, Instants.Stored(t.NextDueAt), t.NextDueKind,
            [.. t.Deadlines.OrderBy(deadline => deadline.Kind).Select(DeadlineDocument.Of)], t.Version)
        {
            Product = t.Product,
            ContractId = t.ContractId,
            Contract = filed.ContractNumber,
            Fields = filed.Fields,
            Language = t.Language,
            EffectiveFiledOn = t.EffectiveFiledOn,
            Regime = t.Regime ?? LegalBook.FirstRegime,
            ReservedIdentity = t.ReservedIdentity,
            QueueId = t.WorkQueueId,
            Queue = routing.Queue?.Name,
            Routing = RoutingOf(t.Events[0].Event),
            PartOf = t.PartOf,
            MergedInto = t.MergedInto,
        };
    }

    internal static RoutingTrace? RoutingOf(TicketEvent? happened) => happened switch
    {
        TicketEvent.Filed filed => filed.Routing,
        TicketEvent.Routed again => again.Routing,
        _ => null,
    };

    internal static string DescriptionOf(TicketEvent first) => first switch
    {
        TicketEvent.Filed filed => filed.Filing.Description,
        TicketEvent.Imported imported => imported.Filing.Description,
        _ => "",
    };
}

public sealed record PetitionerDocument(string Name, string? Document, string? Email, string? Telephone);

/// <param name="Amount">Minutes, days or months, by <paramref name="Unit"/>.</param>
/// <param name="DueAt">Null while paused.</param>
/// <param name="LastDay">The last day of a term in days.</param>
public sealed record DeadlineDocument(
    DeadlineKind Kind,
    DeadlineState State,
    DeadlineUnit Unit,
    int Amount,
    DateTimeOffset StartedAt,
    DateTimeOffset? DueAt,
    DateOnly? LastDay,
    DateTimeOffset? SettledAt,
    DateTimeOffset? BreachedAt)
{
    internal static DeadlineDocument Of(Deadline deadline) => new(
        deadline.Kind, deadline.State, deadline.Unit, deadline.Amount, deadline.StartedAt, Instants.Stored(deadline.DueAt), deadline.LastDay, deadline.SettledAt, deadline.BreachedAt);
}

public sealed class ReadTicketDocument(IDbContextFactory<DeskDb> desk, FieldShelf fields)
{
    /// <returns>Null when there is no such ticket.</returns>
    public async Task<TicketDocument?> RunAsync(string radicado, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var found = await db.Tickets.Where(t => t.Number == radicado).Select(t => new
        {
            t.Id,
            t.RoutedIn,
            t.CaseFile,
            Document = new TicketDocument(
                t.Number, t.Kind, t.Subject, "", t.Topic, t.Channel, t.Status, t.Priority, t.Urgency, t.Impact, t.TouchesSecurity,
                t.AreaId, t.Area!.Name, t.OwnerId, t.Owner!.Name,
                t.PetitionerName == null ? null : new PetitionerDocument(t.PetitionerName, t.Petitioner!.Document, t.Petitioner.Email, t.Petitioner.Telephone),
                t.CustomerId, t.Customer!.Name,
                t.FiledAt, t.FirstReplyAt, t.AnsweredAt, t.ClosedAt, t.ReopenedCount, t.NextDueAt, t.NextDueKind,
                Array.Empty<DeadlineDocument>(), t.Version)
            {
                Product = t.Product,
                ContractId = t.ContractId,
                Contract = db.Contracts.Where(contract => contract.Id == t.ContractId).Select(contract => contract.Number).FirstOrDefault(),
                Language = t.Language,
                EffectiveFiledOn = t.EffectiveFiledOn,
                Regime = t.Regime ?? LegalBook.FirstRegime,
                ReservedIdentity = t.ReservedIdentity,
                QueueId = t.WorkQueueId,
                Queue = t.WorkQueue!.Name,
                SnoozedUntil = t.SnoozedUntil,
                PartOf = t.PartOf,
                MergedInto = t.MergedInto,
            },
        }).SingleOrDefaultAsync(cancel);
        if (found is null) return null;
        var log = await db.Events.Where(line => line.TicketId == found.Id && (line.Sequence == 1 || line.Sequence == found.RoutedIn))
            .OrderBy(line => line.Sequence).Select(line => line.Event).ToListAsync(cancel);
        var deadlines = await db.Deadlines.AsNoTracking().Where(deadline => deadline.TicketId == found.Id).OrderBy(deadline => deadline.Kind).ToListAsync(cancel);
        return found.Document with { Description = TicketDocument.DescriptionOf(log[0]), Deadlines = [.. deadlines.Select(DeadlineDocument.Of)], Routing = TicketDocument.RoutingOf(log[^1]), Tags = found.CaseFile?.Tags ?? [], Fields = found.CaseFile is null ? new Dictionary<string, string>() : FieldJson.ByKey(await fields.BookAsync(), found.CaseFile) };
    }
}
