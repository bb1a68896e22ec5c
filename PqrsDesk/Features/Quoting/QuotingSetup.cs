namespace PqrsDesk.Features.Quoting;

public static class QuotingSetup
{
    public static IServiceCollection AddQuoting(this IServiceCollection services) => services
        .AddSingleton<ReadQuoter>().AddSingleton<ReadPast>().AddSingleton<WorkQuotes>().AddSingleton<KeepQuotes>().AddSingleton<ReadQuotes>().AddSingleton<KeepPriceModel>()
        .AddScoped<AcceptQuote>().AddScoped<QuotingWords>();

    public static void MapQuoting(this IEndpointRouteBuilder routes)
    {
        QuoteDownload.Map(routes);
        routes.MapPriceApi();
    }
}
