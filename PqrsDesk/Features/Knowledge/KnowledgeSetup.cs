namespace PqrsDesk.Features.Knowledge;

public static class KnowledgeSetup
{
    public static IServiceCollection AddKnowledge(this IServiceCollection services) => services
        .AddSingleton<ReadArticles>()
        .AddSingleton<ReadArticle>()
        .AddSingleton<KeepArticles>()
        .AddSingleton<KeepTemplates>()
        .AddSingleton<KeepMacros>()
        .AddSingleton<ReadMacroChoices>()
        .AddScoped<IBulkAct, MacroBulkAct>();

    public static void MapKnowledge(this IEndpointRouteBuilder routes) => routes.MapKnowledgeApi();
}
