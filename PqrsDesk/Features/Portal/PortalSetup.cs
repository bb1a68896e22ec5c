namespace PqrsDesk.Features.Portal;

public static class PortalSetup
{
    public static IServiceCollection AddPortal(this IServiceCollection services) => services
        .AddPortalLimits()
        .AddSingleton<Seals>()
        .AddSingleton<ReadPublicForm>()
        .AddSingleton<FilePublicly>()
        .AddSingleton<FormFiles>()
        .AddSingleton<FindCase>()
        .AddSingleton<ReadPublicCase>()
        .AddSingleton<ActAsPetitioner>()
        .AddSingleton<KeepPortal>()
        .AddSingleton<ReadHelp>()
        .AddSingleton<VoteHelp>();

    /// <summary>Limits first, then the files of who is within them. Comes after the languages and before antiforgery.</summary>
    public static void UsePortal(this WebApplication app)
    {
        app.UseRateLimiter();
        app.UseMiddleware<ReceiveFiles>();
    }

    public static void MapPortal(this IEndpointRouteBuilder routes)
    {
        routes.MapTrackedFiles();
        routes.MapKindHint();
    }
}
