using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Shell.Preferring;
using PqrsDesk.Ui;
using Radzen;

namespace PqrsDesk.Shell;

/// <summary>The shell's verbs for Program.cs.</summary>
public static class Composition
{
    /// <summary>Bytes that a browser may send at once: the longest text of a form, in the widest letters, fits.</summary>
    private const int LongestMessage = 256 * 1024;

    /// <summary>How long a tab that says nothing counts as there. The script pings four times in it; other clients ping every 15 seconds by default.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Pages, widgets and texts. The desk's zone is read from <c>Desk:TimeZone</c>.</summary>
    public static void AddShell(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents().AddInteractiveServerComponents()
            .AddHubOptions(hub =>
            {
                hub.MaximumReceiveMessageSize = LongestMessage;
                hub.ClientTimeoutInterval = Patience;
            });
        builder.Services.AddRadzenComponents();
        builder.Services.AddSingleton<OwnShelf>();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, ForbiddenPages>();
        builder.Services.AddLocalization();
        builder.Services.AddSingleton<ResourceManagerStringLocalizerFactory>();
        builder.Services.AddSingleton<IStringLocalizerFactory, RememberedTextsFactory>();
        builder.Services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(Languages.Spanish);
            options.AddSupportedCultures([.. Languages.All]);
            options.AddSupportedUICultures([.. Languages.All]);
            // Spanish until somebody switches: many browsers in a Spanish-speaking office ask for English.
            options.RequestCultureProviders = [new CookieRequestCultureProvider()];
        });

        var zone = DeskZone.Of(builder.Configuration["Desk:TimeZone"] ?? DeskZone.DefaultId);
        builder.Services.AddSingleton(zone);
        builder.Services.AddCascadingValue(_ => zone);
    }

    /// <summary>Pages and the frame's own endpoints. Comes after authentication, authorization and antiforgery.</summary>
    public static void MapShell(this WebApplication app)
    {
        app.MapShellEndpoints();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(circuits => circuits.ConfigureWebSocketAcceptContext = (_, socket) =>
        {
            // The compressor of a circuit that watches would hold a third of a mebibyte between two pushes; one that forgets is lent to each push.
            socket.DisableServerContextTakeover = true;
            return Task.CompletedTask;
        });
    }
}
