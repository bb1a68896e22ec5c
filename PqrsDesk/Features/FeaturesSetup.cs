using PqrsDesk.Features.ApiKeys;
using PqrsDesk.Features.Assessing;
using PqrsDesk.Features.Broadcasting;
using PqrsDesk.Features.Casework;
using PqrsDesk.Features.Catalogue;
using PqrsDesk.Features.Channels;
using PqrsDesk.Features.Classifying;
using PqrsDesk.Features.Contracting;
using PqrsDesk.Features.Dashboards;
using PqrsDesk.Features.DemoDesks;
using PqrsDesk.Features.Filings;
using PqrsDesk.Features.Folding;
using PqrsDesk.Features.Health;
using PqrsDesk.Features.Importing;
using PqrsDesk.Features.Knowledge;
using PqrsDesk.Features.Mailing;
using PqrsDesk.Features.Me;
using PqrsDesk.Features.Notices;
using PqrsDesk.Features.Portal;
using PqrsDesk.Features.Protocols;
using PqrsDesk.Features.Queue;
using PqrsDesk.Features.Quoting;
using PqrsDesk.Features.Receiving;
using PqrsDesk.Features.Reports;
using PqrsDesk.Features.Reviewing;
using PqrsDesk.Features.Routing;
using PqrsDesk.Features.Scanning;
using PqrsDesk.Features.Searching;
using PqrsDesk.Features.SigningIn;
using PqrsDesk.Features.Simulating;
using PqrsDesk.Features.Skills;
using PqrsDesk.Features.SlaRules;
using PqrsDesk.Features.Starting;
using PqrsDesk.Features.Supervising;
using PqrsDesk.Features.Sweeping;
using PqrsDesk.Features.Walls;
using PqrsDesk.Ui;

namespace PqrsDesk.Features;

/// <summary>What people, programs and the clock can do. Each slice brings its own.</summary>
public static class FeaturesSetup
{
    public static void AddFeatures(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<StandardLaw>();
        builder.Services.AddSingleton<StandardDesk>();
        builder.Services.AddSingleton<ReadTicketDocument>();
        builder.Services.AddSingleton<FormDrafts>();
        builder.Services.AddSingleton<FindContacts>();
        builder.Services.AddSingleton<Drafts>();
        builder.Services.AddSingleton<Preferences>();
        builder.Services.AddSingleton<ReadReceipt>();
        builder.Services.AddSingleton<AddSpoken>();
        builder.Services.AddSingleton<DrawCase>();
        builder.Services.AddScoped<LikenessWords>();
        builder.Services.AddScoped<EventWords>();
        builder.Services.AddScoped<ExplanationWords>();
        builder.Services.AddScoped<RoutingWords>();
        builder.Services.AddSingleton<ApplyMacro>();
        builder.Services.AddSingleton<UndoMacro>();
        builder.Services.AddSingleton<SendPlanned>();
        builder.Services.AddSingleton<ReadMacros>();
        builder.Services.AddSingleton<WriteTemplate>();
        builder.Services.AddScoped<MacroWords>();
        builder.Services.AddPromises();
        builder.Services.AddKnowledge();
        builder.Services.AddApi();
        builder.Services.AddApiKeys();
        builder.Services.AddAssessing();
        builder.Services.AddBroadcasting();
        builder.Services.AddCasework();
        builder.Services.AddCatalogue();
        builder.Services.AddChannels();
        builder.Services.AddClassifying();
        builder.Services.AddContracting();
        builder.Services.AddDashboards();
        builder.Services.AddDemoDesks();
        builder.Services.AddFiling();
        builder.Services.AddFolding();
        builder.Services.AddHealth();
        builder.Services.AddImporting();
        builder.Services.AddMailing();
        builder.Services.AddMe();
        builder.Services.AddNotices();
        builder.Services.AddPortal();
        builder.Services.AddProtocols();
        builder.Services.AddQueue();
        builder.Services.AddQuoting();
        builder.Services.AddReceiving();
        builder.Services.AddReports();
        builder.Services.AddReviewing();
        builder.Services.AddRoutingRules();
        builder.Services.AddScanning();
        builder.Services.AddSearching();
        builder.Services.AddSigningIn();
        builder.Services.AddSimulating();
        builder.Services.AddSkills();
        builder.Services.AddSlaRules();
        builder.Services.AddSupervising();
        builder.Services.AddSweeping();
        builder.Services.AddWalls();
    }

    public static void MapFeatures(this WebApplication app)
    {
        app.MapApi();
        app.MapBroadcasting();
        app.MapCasework();
        app.MapCatalogue();
        app.MapChannels();
        app.MapContracting();
        app.MapFiling();
        app.MapHealth();
        app.MapPortal();
        app.MapKnowledge();
        app.MapMailing();
        app.MapQueue();
        app.MapQuoting();
        app.MapReports();
        app.MapSearching();
        app.MapSigningIn();
        app.MapSimulating();
    }
}
