using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Care;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Reviewing;

/// <summary>A step that somebody left out, and why.</summary>
public sealed record SkippedStep(string Number, string Subject, CareStep Step, string By, string Reason, DateTimeOffset At);

/// <param name="ByKind">How many cases of a kind had a step left out.</param>
/// <param name="Last">The newest first.</param>
public sealed record SkippedSteps(IReadOnlyList<(TicketKind Kind, int Cases)> ByKind, IReadOnlyList<SkippedStep> Last);

/// <summary>What was left out lately, for those who lead.</summary>
public sealed class ReadSkippedSteps(IDbContextFactory<DeskDb> desk, TimeProvider clock)
{
    public const int Days = 90;
    private const int Cases = 20;

    public async Task<SkippedSteps> RunAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var since = clock.GetUtcNow().AddDays(-Days);
        var skipped = db.Tickets.Where(t => t.StepsSkipped > 0 && t.ChangedAt >= since);
        var kinds = await skipped.GroupBy(t => t.Kind).Select(group => new { Kind = group.Key, Count = group.Count() }).OrderByDescending(row => row.Count).ToListAsync(cancel);
        var cases = await skipped.OrderByDescending(t => t.ChangedAt).Take(Cases).Select(t => new { t.Id, t.Number, t.Subject, t.StepsSkipped }).ToDictionaryAsync(t => t.Id, cancel);
        long[] ids = [.. cases.Keys];
        var lines = ids.Length == 0 ? [] : await db.Events.AsNoTracking().Where(line => ids.Contains(line.TicketId)).ToListAsync(cancel);
        return new([.. kinds.Select(row => (row.Kind, row.Count))],
        [
            .. from line in lines
               let skip = line.Event as TicketEvent.StepSkipped
               where skip is not null && cases[line.TicketId].StepsSkipped.HasFlag(skip.Step.Flag())
               orderby line.At descending
               select new SkippedStep(cases[line.TicketId].Number, cases[line.TicketId].Subject, skip.Step, line.ByName, skip.Reason, line.At),
        ]);
    }
}
