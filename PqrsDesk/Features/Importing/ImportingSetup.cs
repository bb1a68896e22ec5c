using PqrsDesk.Features.Importing.Parties;

namespace PqrsDesk.Features.Importing;

public static class ImportingSetup
{
    public static IServiceCollection AddImporting(this IServiceCollection services) =>
        services.AddSingleton<ImportWords>().AddSingleton<BatchWriter>().AddSingleton<ImportTickets>().AddSingleton<ImportParties>();
}
