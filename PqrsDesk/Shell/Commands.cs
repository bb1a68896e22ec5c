using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PqrsDesk.Features.ApiKeys;
using PqrsDesk.Features.Folding;
using PqrsDesk.Features.Importing;
using PqrsDesk.Features.Starting;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Infrastructure.Search;
using PqrsDesk.Ui;

namespace PqrsDesk.Shell;

/// <summary>What the program does instead of serving the site, when its first word says so.</summary>
public static partial class Commands
{
    private const int Unexpected = 1;
    private const int WrongInput = 2;

    /// <summary>Settings begin with a dash or have an equals sign; a bare word is a command, known or not.</summary>
    public static bool Asked(string[] args) =>
        args is [var first, ..] && (first is "-h" or "-?" or "--help" or "--version" || (!first.StartsWith('-') && !first.StartsWith('/') && !first.Contains('=')));

    /// <param name="compose">Puts the desk together by its settings, without starting it.</param>
    /// <returns>The exit code: 0 done, 1 something unexpected, 2 wrong input.</returns>
    /// <exception cref="SettingException">The settings name no usable database.</exception>
    public static async Task<int> RunAsync(string[] args, Func<string[], WebApplicationBuilder> compose)
    {
        var culture = CultureInfo.GetCultureInfo(Languages.Current == "en" ? Languages.English : Languages.Spanish);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture) = (culture, culture);

        // --Database:Provider=Postgres and the like mean here what they mean to the site.
        var settings = args.Where(arg => Setting().IsMatch(arg)).ToArray();
        var given = Root(() => Quiet(compose(settings))).Parse([.. args.Except(settings)]);
        if (given.Errors is [var first, ..])
        {
            // The word that was not understood says more than what is missing because of it.
            var error = given.Errors.FirstOrDefault(error => given.UnmatchedTokens.Any(token => error.Message.Contains(token, StringComparison.Ordinal))) ?? first;
            await Console.Error.WriteLineAsync(error.Message);
            return WrongInput;
        }

        try
        {
            return await given.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception wrong) when (wrong is not SettingException)
        {
            await Console.Error.WriteLineAsync(wrong is OperationCanceledException ? wrong.Message : wrong.ToString());
            return Unexpected;
        }
    }

    private static RootCommand Root(Func<WebApplication> compose)
    {
        var words = new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance);
        var texts = new StringLocalizer<CommandsTexts>(words);
        var importWords = new ImportWords(new StringLocalizer<ImportingTexts>(words), new StringLocalizer<RefusalTexts>(words));
        return new RootCommand(texts["Root"])
        {
            ImportCommand.Build(importWords, compose, PrepareAsync),
            Migrate(texts, compose),
            Reindex(texts, OpenAsync),
            ApiKeyCommand.Build(new StringLocalizer<ApiKeyTexts>(words), OpenAsync),
            RollUpCommand.Build(new StringLocalizer<FoldingTexts>(words), OpenAsync),
        };

        async Task<WebApplication> OpenAsync(CancellationToken cancel)
        {
            var desk = compose();
            await PrepareAsync(desk, cancel);
            return desk;
        }
    }

    private static Command Migrate(StringLocalizer<CommandsTexts> texts, Func<WebApplication> compose)
    {
        var migrate = new Command("migrate", texts["Migrate"]);
        migrate.SetAction(async (_, cancel) =>
        {
            await using var desk = compose();
            var applied = await PrepareAsync(desk, cancel);
            var provider = desk.Services.GetRequiredService<DatabaseSettings>().Provider;
            Console.WriteLine(applied.Count == 0 ? texts["UpToDate", provider] : texts["Migrated", provider, string.Join(", ", applied)]);
        });
        return migrate;
    }

    private static Command Reindex(StringLocalizer<CommandsTexts> texts, Func<CancellationToken, Task<WebApplication>> open)
    {
        var reindex = new Command("reindex", texts["Reindex"]);
        reindex.SetAction(async (_, cancel) =>
        {
            await using var desk = await open(cancel);
            var build = desk.Services.GetRequiredService<BuildSearch>();
            await build.BeginAgainAsync(cancel);
            var said = -1;
            await build.RunAsync(progress =>
            {
                if (progress.Percent / 5 == said) return;
                said = progress.Percent / 5;
                Console.WriteLine(texts["Reindexing", progress.Percent]);
            }, cancel);
            Console.WriteLine(texts["Reindexed"]);
        });
        return reindex;
    }

    /// <summary>As the site starts, but for the demo desk: what is imported is not mixed with what was made up.</summary>
    /// <returns>The migrations that were applied.</returns>
    private static async Task<IReadOnlyList<string>> PrepareAsync(WebApplication desk, CancellationToken cancel)
    {
        var applied = await desk.Services.GetRequiredService<DeskMigrations>().ApplyAsync(cancel);
        await desk.Services.GetRequiredService<StandardDesk>().LayAsync(cancel);
        return applied;
    }

    // What goes wrong is told in one place; the log of the engine would tell it again, with its own stack.
    private static WebApplication Quiet(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        return builder.Build();
    }

    [GeneratedRegex("^--[A-Za-z]+(:[A-Za-z0-9]+)+=")]
    private static partial Regex Setting();
}
