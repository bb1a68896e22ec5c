using PqrsDesk.Infrastructure.Cluster;

namespace PqrsDesk.Features.Outages;

/// <summary>New filings join the incident that takes them, and answers that a stop cut short go on.</summary>
public sealed class IncidentSweeping(GatherCases gather, AnswerIncident answer, IDuty duty, TimeProvider clock, ILogger<IncidentSweeping> log) : DutyRounds(duty, clock, log)
{
    protected override TimeSpan Every => TimeSpan.FromSeconds(5);

    protected override async Task RunAsync(DateTimeOffset asOf, CancellationToken stop)
    {
        await gather.SweepAsync(stop);
        await answer.SweepAsync(asOf, stop);
    }
}
