using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence.Kpis;

/// <summary>Marks days whose kept figures no longer hold, in the transaction that changes them.</summary>
public static class StaleDays
{
    /// <summary>The marks of tickets that are inserted past the change tracker.</summary>
    public static IReadOnlyList<StaleDay> Of(IEnumerable<Ticket> inserted, TimeZoneInfo zone) =>
        Marks(inserted.SelectMany(ticket => Footprint.Of(ticket).Shares(zone)).Select(share => share.Day));

    internal static void Mark(DeskDb db, IEnumerable<DateOnly> days) => db.StaleDays.AddRange(Marks(days));

    private static List<StaleDay> Marks(IEnumerable<DateOnly> days) => [.. days.Distinct().Order().Select(day => new StaleDay { Day = day })];

    /// <summary>Days that are over and marked, the newest first.</summary>
    internal static Task<List<DateOnly>> StaleBeforeAsync(this DeskDb db, DateOnly today, CancellationToken cancel) =>
        db.StaleDays.Where(stale => stale.Day < today).Select(stale => stale.Day).Distinct().OrderByDescending(day => day).ToListAsync(cancel);

    /// <summary>Neighbours as one stretch, from days in order, the newest first.</summary>
    internal static IEnumerable<Period> Stretches(this IEnumerable<DateOnly> days, int longest = int.MaxValue)
    {
        Period? stretch = null;
        foreach (var day in days)
        {
            if (stretch is { } open && day == open.From.AddDays(-1) && open.Length < longest)
            {
                stretch = new Period(day, open.To);
                continue;
            }

            if (stretch is not null) yield return stretch;
            stretch = new Period(day, day);
        }

        if (stretch is not null) yield return stretch;
    }
}
