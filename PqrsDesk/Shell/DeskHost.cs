using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Configuration.Json;
using PqrsDesk.Features;
using PqrsDesk.Features.Api;
using PqrsDesk.Features.DemoDesks;
using PqrsDesk.Features.Portal;
using PqrsDesk.Features.SigningIn;
using PqrsDesk.Features.Starting;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Shell.Preferring;
using PqrsDesk.Ui;

namespace PqrsDesk.Shell;

/// <summary>How the desk is put on its feet.</summary>
public static class DeskHost
{
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        // A published desk is served from its own folder, wherever it was started; a built one from where one stands.
        var published = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = published ? AppContext.BaseDirectory : null,
        });

        // The settings lie at the top of the repository, beside no project: everything else overrides them.
        builder.Configuration.Sources.Insert(0, new JsonConfigurationSource
        {
            FileProvider = new Microsoft.Extensions.FileProviders.PhysicalFileProvider(AppContext.BaseDirectory),
            Path = "appsettings.json",
            Optional = false,
        });
        builder.WebHost.UseStaticWebAssets();
        return builder;
    }

    /// <summary>Brings the database up to date and lays what every desk needs.</summary>
    /// <exception cref="SettingException">The database cannot be opened.</exception>
    public static Task PrepareDeskAsync(this WebApplication app)
    {
        var (stop, migrations) = (app.Lifetime.ApplicationStopping, app.Services.GetRequiredService<DeskMigrations>());
        return migrations.InTurnAsync(async () =>
        {
            await migrations.ApplyAsync(stop);
            await app.Services.GetRequiredService<StandardDesk>().LayAsync(stop);
            await app.Services.GetRequiredService<FillDemoDesk>().RunAsync(stop);
        }, stop);
    }

    /// <summary>Serves until it is told to stop, and says where once it listens.</summary>
    public static async Task ServeAsync(this WebApplication app)
    {
        await app.StartAsync();
        await app.Services.GetRequiredService<Announcement>().WriteAsync(app.Urls.First(), Console.Out);
        await app.WaitForShutdownAsync();
    }

    public static void UseDeskPipeline(this WebApplication app)
    {
        app.UseGuardedAnswers();
        app.UseExceptionHandler(DeskUrls.Error, createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute(DeskUrls.NotFound, createScopeForStatusCodePages: true);

        // Programs are answered in their own way; a person who reads a page gets a page.
        app.Use((http, next) =>
        {
            if (!IsPage(http) && http.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
            return next(http);
        });
        app.UseRequestLocalization();
        app.UseApiProblems();
        app.UsePortal();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseOwnLook();
        app.UseApiLimits();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
    }

    private static readonly string[] ForPrograms = ["/api", "/hubs", "/healthz", "/openapi", "/_blazor"];

    private static bool IsPage(HttpContext http) =>
        (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        && !Array.Exists(ForPrograms, prefix => http.Request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase));
}
