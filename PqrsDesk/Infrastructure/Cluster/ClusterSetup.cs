using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Cluster;

public static class ClusterSetup
{
    /// <summary>SQLite is one node's; with PostgreSQL there may be others at any time.</summary>
    public static IServiceCollection AddDeskCluster(this IServiceCollection services, DatabaseSettings database)
    {
        services.AddSingleton(Node.Fresh());
        if (database.Provider == DatabaseProvider.Sqlite) return services.AddSingleton<INodeWire, LonelyWire>().AddSingleton<IDuty, LonelyDuty>();
        services.AddSingleton<PostgresWire>().AddSingleton<INodeWire>(all => all.GetRequiredService<PostgresWire>()).AddHostedService(all => all.GetRequiredService<PostgresWire>());
        services.AddSingleton<PostgresDuty>().AddSingleton<IDuty>(all => all.GetRequiredService<PostgresDuty>()).AddHostedService(all => all.GetRequiredService<PostgresDuty>());
        return services;
    }
}
