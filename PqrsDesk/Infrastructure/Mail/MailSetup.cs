namespace PqrsDesk.Infrastructure.Mail;

public static class MailSetup
{
    /// <exception cref="Persistence.SettingException">A setting is not usable.</exception>
    public static IServiceCollection AddDeskMail(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton(MailSettings.Read(settings));
        services.AddSingleton<MailTokens>();
        services.AddSingleton<SealedCodes>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<OutboxInterceptor>();
        services.AddSingleton<LetterTemplates>();
        services.AddSingleton<LetterWriter>();
        services.AddSingleton<DeliveryBook>();
        services.AddSingleton<ReportLetters>();
        return services;
    }
}
