namespace PqrsDesk.Features.Reports;

public static class ReportsSetup
{
    public static IServiceCollection AddReports(this IServiceCollection services) =>
        services.AddSingleton<ReadReport>().AddSingleton<MakeWorkbook>();

    public static void MapReports(this IEndpointRouteBuilder routes) => ReportDownload.Map(routes);
}
