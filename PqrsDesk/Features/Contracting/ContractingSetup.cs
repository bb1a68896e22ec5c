namespace PqrsDesk.Features.Contracting;

public static class ContractingSetup
{
    public static IServiceCollection AddContracting(this IServiceCollection services) => services
        .AddSingleton<KeepPlans>().AddSingleton<KeepContracts>().AddSingleton<ReadContracts>().AddSingleton<ReadContract>();

    public static void MapContracting(this IEndpointRouteBuilder routes) => routes.MapContractsApi();
}
