using System.Globalization;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Files;

/// <summary>How much may come: of one filing or message, of one case, and of all together. Of one file, see <see cref="DeskSettings.FileLimit"/>.</summary>
/// <param name="Most">Files of one filing or message.</param>
/// <param name="Together">Bytes of them.</param>
/// <param name="Case">Bytes of all files of a case.</param>
/// <param name="All">Bytes of all files of the desk; null: as many as fit.</param>
/// <param name="Free">Bytes that stay free on the disk.</param>
public sealed record FileSettings(int Most, long Together, long Case, long? All, long Free)
{
    private const long MiB = 1024 * 1024;

    /// <exception cref="SettingException">A setting is not usable; the message is one sentence that names it.</exception>
    public static FileSettings Read(IConfiguration settings)
    {
        var files = settings.GetSection("Desk:Files");
        var all = Number(files, "TotalMiB", 0, 0);
        return new((int)Number(files, "MostAtOnce", 20, 1, 1_000), Number(files, "AtOnceMiB", 500, 1) * MiB, Number(files, "CaseMiB", 2_048, 1) * MiB, all == 0 ? null : all * MiB, Number(files, "FreeMiB", 512, 0) * MiB);
    }

    public static string InMiB(long bytes) => (bytes / MiB).ToString(CultureInfo.InvariantCulture);

    private static long Number(IConfigurationSection section, string name, long usual, long least, long most = 1L << 40) =>
        string.IsNullOrWhiteSpace(section[name]) ? usual
        : long.TryParse(section[name], CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw new SettingException($"{section.Path}:{name} is \"{section[name]}\"; it must be a number from {least} to {most}.");
}
