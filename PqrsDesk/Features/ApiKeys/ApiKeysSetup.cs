namespace PqrsDesk.Features.ApiKeys;

public static class ApiKeysSetup
{
    public static IServiceCollection AddApiKeys(this IServiceCollection services) =>
        services.AddSingleton<CreateApiKey>().AddSingleton<RevokeApiKey>().AddSingleton<ListApiKeys>();
}
