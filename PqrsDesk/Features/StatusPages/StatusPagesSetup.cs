namespace PqrsDesk.Features.StatusPages;

public static class StatusPagesSetup
{
    public static IServiceCollection AddStatusPages(this IServiceCollection services) => services.AddSingleton<ReadStatus>();

    public static void MapStatusPages(this IEndpointRouteBuilder routes) => routes.MapStatusFeed();
}
