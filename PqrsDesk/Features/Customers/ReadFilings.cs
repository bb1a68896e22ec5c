using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Customers;

/// <summary>Which filings of somebody are shown.</summary>
/// <param name="Open">Null: all of them.</param>
public sealed record FilingQuery(TicketKind? Kind = null, Channel? Channel = null, bool? Open = null);

/// <summary>A filing in the list of somebody's.</summary>
public sealed record FilingLine(
    long Id, string Number, TicketKind Kind, string Subject, Channel Channel, TicketStatus Status, string? Topic, string? Product, string? Petitioner, DateTimeOffset FiledAt, DateTimeOffset? NextDueAt);

/// <summary>Some filings, the newest first.</summary>
/// <param name="Next">Where the next ones begin.</param>
public sealed record FilingPage(IReadOnlyList<FilingLine> Lines, PartyCursor? Next);

/// <summary>
/// What somebody filed, on whatever channel. Anonymous filings and those with a reserved identity are nobody's here, also
/// where they name an organisation.
/// </summary>
public sealed class ReadFilings(IDbContextFactory<DeskDb> desk)
{
    public const int Page = 20;

    public async Task<FilingPage> RunAsync(PartyKind kind, int id, FilingQuery query, PartyCursor? after, Reader reader, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var theirs = Of(db, kind, id, reader);
        if (query.Kind is { } what) theirs = theirs.Where(t => t.Kind == what);
        if (query.Channel is { } channel) theirs = theirs.Where(t => t.Channel == channel);
        if (query.Open is { } open) theirs = open ? theirs.Where(t => t.Status < TicketStatus.Answered) : theirs.Where(t => t.Status >= TicketStatus.Answered);
        if (after is { Name: var ticks, Id: var last } && long.TryParse(ticks, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var utc) && utc <= DateTimeOffset.MaxValue.UtcTicks)
        {
            var at = new DateTimeOffset(utc, TimeSpan.Zero);
            theirs = theirs.Where(t => t.FiledAt <= at && (t.FiledAt < at || t.Id < last));
        }

        var lines = await theirs.OrderByDescending(t => t.FiledAt).ThenByDescending(t => t.Id).Take(Page + 1).Select(Line).ToListAsync(cancel);
        if (lines.Count <= Page) return new(lines, null);
        lines.RemoveAt(Page);
        return new(lines, new(lines[^1].FiledAt.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture), lines[^1].Id));
    }

    internal static IQueryable<Ticket> Of(DeskDb db, PartyKind kind, int id, Reader reader) => kind == PartyKind.Person
        ? db.Tickets.AsNoTracking().VisibleTo(reader).Where(t => t.PetitionerId == id && !t.ReservedIdentity)
        : db.Tickets.AsNoTracking().VisibleTo(reader).Where(t => t.CustomerId == id && t.PetitionerId != null && !t.ReservedIdentity);

    internal static readonly Expression<Func<Ticket, FilingLine>> Line = t => new FilingLine(
        t.Id, t.Number, t.Kind, t.Subject, t.Channel, t.Status, t.Topic, t.Product, t.PetitionerName, t.FiledAt, t.NextDueAt);
}
