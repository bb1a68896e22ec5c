using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Answers;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Persistence.Kpis;
using PqrsDesk.Infrastructure.Persistence.Tallies;
using PqrsDesk.Infrastructure.Search;

namespace PqrsDesk.Infrastructure.Persistence;

public static class PersistenceSetup
{
    private static readonly TextWithoutNul Nul = new();

    public static IServiceCollection AddDeskPersistence(this IServiceCollection services, DatabaseSettings database)
    {
        services.AddSingleton(database);
        services.AddSingleton<LogTurn>();
        services.AddSingleton<FeedInterceptor>();
        services.AddSingleton<NoticeInterceptor>();
        services.AddSingleton<CaseFileInterceptor>();
        services.AddSingleton<SearchInterceptor>();
        services.AddSingleton<ContactWordsInterceptor>();
        services.AddSingleton<ArticleUseInterceptor>();
        services.AddSingleton(provider => new FiguresInterceptor(new Lazy<SlaShelf>(provider.GetRequiredService<SlaShelf>)));
        if (database.Provider == DatabaseProvider.Sqlite)
            services.AddFactory<SqliteDeskDb>((options, connection) => options.UseSqlite(connection), database);
        else
            services.AddFactory<PostgresDeskDb>((options, connection) => options.UseNpgsql(connection), database);

        // ASP.NET Core Identity wants a context of its own for each request; nothing else of ours does.
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<DeskDb>>().CreateDbContext());
        services.AddSingleton<DeskWriter>();
        services.AddSingleton<SlaShelf>();
        services.AddSingleton<RoutingShelf>();
        services.AddSingleton<ClassificationShelf>();
        services.AddSingleton<FieldShelf>();
        services.AddSingleton<TicketDoor>();
        services.AddSingleton<NewTickets>();
        services.AddSingleton<FilingDoor>();
        services.AddSingleton<KeyDocuments>();
        services.AddSingleton<DeskMigrations>();
        services.AddSingleton<CountQueue>();
        services.AddSingleton<KpiReader>();
        services.AddSingleton<FoldTallies>();
        services.AddSingleton<FoldDays>();
        services.AddSingleton<RebuildRollUp>();
        return services;
    }

    private static void AddFactory<TDb>(this IServiceCollection services, Action<DbContextOptionsBuilder, string> use, DatabaseSettings database)
        where TDb : DeskDb
    {
        services.AddPooledDbContextFactory<TDb>((provider, options) =>
        {
            use(options, database.ConnectionString);
            options.AddInterceptors(
                Nul, provider.GetRequiredService<ContactWordsInterceptor>(), provider.GetRequiredService<NoticeInterceptor>(), provider.GetRequiredService<CaseFileInterceptor>(), provider.GetRequiredService<TopicInterceptor>(), provider.GetRequiredService<SearchInterceptor>(),
                provider.GetRequiredService<FiguresInterceptor>(), provider.GetRequiredService<OutboxInterceptor>(), provider.GetRequiredService<ArticleUseInterceptor>(), provider.GetRequiredService<FeedInterceptor>());
        });
        services.AddSingleton<IDbContextFactory<DeskDb>, AnyEngine<TDb>>();
    }

    private sealed class AnyEngine<TDb>(IDbContextFactory<TDb> engine) : IDbContextFactory<DeskDb>
        where TDb : DeskDb
    {
        public DeskDb CreateDbContext() => engine.CreateDbContext();
    }
}
