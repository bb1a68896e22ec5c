using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace PqrsDesk.Infrastructure.Files;

/// <summary>What the scanner says of one file. A closed union.</summary>
public abstract record Verdict
{
    private Verdict()
    {
    }

    public sealed record Clean : Verdict;

    /// <param name="Threat">Null when it did not say what it found.</param>
    public sealed record Infected(string? Threat) : Verdict;

    /// <summary>It did not answer, or not what it should.</summary>
    public sealed record Failed(string Why) : Verdict;
}

/// <summary>Asks the program of the house whether a file does harm; without one, nobody is asked.</summary>
/// <remarks>
/// The program is started as it is, without a shell, and hears nothing of the desk's own environment, which holds its
/// passwords. What it writes is read to the end, so that it never waits, and little of it is kept.
/// </remarks>
public sealed class Scanner(ScannerSettings? settings)
{
    public const int ThreatLimit = 120;
    private const int Kept = 8 * 1024;
    private const string Found = " FOUND";

    /// <summary>Of the desk's environment, what programs need to find their way.</summary>
    private static readonly string[] Told = ["PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TMP", "TEMP", "SystemRoot"];

    public bool IsSet => settings is not null;

    public int AtOnce => settings?.AtOnce ?? 1;

    /// <summary>Whether somebody may be handed a file of which that was said. Without a scanner nobody waits for it.</summary>
    public bool Lets(FileScan said) => said is FileScan.None or FileScan.Clean || (settings is null && said != FileScan.Quarantined);

    public async Task<Verdict> LookAsync(string path, CancellationToken cancel)
    {
        if (settings is null) throw new InvalidOperationException("No scanner is set.");
        using var program = new Process { StartInfo = Start(path) };
        try
        {
            program.Start();
        }
        catch (Exception wrong) when (wrong is Win32Exception or IOException)
        {
            return new Verdict.Failed(wrong.Message);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(settings.Patience);
        try
        {
            program.StandardInput.Close();
            var said = ReadAsync(program.StandardOutput.BaseStream, patience.Token);
            var complained = ReadAsync(program.StandardError.BaseStream, patience.Token);
            await program.WaitForExitAsync(patience.Token);
            await Task.WhenAll(said, complained);
            return Of(program.ExitCode, await said, await complained);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Verdict.Failed($"It did not answer within {settings.Patience.TotalSeconds:0} seconds.");
        }
        catch (IOException broken)
        {
            return new Verdict.Failed(broken.Message);
        }
        finally
        {
            End(program);
        }
    }

    private ProcessStartInfo Start(string path)
    {
        var start = new ProcessStartInfo(settings!.Command)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in settings.Arguments) start.ArgumentList.Add(argument.Replace(ScannerSettings.PathPlace, path, StringComparison.Ordinal));
        start.Environment.Clear();
        foreach (var name in Told)
            if (Environment.GetEnvironmentVariable(name) is { } value) start.Environment[name] = value;
        return start;
    }

    private Verdict Of(int code, string said, string complained) =>
        settings!.Clean.Contains(code) ? new Verdict.Clean()
        : settings.Infected.Contains(code) ? new Verdict.Infected(ThreatIn(said))
        : new Verdict.Failed($"It answered {code}. {Line(complained) ?? Line(said)}".TrimEnd());

    /// <summary>As ClamAV says it, <c>path: NAME FOUND</c>; of any other its first line.</summary>
    private static string? ThreatIn(string said)
    {
        var lines = said.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (Array.Find(lines, line => line.EndsWith(Found, StringComparison.Ordinal)) is not { } found) return Line(said);
        var name = found[..^Found.Length];
        return Line(name[(name.LastIndexOf(": ", StringComparison.Ordinal) is >= 0 and var at ? at + 2 : 0)..]);
    }

    private static string? Line(string text)
    {
        var line = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        var plain = line is null ? "" : string.Concat(line.Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter))).Trim();
        return plain.Length == 0 ? null : plain[..Math.Min(plain.Length, ThreatLimit)];
    }

    private static async Task<string> ReadAsync(Stream output, CancellationToken cancel)
    {
        var (kept, chunk) = (new MemoryStream(), new byte[4096]);
        for (int read; (read = await output.ReadAsync(chunk, cancel)) > 0;) kept.Write(chunk, 0, (int)Math.Min(read, Kept - kept.Length));
        return Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length);
    }

    /// <summary>With what it started itself. It may have ended meanwhile.</summary>
    private static void End(Process program)
    {
        try
        {
            if (!program.HasExited) program.Kill(entireProcessTree: true);
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or Win32Exception or AggregateException)
        {
            // Gone by itself in this instant.
        }
    }
}
