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
        for (var sent = 0; ;)
        {
            var due = await DueAsync(asOf, cancel);
            var through = 0;
            foreach (var number in due)
            {
                try
                {
                    if (await send.OnTimeAsync(number, cancel)) sent++;
                    through++;
                }
                catch (Exception wrong) when (wrong is not OperationCanceledException)
                {
                    // One that fails keeps no other waiting; the next round finds it again.
                    log.LogError(wrong, "The planned message of {Number} could not be sent.", number);
                }
            }

            if (due.Count < Batch || through == 0) return sent;
        }
    }

    private async Task<List<string>> DueAsync(DateTimeOffset asOf, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.Tickets.Where(t => t.SendAt != null && t.SendAt <= asOf).OrderBy(t => t.SendAt).Select(t => t.Number).Take(Batch).ToListAsync(cancel);
    }
}

/// <summary>What is planned for eight is sent within seconds of it.</summary>
public sealed class PlanSweeping(SweepPlans sweep, IDuty duty, TimeProvider clock, ILogger<PlanSweeping> log) : DutyRounds(duty, clock, log)
{
    protected override TimeSpan Every => TimeSpan.FromSeconds(5);

    protected override Task RunAsync(DateTimeOffset asOf, CancellationToken stop) => sweep.RunAsync(asOf, stop);
}
