namespace PqrsDesk.Features.Simulating;

public static class SimulatingSetup
{
    public static IServiceCollection AddSimulating(this IServiceCollection services) =>
        services.AddSingleton<ReadDeskSla>().AddScoped<Calculator>();

    public static void MapSimulating(this IEndpointRouteBuilder routes) => routes.MapCalculator();
}
