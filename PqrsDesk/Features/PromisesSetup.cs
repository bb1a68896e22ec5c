using PqrsDesk.Features.RuleChanges;

namespace PqrsDesk.Features;

/// <summary>What several slices ask of the rules that cases are promised by.</summary>
public static class PromisesSetup
{
    public static IServiceCollection AddPromises(this IServiceCollection services) => services
        .AddSingleton<ReadRules>().AddSingleton<OpenPromises>().AddSingleton<PreviewChange>()
        .AddSingleton<StoreChange>().AddSingleton<ApplyChange>().AddSingleton<RunningChange>()
        .AddSingleton<SignContract>().AddSingleton<FollowProducts>().AddSingleton<MoveContracts>().AddSingleton<ReadCaseContract>().AddSingleton<ReadEarlierTerms>()
        .AddSingleton<Infrastructure.Persistence.ICriticalityFollower, ContractsFollowCriticality>()
        .AddScoped<SlaWords>().AddScoped<ContractWords>();
}
