namespace PqrsDesk.Features.Me;

public static class MeSetup
{
    public static IServiceCollection AddMe(this IServiceCollection services) => services.AddSingleton<ReadMyDay>().AddSingleton<ReadTeam>();
}
