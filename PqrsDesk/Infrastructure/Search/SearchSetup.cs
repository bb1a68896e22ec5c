namespace PqrsDesk.Infrastructure.Search;

public static class SearchSetup
{
    public static IServiceCollection AddDeskSearch(this IServiceCollection services)
    {
        services.AddSingleton<ITicketSearch, TicketSearch>();
        services.AddSingleton<BuildSearch>();
        services.AddHostedService<SearchBuilder>();
        services.AddSingleton<ContactSearch>();
        services.AddSingleton<BuildContactWords>();
        services.AddHostedService<ContactWordsBuilder>();
        return services;
    }
}
