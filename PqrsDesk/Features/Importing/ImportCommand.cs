using System.CommandLine;
using Spectre.Console;

namespace PqrsDesk.Features.Importing;

/// <summary><c>import FILE --map MAP.json</c>.</summary>
public static class ImportCommand
{
    private const int Ok = 0;
    private const int Unexpected = 1;
    private const int WrongInput = 2;

    /// <param name="compose">Puts the desk together, without starting it.</param>
    /// <param name="prepare">Brings its database up to date.</param>
    public static Command Build(ImportWords words, Func<WebApplication> compose, Func<WebApplication, CancellationToken, Task> prepare)
    {
        var file = new Argument<string>("FILE") { Description = words["Command.File"] };
        var map = new Option<string>("--map") { Description = words["Command.Map"], HelpName = "MAP.json", Required = true };
        var rejects = new Option<string?>("--rejects") { Description = words["Command.Rejects"], HelpName = "FILE.csv" };
        var command = new Command("import", words["Command.Import"]) { file, map, rejects };
        command.SetAction((given, cancel) => RunAsync(given.GetRequiredValue(file), given.GetRequiredValue(map), given.GetValue(rejects), words, compose, prepare, cancel));
        return command;
    }

    private static async Task<int> RunAsync(
        string path, string mapPath, string? rejects, ImportWords words, Func<WebApplication> compose, Func<WebApplication, CancellationToken, Task> prepare, CancellationToken cancel)
    {
        var screen = new ImportScreen(AnsiConsole.Console, words);
        try
        {
            // What is wrong with the input is said before a database is opened, let alone made.
            using var file = ImportFile.Open(path, mapPath);
            await using var desk = compose();
            await prepare(desk, cancel);
            var import = desk.Services.GetRequiredService<ImportTickets>();
            screen.Show(await screen.ShowAsync(file.Count, progress => import.RunAsync(file, rejects, progress, cancel)));
            return Ok;
        }
        catch (ImportRefusedException refused)
        {
            foreach (var problem in refused.Problems) await Console.Error.WriteLineAsync(words.Say(problem));
            return WrongInput;
        }
        catch (ImportStoppedException stopped)
        {
            screen.Show(stopped.SoFar);
            await Console.Error.WriteLineAsync(screen.Stopped(stopped));
            return Unexpected;
        }
    }
}
