using Xunit;

namespace PqrsDesk.Testing;

/// <summary>What the tests use of the machine beyond .NET, and what happens where it is missing.</summary>
public static class Machine
{
    /// <summary>The mode of continuous integration: what would be skipped fails.</summary>
    public static bool NoSkips => Environment.GetEnvironmentVariable("PQRSDESK_NO_SKIPS") == "1";

    /// <summary>The shell without windows first: the same pages for a sixth less of the machine.</summary>
    public static string? Chromium { get; } = OnPath("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");

    public static string? LibreOffice { get; } = OnPath("soffice", "libreoffice");

    /// <summary>Debian keeps servers off the path of ordinary accounts.</summary>
    public static string? Nginx { get; } = OnPath("nginx") ?? (File.Exists("/usr/sbin/nginx") ? "/usr/sbin/nginx" : null);

    public static string? Node { get; } = OnPath("node", "nodejs");

    /// <summary>Off the path of ordinary accounts, as above.</summary>
    public static string? Dovecot { get; } = OnPath("dovecot") ?? (File.Exists("/usr/sbin/dovecot") ? "/usr/sbin/dovecot" : null);

    /// <summary>The newest installed server's folder of programs; Debian keeps them off the path.</summary>
    public static string? PostgresPrograms { get; } =
        (Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [])
        .OrderByDescending(version => double.TryParse(Path.GetFileName(version), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0)
        .Select(version => Path.Combine(version, "bin"))
        .FirstOrDefault(programs => File.Exists(Path.Combine(programs, "initdb")))
        ?? Path.GetDirectoryName(OnPath("initdb"));

    /// <summary>Skips the test with the reason, or fails it where a skip is a failure.</summary>
    /// <returns>What was found.</returns>
    public static string Need(string? found, string what, string package)
    {
        var reason = $"{what} is not installed here: apt-get install {package}, or bash .ci/test, which does it.";
        if (found is null && NoSkips) throw new InvalidOperationException(reason);
        Skip.If(found is null, reason);
        return found!;
    }

    private static string? OnPath(params string[] programs) => programs
        .SelectMany(_ => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries), (program, folder) => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);
}
