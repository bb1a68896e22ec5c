using Microsoft.AspNetCore.Connections;
using PqrsDesk.Features;
using PqrsDesk.Infrastructure;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Shell;
using PqrsDesk.Ui;

try
{
    if (Commands.Asked(args)) return await Commands.RunAsync(args, Compose);

    await using var app = Compose(args).Build();
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

static WebApplicationBuilder Compose(string[] args)
{
    var builder = DeskHost.CreateBuilder(args);
    builder.AddInfrastructure(DeskUrls.SignIn, DeskUrls.ReturnParameter);
    builder.AddFeatures();
    builder.AddShell();
    return builder;
}
