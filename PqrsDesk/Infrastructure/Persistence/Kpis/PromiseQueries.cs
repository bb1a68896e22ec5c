using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.ServiceReports;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence.Kpis;

/// <summary>The promises on some tickets, of which a report tells. Which of them count is the domain's to say.</summary>
public static class PromiseQueries
{
    /// <summary>At least those that <see cref="Cut.Kept"/> has a word about.</summary>
    public static async Task<IReadOnlyList<PromiseFact>> PromisesAsync(this IQueryable<Ticket> tickets, Cut cut, CancellationToken cancel)
    {
        var (start, last) = (cut.Start, cut.AsOf);
        var rows = await (from t in tickets
                          from d in t.Deadlines
                          where (d.Kind == DeadlineKind.FirstResponse || d.Kind == DeadlineKind.NextResponse || d.Kind == DeadlineKind.Resolution)
                              && d.StartedAt <= last && (d.SettledAt == null || d.SettledAt >= start)
                          select new
                          {
                              t.Id,
                              t.FirstReplyAt,
                              Fact = new PromiseFact
                              {
                                  Kind = d.Kind,
                                  FilingNumber = t.Number,
                                  Priority = t.Priority,
                                  PolicyVersionId = t.PolicyVersionId,
                                  CalendarVersionId = d.CalendarVersionId,
                                  Unit = d.Unit,
                                  Amount = d.Amount,
                                  StartedAt = d.StartedAt,
                                  SettledAt = d.SettledAt,
                                  IsReleased = d.IsReleased,
                                  DueAt = d.IsPaused ? null : d.DueAt,
                                  NextBreachAt = t.NextBreachAt,
                                  BreachedAt = d.BreachedAt,
                              },
                          }).ToListAsync(cancel);
        var missed = rows.Where(row => row.Fact.Kind == DeadlineKind.Resolution && cut.Kept(row.Fact) == false).Select(row => row.Id).Distinct().ToList();
        var pauses = (await tickets.Where(t => missed.Contains(t.Id)).SelectMany(t => t.Pauses, (t, pause) => new { t.Id, pause.Reason, pause.From, pause.To }).ToListAsync(cancel)).ToLookup(pause => pause.Id);
        return
        [
            .. from row in rows
               let fact = Replied(row.Fact, row.FirstReplyAt)
               select fact with
               {
                   Pauses = [.. pauses[row.Id].Where(pause => fact.Kind.StoppedBy(pause.Reason)).Select(pause => pause.To is { } to ? new Stretch(pause.From, to) : Stretch.After(pause.From))],
               },
        ];
    }

    /// <summary>How many first replies and answers were kept, missed, or are owed and overdue: <see cref="Cut.Kept"/> of each, said in SQL.</summary>
    public static async Task<Timeliness> KeptAsync(this IQueryable<Ticket> tickets, Cut cut, CancellationToken cancel)
    {
        var (start, last) = (cut.Start, cut.AsOf);
        return await (from t in tickets
                      from d in t.Deadlines
                      where (d.Kind == DeadlineKind.FirstResponse || d.Kind == DeadlineKind.Resolution) && d.StartedAt <= last
                      let done = d.SettledAt != null && !d.IsReleased
                          && ((d.Kind == DeadlineKind.FirstResponse && t.FirstReplyAt >= start && t.FirstReplyAt <= last) || (d.Kind == DeadlineKind.Resolution && d.SettledAt >= start && d.SettledAt <= last))
                      select new
                      {
                          InTime = done && d.BreachedAt == null ? 1 : 0,
                          Late = done && d.BreachedAt != null ? 1 : 0,
                          Overdue = d.SettledAt == null && (d.BreachedAt < last || (d.BreachedAt == null && d.Kind == DeadlineKind.Resolution && !d.IsPaused && d.DueAt < last && (t.NextBreachAt == null || t.NextBreachAt < last))) ? 1 : 0,
                      })
            .GroupBy(promise => 1)
            .Select(all => new Timeliness(all.Sum(promise => promise.InTime), all.Sum(promise => promise.Late), all.Sum(promise => promise.Overdue)))
            .FirstOrDefaultAsync(cancel) ?? Timeliness.None;
    }

    // As the indicators have it: a first reply is what the petitioner got, and a case that ended without one kept nothing.
    private static PromiseFact Replied(PromiseFact fact, DateTimeOffset? firstReplyAt) =>
        fact is not { Kind: DeadlineKind.FirstResponse, SettledAt: not null } ? fact
        : firstReplyAt is { } replied ? fact with { SettledAt = replied }
        : fact with { IsReleased = true };

    /// <summary>What of each ticket of a customer's month a report has to know beside its figures.</summary>
    public static async Task<IReadOnlyList<CustomerCase>> CasesAsync(this KpiReading reading, Cut cut, CancellationToken cancel)
    {
        var more = await reading.Tickets.Concerned(cut)
            .Select(t => new { t.Number, t.Solved, t.ReservedIdentity, Named = t.PetitionerId != null || t.PetitionerName != null }).ToDictionaryAsync(t => t.Number, cancel);
        var cases = new List<CustomerCase>(more.Count);
        await foreach (var fact in reading.FactsAsync(cut.Period).WithCancellation(cancel))
        {
            var known = more[fact.FilingNumber];
            cases.Add(new(fact, known.ReservedIdentity ? CaseIdentity.Reserved : known.Named ? CaseIdentity.Known : CaseIdentity.Anonymous, known.Solved));
        }

        return cases;
    }
}
