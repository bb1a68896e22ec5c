namespace PqrsDesk.Features.Classifying;

public static class ClassifyingSetup
{
    public static IServiceCollection AddClassifying(this IServiceCollection services) => services
        .AddSingleton<Keeping>()
        .AddSingleton<KeepTopics>()
        .AddSingleton<KeepRequired>()
        .AddSingleton<KeepRules>()
        .AddSingleton<ReadAreas>()
        .AddSingleton<TryRules>();
}
