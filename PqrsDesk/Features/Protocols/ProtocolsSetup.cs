namespace PqrsDesk.Features.Protocols;

public static class ProtocolsSetup
{
    public static IServiceCollection AddProtocols(this IServiceCollection services) => services.AddSingleton<KeepProtocol>();
}
