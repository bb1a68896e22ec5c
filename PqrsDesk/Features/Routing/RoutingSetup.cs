namespace PqrsDesk.Features.Routing;

public static class RoutingSetup
{
    public static IServiceCollection AddRoutingRules(this IServiceCollection services) => services
        .AddSingleton<ReadRouting>().AddSingleton<KeepRules>().AddSingleton<KeepQueues>().AddSingleton<TryRules>()
        .AddSingleton<KeepAreas>().AddSingleton<KeepAbsences>().AddSingleton<PreviewHandOver>()
        .AddScoped<RuleWords>();
}
