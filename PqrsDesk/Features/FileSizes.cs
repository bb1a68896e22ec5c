using System.Globalization;

namespace PqrsDesk.Features;

/// <summary>How large a file is, as people read it.</summary>
public static class FileSizes
{
    private const double Step = 1024;

    public static string Of(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.CurrentCulture, $"{bytes} B"),
        < 1024 * 1024 => string.Create(CultureInfo.CurrentCulture, $"{bytes / Step:0} KiB"),
        _ => string.Create(CultureInfo.CurrentCulture, $"{bytes / Step / Step:0.#} MiB"),
    };
}
