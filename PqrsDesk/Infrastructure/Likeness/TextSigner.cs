using PqrsDesk.Infrastructure.Cluster;

namespace PqrsDesk.Infrastructure.Likeness;

/// <summary>Follows the log a few seconds behind. What was filed before there were signatures is read the first time, and after a stop from where it stood.</summary>
public sealed class TextSigner(SignTexts sign, IDuty duty, TimeProvider clock, ILogger<TextSigner> log) : DutyRounds(duty, clock, log)
{
    protected override TimeSpan Every => TimeSpan.FromSeconds(5);

    protected override Task RunAsync(DateTimeOffset asOf, CancellationToken stop) => sign.RunAsync(stop);
}

public static class LikenessSetup
{
    public static IServiceCollection AddDeskLikeness(this IServiceCollection services)
    {
        services.AddSingleton<SignTexts>();
        services.AddHostedService<TextSigner>();
        services.AddSingleton<FindAlike>();
        services.AddSingleton<FindPairs>();
        services.AddHostedService<PairRounds>();
        return services;
    }
}
