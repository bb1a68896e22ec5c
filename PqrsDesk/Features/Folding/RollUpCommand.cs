using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Infrastructure.Persistence.Kpis;

namespace PqrsDesk.Features.Folding;

/// <summary><c>rollup</c>: makes the figures of all days anew from the log. To do it twice changes nothing.</summary>
public static class RollUpCommand
{
    /// <summary>Tickets from one line of progress to the next.</summary>
    private const int Step = 50_000;

    /// <param name="open">Puts the desk together, its database up to date, without starting it.</param>
    public static Command Build(IStringLocalizer<FoldingTexts> texts, Func<CancellationToken, Task<WebApplication>> open)
    {
        var command = new Command("rollup", texts["Command.RollUp"]);
        command.SetAction(async (_, cancel) =>
        {
            await using var desk = await open(cancel);
            var tickets = await desk.Services.GetRequiredService<RebuildRollUp>().RunAsync(seen =>
            {
                if (seen % Step == 0) Console.WriteLine(texts["Read", Number(seen)]);
            }, cancel);
            Console.WriteLine(texts["Done", Number(tickets)]);
        });
        return command;
    }

    private static string Number(long count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
