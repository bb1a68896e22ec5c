using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Catalogue;

/// <summary>By what the list is in order.</summary>
public enum PlatformOrder
{
    Name = 1,

    /// <summary>The most critical first, those without a class last.</summary>
    Class = 2,

    /// <summary>Those with the most open cases first.</summary>
    Cases = 3,

    /// <summary>What is to be looked at again first.</summary>
    Review = 4,
}

/// <summary>Which of the catalogue somebody looks at. It lives in the address.</summary>
/// <param name="Unclassed">Only those without an approved class.</param>
/// <param name="Retired">Those that were retired, in place of the active ones.</param>
public sealed record PlatformQuery(
    string? Text = null, ProductKind? Kind = null, CriticalityClass? Class = null, bool Unclassed = false, int? AreaId = null, bool Retired = false, PlatformOrder Order = PlatformOrder.Name)
{
    public bool Narrows => !string.IsNullOrWhiteSpace(Text) || Kind is not null || Class is not null || Unclassed || AreaId is not null || Retired;
}

/// <param name="Parent">What it is a part of.</param>
/// <param name="Hours">Name of the calendar of its support hours; null: day and night.</param>
/// <param name="Open">Open cases that name it.</param>
/// <param name="ReviewIsDue">The day of its review is here or past.</param>
public sealed record PlatformLine(
    int Id, string Name, ProductKind Kind, string? Parent, CriticalityClass? Class, DateOnly? ReviewOn, bool ReviewIsDue, int? AreaId, string? Area, string? Hours, bool Active, int Open);

/// <param name="All">How many there are without any filter, the retired ones among them.</param>
public sealed record PlatformList(IReadOnlyList<PlatformLine> Lines, int All);

/// <summary>Looks through the catalogue. It is as long as a house has products: it is read whole.</summary>
public sealed class ReadPlatforms(IDbContextFactory<DeskDb> desk, SlaShelf sla, TimeProvider clock)
{
    public async Task<PlatformList> RunAsync(PlatformQuery query, CancellationToken cancel)
    {
        var book = await sla.BookAsync();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), book.Zone).DateTime);
        await using var db = await desk.CreateDbContextAsync(cancel);
        var products = await db.Products.AsNoTracking().ToListAsync(cancel);
        var areas = await db.Areas.ToDictionaryAsync(area => area.Id, area => area.Name, cancel);
        var open = await db.Tickets.Where(ticket => ticket.Status < TicketStatus.Answered && ticket.Product != null).GroupBy(ticket => ticket.Product!)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(each => each.Key, each => each.Count, cancel);
        var names = products.ToDictionary(product => product.Id, product => product.Name);
        var words = SearchedWords.Split(query.Text ?? "").ToList();
        var lines = products
            .Where(product => product.Active != query.Retired)
            .Where(product => query.Kind is null || product.Kind == query.Kind)
            .Where(product => query.Unclassed ? product.Criticality is null : query.Class is null || product.Criticality == query.Class)
            .Where(product => query.AreaId is null || product.OwnerAreaId == query.AreaId)
            .Where(product => words.TrueForAll(Ticket.Fold(product.Name + " " + product.Description).Contains))
            .Select(product => new PlatformLine(
                product.Id, product.Name, product.Kind, product.ParentId is { } parent ? names.GetValueOrDefault(parent) : null, product.Criticality, product.CriticalityReviewOn,
                product.CriticalityReviewOn <= today, product.OwnerAreaId, product.OwnerAreaId is { } area ? areas.GetValueOrDefault(area) : null,
                product.CalendarKey is { } key ? book.CurrentCalendar(key)?.Definition.Name ?? key : null, product.Active, open.GetValueOrDefault(product.Name)))
            .OrderBy(line => Ticket.Fold(line.Name), StringComparer.Ordinal);
        return new([.. query.Order switch
        {
            PlatformOrder.Class => lines.OrderByDescending(line => line.Class ?? 0),
            PlatformOrder.Cases => lines.OrderByDescending(line => line.Open),
            PlatformOrder.Review => lines.OrderBy(line => line.ReviewOn ?? DateOnly.MaxValue),
            _ => lines,
        }], products.Count);
    }
}
