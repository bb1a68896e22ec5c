namespace PqrsDesk.Features.Receiving;

public static class ReceivingSetup
{
    public static IServiceCollection AddReceiving(this IServiceCollection services) => services
        .AddSingleton<ReadReceptionChoices>()
        .AddSingleton<ReadCaller>()
        .AddSingleton<FileSpoken>()
        .AddSingleton<RegisterBox>()
        .AddSingleton<ReadBoxes>();
}
