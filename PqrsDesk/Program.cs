using PqrsDesk.Features;
using PqrsDesk.Infrastructure;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Shell;
using PqrsDesk.Ui;

try
{
    var builder = DeskHost.CreateBuilder(args);
    builder.AddInfrastructure(DeskUrls.SignIn, DeskUrls.ReturnParameter);
    builder.AddFeatures();
    builder.AddShell();

    await using var app = builder.Build();
    await app.PrepareDeskAsync();
    app.UseDeskPipeline();
    app.MapFeatures();
    app.MapShell();
    await app.ServeAsync();
    return 0;
}
catch (SettingException setting)
{
    await Console.Error.WriteLineAsync(setting.Message);
    return 2;
}
