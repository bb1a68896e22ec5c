using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Cluster;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Sweeping;

/// <summary>Forgets requests of programs that nobody will send again: their keys are kept for a day.</summary>
public sealed class ForgetRequests(DeskWriter writer)
{
    /// <returns>How many there were.</returns>
    public Task<int> RunAsync(DateTimeOffset asOf, CancellationToken cancel) =>
        writer.RunAsync(db => db.SentForms.Where(form => form.KeptUntil != null && form.KeptUntil < asOf).ExecuteDeleteAsync(cancel), cancel, forgotten => forgotten > 0);
}

/// <summary>Forgets both every few minutes.</summary>
public sealed class RequestForgetting(ForgetRequests forget, ForgetDrafts drafts, IDuty duty, TimeProvider clock, ILogger<RequestForgetting> log) : DutyRounds(duty, clock, log)
{
    protected override TimeSpan Every => TimeSpan.FromMinutes(10);

    protected override async Task RunAsync(DateTimeOffset asOf, CancellationToken stop)
    {
        await forget.RunAsync(asOf, stop);
        await drafts.RunAsync(asOf, stop);
    }
}
