namespace PqrsDesk.Features.Customers;

public static class CustomersSetup
{
    public static IServiceCollection AddCustomers(this IServiceCollection services) => services
        .AddSingleton<ListParties>()
        .AddSingleton<KeepParties>()
        .AddSingleton<ReadParty>()
        .AddSingleton<ReadCustomerChoices>()
        .AddSingleton<ReadFilings>()
        .AddSingleton<ReadPairs>()
        .AddSingleton<TellPartiesApart>()
        .AddSingleton<MergeParties>()
        .AddSingleton<UndoMerge>()
        .AddSingleton<PartyPrograms>();

    public static void MapCustomers(this IEndpointRouteBuilder routes)
    {
        routes.MapCustomersApi();
        routes.MapCustomersExport();
    }
}
