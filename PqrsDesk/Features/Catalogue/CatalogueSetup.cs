namespace PqrsDesk.Features.Catalogue;

public static class CatalogueSetup
{
    public static IServiceCollection AddCatalogue(this IServiceCollection services) => services
        .AddSingleton<KeepPlatforms>()
        .AddSingleton<RenamePlatform>()
        .AddSingleton<KeepDependencies>()
        .AddSingleton<ReadPlatforms>()
        .AddSingleton<ReadPlatform>()
        .AddSingleton<ReadChoices>()
        .AddSingleton<ReadMap>();

    public static void MapCatalogue(this IEndpointRouteBuilder routes) => routes.MapPlatforms();
}
