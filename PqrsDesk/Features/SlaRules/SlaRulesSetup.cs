namespace PqrsDesk.Features.SlaRules;

public static class SlaRulesSetup
{
    public static IServiceCollection AddSlaRules(this IServiceCollection services) => services
        .AddSingleton<KeepPauseCauses>().AddSingleton<ReadLaw>().AddSingleton<StoreLaw>().AddScoped<LegalProblemWords>();
}
