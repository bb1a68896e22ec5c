namespace PqrsDesk.Features.Searching;

public static class SearchingSetup
{
    public static IServiceCollection AddSearching(this IServiceCollection services) => services.AddSingleton<SearchCases>().AddSingleton<FindQuickly>();

    public static void MapSearching(this IEndpointRouteBuilder routes) => routes.MapSearchApi();
}
