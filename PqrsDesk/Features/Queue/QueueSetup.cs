namespace PqrsDesk.Features.Queue;

public static class QueueSetup
{
    public static IServiceCollection AddQueue(this IServiceCollection services)
    {
        services.AddSingleton<ListTickets>();
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
        QueueExport.Map(routes);
        routes.MapNextTicket();
    }
}
