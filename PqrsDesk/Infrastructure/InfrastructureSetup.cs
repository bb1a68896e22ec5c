using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using PqrsDesk.Infrastructure.Answers;
using PqrsDesk.Infrastructure.Channels;
using PqrsDesk.Infrastructure.Channels.Meta;
using PqrsDesk.Infrastructure.Cluster;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Likeness;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Infrastructure.Presence;
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

        // Cookies outlive a restart and are read by every node.
        builder.Services.AddDataProtection().SetApplicationName("PqrsDesk");
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeysInDatabase>();
        builder.Services.AddSingleton(new Scanner(ScannerSettings.Read(builder.Configuration)));
        builder.Services.AddSingleton(FileSettings.Read(builder.Configuration));
        builder.Services.AddSingleton<FileRoom>();
        builder.Services.AddSingleton<FileStore>();
        builder.Services.AddSingleton<FileLimits>();
        var database = DatabaseSettings.Read(builder.Configuration, settings.DataFolder);
        builder.Services.AddDeskCluster(database);
        builder.Services.AddDeskLive(database);
        builder.Services.AddDeskPresence(database);
        builder.Services.AddDeskMail(builder.Configuration);
        builder.Services.AddSingleton(ChannelList.Read(builder.Configuration));
        builder.Services.AddSingleton(new MetaHook(MetaSettings.Read(builder.Configuration)));
        builder.Services.AddSingleton<Graph>();
        builder.Services.AddSingleton<MediaDownload>();
        builder.Services.AddDeskPersistence(database);
        builder.Services.AddDeskSearch();
        builder.Services.AddDeskLikeness();
        builder.Services.AddSingleton<ArticleSearch>();
        builder.Services.AddDeskIdentity(signInPath, returnParameter);
    }
}
