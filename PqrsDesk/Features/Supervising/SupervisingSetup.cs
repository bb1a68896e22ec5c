namespace PqrsDesk.Features.Supervising;

public static class SupervisingSetup
{
    public static IServiceCollection AddSupervising(this IServiceCollection services) => services.AddSingleton<ReadSupervision>();
}
