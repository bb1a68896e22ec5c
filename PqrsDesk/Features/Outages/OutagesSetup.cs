namespace PqrsDesk.Features.Outages;

public static class OutagesSetup
{
    public static IServiceCollection AddOutages(this IServiceCollection services) => services
        .AddSingleton<KeepOutages>()
        .AddSingleton<KeepPlanned>()
        .AddSingleton<HearMonitor>()
        .AddSingleton<ReadOutages>()
        .AddSingleton<AnswerIncident>()
        .AddScoped<IBulkAct, JoinBulkAct>()
        .AddHostedService<IncidentSweeping>();

    public static void MapOutages(this IEndpointRouteBuilder routes) => routes.MapOutagesApi();
}
