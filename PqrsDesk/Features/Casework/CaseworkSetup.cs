using PqrsDesk.Features.Casework.Beside;
using PqrsDesk.Features.Casework.Care;
using PqrsDesk.Features.Casework.Expedientes;
using PqrsDesk.Features.Casework.Fields;
using PqrsDesk.Features.Casework.Sending;
using PqrsDesk.Features.Casework.Tagging;
using PqrsDesk.Features.Casework.Tasking;
using PqrsDesk.Features.Casework.TimeKeeping;
using PqrsDesk.Features.Casework.Together;

namespace PqrsDesk.Features.Casework;

public static class CaseworkSetup
{
    public static IServiceCollection AddCasework(this IServiceCollection services)
    {
        services.AddSingleton<ReadTicket>();
        services.AddSingleton<ReadChoices>();
        services.AddSingleton<ReadWorking>();
        services.AddSingleton<WorkTicket>();
        services.AddSingleton<PreviewRoute>();
        services.AddSingleton<SplitTicket>();
        services.AddSingleton<RelateTickets>();
        services.AddSingleton<AttachFiles>();
        services.AddSingleton<RevealIdentity>();
        services.AddSingleton<ReadEvents>();
        services.AddSingleton<ReadAlike>();
        services.AddSingleton<CompareTexts>();
        services.AddSingleton<TellApart>();
        services.AddSingleton<SayByProgram>();
        services.AddSingleton<CareForTicket>();
        services.AddSingleton<ReadClarity>();
        services.AddSingleton<SuggestAnswers>();
        services.AddSingleton<FindAnswers>();
        services.AddScoped<ComposerDrafts>();
        services.AddSingleton<TagCase>().AddSingleton<ReadTags>().AddSingleton<RenameTag>();
        services.AddScoped<WorkingWords>().AddScoped<RecordPages>().AddScoped<PackExpediente>().AddSingleton<ReadRecord>();
        services.AddSingleton<KeepFields>().AddSingleton<FillFields>();
        services.AddSingleton<ReadTogether>().AddSingleton<FollowCases>().AddSingleton<SayInChat>().AddSingleton<ForMember>().AddScoped<IBulkAct, FollowBulkAct>();
        services.AddSingleton<ReadEarlier>().AddSingleton<KeepTime>().AddSingleton<ReadTime>();
        services.AddSingleton<WorkPlan>();
        services.AddSingleton<WorkTask>().AddSingleton<ReadTaskChoices>().AddSingleton<ReadTasks>();
        return services;
    }

    public static void MapCasework(this IEndpointRouteBuilder routes)
    {
        routes.MapTicketDocument();
        routes.MapAttachments();
        routes.MapEvents();
        routes.MapDuplicates();
        routes.MapWords();
        routes.MapRelations();
        routes.MapCare();
        routes.MapAttachmentsApi();
        routes.MapSnooze();
        routes.MapPlanned();
        routes.MapFollowers();
        routes.MapChat();
        routes.MapTags();
        routes.MapTasks();
        routes.MapTimeFile();
        routes.MapFields();
        routes.MapExpedientes();
        routes.MapMentions();
    }
}
