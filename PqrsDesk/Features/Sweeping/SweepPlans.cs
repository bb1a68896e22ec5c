using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Cluster;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Sweeping;

/// <summary>Sends the messages whose time has come. The clocks count the moment at which it is done: nobody was told anything before.</summary>
public sealed class SweepPlans(IDbContextFactory<DeskDb> desk, SendPlanned send, ILogger<SweepPlans> log)
{
    private const int Batch = 50;

    /// <returns>How many were sent; the others are held.</returns>
    public async Task<int> RunAsync(DateTimeOffset asOf, CancellationToken cancel)
    {
        for (var (sent, last) = (0, 0L); ;)
        {
            var due = await DueAsync(asOf, last, cancel);
            foreach (var (_, number) in due)
            {
                try
                {
                    if (await send.OnTimeAsync(number, cancel)) sent++;
                }
                catch (Exception wrong) when (wrong is not OperationCanceledException)
                {
                    // One that fails keeps no other waiting; the next round finds it again.
                    log.LogError(wrong, "The planned message of {Number} could not be sent.", number);
                }
            }

            if (due.Count < Batch) return sent;
            last = due[^1].Id;
        }
    }

    private async Task<List<(long Id, string Number)>> DueAsync(DateTimeOffset asOf, long after, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return (await db.Tickets.Where(t => t.SendAt != null && t.SendAt <= asOf && t.Id > after).OrderBy(t => t.Id).Select(t => new { t.Id, t.Number }).Take(Batch).ToListAsync(cancel))
            .ConvertAll(t => (t.Id, t.Number));
    }
}

/// <summary>What is planned for eight is sent within seconds of it.</summary>
public sealed class PlanSweeping(SweepPlans sweep, IDuty duty, TimeProvider clock, ILogger<PlanSweeping> log) : DutyRounds(duty, clock, log)
{
    protected override TimeSpan Every => TimeSpan.FromSeconds(5);

    protected override Task RunAsync(DateTimeOffset asOf, CancellationToken stop) => sweep.RunAsync(asOf, stop);
}
