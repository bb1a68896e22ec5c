namespace PqrsDesk.Features.Assessing;

public static class AssessingSetup
{
    public static IServiceCollection AddAssessing(this IServiceCollection services) => services
        .AddSingleton<ReadAssessments>()
        .AddSingleton<WriteAssessment>()
        .AddSingleton<ApproveAssessment>()
        .AddSingleton<KeepScheme>()
        .AddScoped<ScoreWords>();
}
