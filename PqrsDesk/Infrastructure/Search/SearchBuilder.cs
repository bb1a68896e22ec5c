using PqrsDesk.Infrastructure.Cluster;

namespace PqrsDesk.Infrastructure.Search;

/// <summary>Builds the index beside the serving desk, when a database of before there was one is opened, or it was emptied.</summary>
public sealed class SearchBuilder(BuildSearch build, IDuty duty, TimeProvider clock, ILogger<SearchBuilder> log) : DutyRounds(duty, clock, log)
{
    protected override TimeSpan Every => TimeSpan.FromSeconds(30);

    /// <summary>To the end. After a fault it goes on where it stood: what is written is written.</summary>
    protected override Task RunAsync(DateTimeOffset asOf, CancellationToken stop)
    {
        var said = -1;
        return build.RunAsync(progress => Say(progress, ref said), stop);
    }

    private void Say(SearchProgress progress, ref int said)
    {
        if (progress.Percent / 10 == said) return;
        said = progress.Percent / 10;
        log.LogInformation("The search index is built to {Percent} %: {Remaining} tickets remain.", progress.Percent, progress.Remaining);
    }
}
