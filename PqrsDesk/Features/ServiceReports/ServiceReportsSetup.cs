namespace PqrsDesk.Features.ServiceReports;

public static class ServiceReportsSetup
{
    public static IServiceCollection AddServiceReports(this IServiceCollection services) =>
        services.AddSingleton<ReadServiceReport>().AddSingleton<ReadSentReports>().AddSingleton<KeepReport>().AddSingleton<KeepPractice>()
            .AddSingleton<ReportPages>().AddSingleton<ReportLetter>().AddSingleton<SendReport>()
            .AddSingleton<SweepReports>().AddHostedService<ReportSweeping>();

    public static void MapServiceReports(this IEndpointRouteBuilder routes)
    {
        ReportFiles.Map(routes);
        ServiceReportApi.Map(routes);
    }
}
