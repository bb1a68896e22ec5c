using PqrsDesk.Features.Broadcasting;
using PqrsDesk.Features.Dashboards;
using PqrsDesk.Features.DemoDesks;
using PqrsDesk.Features.SigningIn;
using PqrsDesk.Features.Starting;
using PqrsDesk.Features.Sweeping;
using PqrsDesk.Features.Walls;

namespace PqrsDesk.Features;

/// <summary>What people, programs and the clock can do. Each slice brings its own.</summary>
public static class FeaturesSetup
{
    public static void AddFeatures(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<StandardDesk>();
        builder.Services.AddBroadcasting();
        builder.Services.AddDashboards();
        builder.Services.AddDemoDesks();
        builder.Services.AddSigningIn();
        builder.Services.AddSweeping();
        builder.Services.AddWalls();
    }

    public static void MapFeatures(this WebApplication app)
    {
        app.MapBroadcasting();
        app.MapSigningIn();
    }
}
