namespace PqrsDesk.Infrastructure.Search;

/// <summary>Builds the index beside the serving desk, when a database of before there was one is opened.</summary>
public sealed class SearchBuilder(BuildSearch build, TimeProvider clock, ILogger<SearchBuilder> log) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var said = -1;
                await build.RunAsync(progress => Say(progress, ref said), stop);
                return;
            }
            catch (Exception wrong) when (!stop.IsCancellationRequested)
            {
                // It goes on where it stood: what is written is written.
                log.LogError(wrong, "The search index could not be built; it is tried again in {Again}.", Again);
                await Task.Delay(Again, clock, stop);
            }
        }
    }

    private void Say(SearchProgress progress, ref int said)
    {
        if (progress.Percent / 10 == said) return;
        said = progress.Percent / 10;
        log.LogInformation("The search index is built to {Percent} %: {Remaining} tickets remain.", progress.Percent, progress.Remaining);
    }
}
