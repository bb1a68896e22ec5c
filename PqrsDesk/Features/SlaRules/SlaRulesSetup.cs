namespace PqrsDesk.Features.SlaRules;

public static class SlaRulesSetup
{
    public static IServiceCollection AddSlaRules(this IServiceCollection services) => services
        .AddSingleton<ReadRules>().AddSingleton<OpenPromises>().AddSingleton<PreviewChange>()
        .AddSingleton<StoreChange>().AddSingleton<ApplyChange>().AddSingleton<RunningChange>().AddSingleton<KeepPauseCauses>()
        .AddSingleton<ReadLaw>().AddSingleton<StoreLaw>()
        .AddScoped<SlaWords>().AddScoped<LegalProblemWords>();
}
