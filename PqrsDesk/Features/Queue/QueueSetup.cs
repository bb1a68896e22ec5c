using PqrsDesk.Features.Queue.Grouping;
using PqrsDesk.Features.Queue.Views;

namespace PqrsDesk.Features.Queue;

public static class QueueSetup
{
    public static IServiceCollection AddQueue(this IServiceCollection services)
    {
        services.AddSingleton<ListTickets>();
        services.AddSingleton<ListGroups>();
        services.AddSingleton<CountTickets>();
        services.AddSingleton<ViewShelf>();
        services.AddSingleton<KeepViews>();
        services.AddSingleton<LastLayout>();
        services.AddSingleton<ReadNames>();
        services.AddSingleton<ChangeRows>();
        services.AddSingleton<MergeRows>();
        services.AddSingleton<ReadBulkChoices>();
        return services;
    }

    public static void MapQueue(this IEndpointRouteBuilder routes)
    {
        routes.MapTicketList();
        routes.MapBulkTickets();
        routes.MapBulkUndo();
        QueueExport.Map(routes);
        routes.MapNextTicket();
        routes.MapViewList();
    }
}
