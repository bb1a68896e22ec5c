namespace PqrsDesk.Features.Channels;

public static class ChannelsSetup
{
    public static IServiceCollection AddChannels(this IServiceCollection services) => services.AddSingleton<TakeMessage>();

    public static void MapChannels(this IEndpointRouteBuilder routes) => routes.MapInboundChannel();
}
