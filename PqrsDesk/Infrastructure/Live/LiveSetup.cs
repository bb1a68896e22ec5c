using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Live;

public static class LiveSetup
{
    public static IServiceCollection AddDeskLive(this IServiceCollection services, DatabaseSettings database)
    {
        services.AddSingleton<ITicketFeed, TicketFeed>();
        services.AddSingleton<TopicFeed>();
        services.AddSingleton<TopicInterceptor>();
        services.AddSingleton<LiveViews>();
        services.AddSingleton<CaseNews>();
        services.AddSingleton<LogReader>();

        // Whoever has the only node has committed all there is.
        return database.Provider == DatabaseProvider.Sqlite ? services : services.AddHostedService<LogFollower>().AddHostedService<TopicFollower>();
    }
}
