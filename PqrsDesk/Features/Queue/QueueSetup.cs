using System.Text.Json;
using System.Text.Json.Serialization;

namespace PqrsDesk.Features.Queue;

public static class QueueSetup
{
    public static IServiceCollection AddQueue(this IServiceCollection services)
    {
        services.AddSingleton<ListTickets>();
        services.AddSingleton<CountQueue>();
        services.AddSingleton<ReadNames>();
        services.AddSingleton<ChangeRow>();
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase)));
        return services;
    }

    public static void MapQueue(this IEndpointRouteBuilder routes) => routes.MapTicketList();
}
