using Microsoft.AspNetCore.DataProtection;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Infrastructure.Search;

namespace PqrsDesk.Infrastructure;

public static class InfrastructureSetup
{
    /// <exception cref="SettingException">A setting is not usable.</exception>
    public static void AddInfrastructure(this WebApplicationBuilder builder, string signInPath, string returnParameter)
    {
        var settings = DeskSettings.Read(builder.Configuration, builder.Environment);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(new FilingNumbers(settings.FilingNumber));

        // Cookies outlive a restart, whoever runs the process.
        builder.Services.AddDataProtection().SetApplicationName("PqrsDesk")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.DataFolder, "keys")));
        builder.Services.AddSingleton<FileStore>();
        builder.Services.AddDeskLive();
        builder.Services.AddDeskPersistence(DatabaseSettings.Read(builder.Configuration, settings.DataFolder));
        builder.Services.AddDeskSearch();
        builder.Services.AddDeskIdentity(signInPath, returnParameter);
    }
}
