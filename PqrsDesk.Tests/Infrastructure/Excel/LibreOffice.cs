using System.Diagnostics;
using PqrsDesk.Testing;

namespace PqrsDesk.Infrastructure.Excel;

/// <summary>A real spreadsheet program, without a window, that calculates every formula anew.</summary>
public static class LibreOffice
{
    private const string RecalculateAlways = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
          <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
        </oor:items>
        """;

    private static string Program => Machine.Need(Machine.LibreOffice, "LibreOffice", "libreoffice-calc");

    /// <summary>Skips the test where the program is missing.</summary>
    public static void Need() => _ = Program;

    /// <summary>Opens a workbook, calculates it and saves it again.</summary>
    public static async Task<MemoryStream> RecalculateAsync(Stream workbook)
    {
        var folder = Directory.CreateTempSubdirectory("pqrsdesk-office-").FullName;
        try
        {
            var profile = Directory.CreateDirectory(Path.Combine(folder, "profile", "user")).FullName;
            await File.WriteAllTextAsync(Path.Combine(profile, "registrymodifications.xcu"), RecalculateAlways);
            var source = Path.Combine(folder, "month.xlsx");
            await using (var file = File.Create(source))
                await workbook.CopyToAsync(file);
            var target = Directory.CreateDirectory(Path.Combine(folder, "out")).FullName;
            await RunAsync(
                $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}",
                "--headless", "--convert-to", "xlsx", "--outdir", target, source);
            return new MemoryStream(await File.ReadAllBytesAsync(Path.Combine(target, "month.xlsx")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        try
        {
            var said = process.StandardOutput.ReadToEndAsync(limit.Token);
            var complained = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"soffice ended with {process.ExitCode}: {await said} {await complained}");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
