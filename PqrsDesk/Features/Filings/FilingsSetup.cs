namespace PqrsDesk.Features.Filings;

public static class FilingsSetup
{
    public static IServiceCollection AddFiling(this IServiceCollection services)
    {
        services.AddSingleton<FileTicket>();
        services.AddSingleton<ReadFilingChoices>();
        services.AddScoped<FilingDraft>();
        return services;
    }

    public static void MapFiling(this IEndpointRouteBuilder routes) => routes.MapFileTicket();
}
