using System.Globalization;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Files;

/// <summary>The section <c>Desk:Files:Scanner</c> of the settings, checked once at start: a program that says whether a file does harm.</summary>
/// <param name="Arguments">Each one as it is, without a shell; <see cref="PathPlace"/> in it stands for the file.</param>
/// <param name="Patience">After so long the program is ended.</param>
/// <param name="Clean">What it answers when it found nothing; every number that is in neither list is a failure of its own.</param>
/// <param name="Infected">What it answers when it found something.</param>
/// <param name="AtOnce">Files that are looked through at the same time.</param>
public sealed record ScannerSettings(string Command, IReadOnlyList<string> Arguments, TimeSpan Patience, IReadOnlySet<int> Clean, IReadOnlySet<int> Infected, int AtOnce)
{
    public const string PathPlace = "{path}";

    /// <returns>Null when no command is set.</returns>
    /// <exception cref="SettingException">A setting is not usable; the message is one sentence that names it.</exception>
    public static ScannerSettings? Read(IConfiguration settings)
    {
        var scanner = settings.GetSection("Desk:Files:Scanner");
        if (string.IsNullOrWhiteSpace(scanner["Command"])) return null;
        var named = scanner.GetSection("Arguments").GetChildren().Select(argument => argument.Value ?? "").ToList();
        var arguments = named.Count > 0 ? named : ["--no-summary", PathPlace];
        if (!arguments.Exists(argument => argument.Contains(PathPlace, StringComparison.Ordinal)))
            throw new SettingException($"{scanner.Path}:Arguments does not say where the file goes: one of them must contain {PathPlace}.");
        var (clean, infected) = (Codes(scanner, "CleanCodes", "0"), Codes(scanner, "InfectedCodes", "1"));
        if (clean.Overlaps(infected)) throw new SettingException($"{scanner.Path}:CleanCodes and InfectedCodes have a number in common.");
        return new(scanner["Command"]!.Trim(), arguments, TimeSpan.FromSeconds(Number(scanner, "Seconds", 120, 1, 3_600)), clean, infected, Number(scanner, "AtOnce", 2, 1, 32));
    }

    private static HashSet<int> Codes(IConfigurationSection section, string name, string usual)
    {
        var codes = new HashSet<int>();
        foreach (var code in (section[name] is { Length: > 0 } said ? said : usual).Split(',', StringSplitOptions.TrimEntries))
            codes.Add(int.TryParse(code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw new SettingException($"{section.Path}:{name} is \"{section[name]}\"; it must be numbers with commas between them."));
        return codes;
    }

    private static int Number(IConfigurationSection section, string name, int usual, int least, int most) =>
        string.IsNullOrWhiteSpace(section[name]) ? usual
        : int.TryParse(section[name], CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw new SettingException($"{section.Path}:{name} is \"{section[name]}\"; it must be a number from {least} to {most}.");
}
