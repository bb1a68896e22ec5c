namespace PqrsDesk.Features.Knowledge;

public static class KnowledgeSetup
{
    public static IServiceCollection AddKnowledge(this IServiceCollection services) => services
        .AddSingleton<ReadArticles>()
        .AddSingleton<ReadArticle>()
        .AddSingleton<KeepArticles>()
        .AddSingleton<KeepTemplates>()
        .AddSingleton<KeepMacros>()
        .AddSingleton<ReadMacroChoices>();

    public static void MapKnowledge(this IEndpointRouteBuilder routes) => routes.MapKnowledgeApi();
}
