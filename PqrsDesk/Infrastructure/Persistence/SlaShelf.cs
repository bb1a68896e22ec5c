using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>Keeps the <see cref="SlaBook"/> at hand, read once and read again after a change of policy, calendar, law or rules of care.</summary>
/// <remarks>Another node may make the change: every few seconds the newest version's number is asked for.</remarks>
public sealed class SlaShelf(IDbContextFactory<DeskDb> desk, TimeProvider clock)
{
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(5);
    private readonly Lock _gate = new();
    private Task<Copy>? _copy;
    private long _readAt;

    public async Task<SlaBook> BookAsync()
    {
        var copy = await CopyAsync();
        if (clock.GetElapsedTime(Volatile.Read(ref _readAt)) < Trust) return copy.Book;
        Volatile.Write(ref _readAt, clock.GetTimestamp());
        if (await NewestAsync() == copy.Newest) return copy.Book;
        Refresh();
        return (await CopyAsync()).Book;
    }

    /// <summary>A book that knows what a ticket was promised, which another node may have done a moment ago.</summary>
    public async Task<SlaBook> BookForAsync(Ticket ticket)
    {
        var book = await BookAsync();
        if (book.Knows(ticket)) return book;
        Refresh();
        return (await CopyAsync()).Book;
    }

    public void Refresh()
    {
        lock (_gate) _copy = null;
    }

    private Task<Copy> CopyAsync()
    {
        // Whoever comes first reads for all; a failed reading is not kept.
        lock (_gate)
        {
            if (_copy is null or { IsFaulted: true } or { IsCanceled: true })
            {
                Volatile.Write(ref _readAt, clock.GetTimestamp());
                _copy = ReadAsync();
            }

            return _copy;
        }
    }

    private async Task<Copy> ReadAsync()
    {
        // The number first: what comes in between is read again, and not missed.
        var newest = await NewestAsync();
        await using var db = await desk.CreateDbContextAsync();
        return new(
            new SlaBook(await db.Calendars.AsNoTracking().ToListAsync(), await db.Policies.AsNoTracking().ToListAsync(), await db.LawAsync(CancellationToken.None), await db.CareAsync(CancellationToken.None)),
            newest);
    }

    private async Task<(int Calendar, int Policy, int Rule, int Practice, int Care)> NewestAsync()
    {
        await using var db = await desk.CreateDbContextAsync();
        return (await db.Calendars.MaxAsync(calendar => (int?)calendar.Id) ?? 0, await db.Policies.MaxAsync(policy => (int?)policy.Id) ?? 0,
            await db.LegalRules.MaxAsync(rule => (int?)rule.Id) ?? 0, await db.FilingPractices.MaxAsync(practice => (int?)practice.Id) ?? 0, await db.CareVersions.MaxAsync(care => (int?)care.Id) ?? 0);
    }

    private sealed record Copy(SlaBook Book, (int, int, int, int, int) Newest);
}
