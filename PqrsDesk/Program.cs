using Microsoft.AspNetCore.Connections;
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
catch (IOException busy) when (busy.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync($"{busy.Message} Choose another with --urls http://localhost:PORT.");
    return 2;
}
catch (SettingException setting)
{
    await Console.Error.WriteLineAsync(setting.Message);
    return 2;
}
