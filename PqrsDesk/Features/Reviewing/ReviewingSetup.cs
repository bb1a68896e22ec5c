namespace PqrsDesk.Features.Reviewing;

public static class ReviewingSetup
{
    public static IServiceCollection AddReviewing(this IServiceCollection services) => services.AddSingleton<ReadSkippedSteps>();
}
