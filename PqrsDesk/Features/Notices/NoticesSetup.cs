namespace PqrsDesk.Features.Notices;

public static class NoticesSetup
{
    public static IServiceCollection AddNotices(this IServiceCollection services) => services.AddSingleton<SeeNotices>().AddScoped<NoticeWords>();
}
