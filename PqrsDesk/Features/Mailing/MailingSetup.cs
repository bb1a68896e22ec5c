namespace PqrsDesk.Features.Mailing;

public static class MailingSetup
{
    public static IServiceCollection AddMailing(this IServiceCollection services)
    {
        services.AddSingleton<FindCase>();
        services.AddSingleton<FileMail>();
        services.AddSingleton<AddMail>();
        services.AddSingleton<MarkBounce>();
        services.AddSingleton<TakeMail>();
        services.AddSingleton<SortMail>();
        services.AddSingleton<ReadMails>();
        services.AddSingleton<ReadMailbox>();
        services.AddSingleton<ComposeReminder>().AddSingleton<ComposeLetter>();
        services.AddSingleton<SendMails>();
        services.AddHostedService<MailboxRounds>();
        services.AddHostedService<MailSending>();
        return services;
    }

    public static void MapMailing(this IEndpointRouteBuilder routes)
    {
        routes.MapInboundMail();
        routes.MapMailOriginal();
    }
}
