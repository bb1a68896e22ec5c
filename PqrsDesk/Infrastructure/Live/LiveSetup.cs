namespace PqrsDesk.Infrastructure.Live;

public static class LiveSetup
{
    public static IServiceCollection AddDeskLive(this IServiceCollection services)
    {
        services.AddSingleton<ITicketFeed, TicketFeed>();
        services.AddSingleton<LiveViews>();
        return services;
    }
}
