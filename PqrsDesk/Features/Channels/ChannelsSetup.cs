using PqrsDesk.Features.Channels.Meta;

namespace PqrsDesk.Features.Channels;

public static class ChannelsSetup
{
    public static IServiceCollection AddChannels(this IServiceCollection services)
    {
        services.AddSingleton<TakeMessage>();
        services.AddSingleton<MetaWords>();
        services.AddSingleton<MarkProgress>();
        services.AddSingleton<TakeMetaNews>();
        services.AddSingleton<ComposeMessage>();
        services.AddSingleton<HandOver>();
        services.AddSingleton<SendMessages>();
        services.AddSingleton<FetchMedia>();
        services.AddHostedService<MessageSending>();
        services.AddHostedService<MediaFetching>();
        return services;
    }

    public static void MapChannels(this IEndpointRouteBuilder routes)
    {
        routes.MapInboundChannel();
        routes.MapMeta();
    }
}
