using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Scanning;

/// <summary>A scanner as houses have one, a program of its own: what it says hangs on a word in the file.</summary>
internal sealed class TestScanner : IDisposable
{
    public const string Threat = "Eicar-Test-Signature";

    private const string Script = """
        #!/bin/sh
        if grep -q HARMFUL "$1"; then echo "$1: Eicar-Test-Signature FOUND"; exit 1; fi
        if grep -q HANGS "$1"; then sleep 600 & echo $! > "$1.child"; wait; fi
        if grep -q BROKEN "$1"; then echo "no database" >&2; exit 2; fi
        if grep -q LOUD "$1"; then yes HARMFUL | head -c 20000000; fi
        if [ -n "$SCANNER_TEST_SECRET" ]; then exit 3; fi
        exit 0
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("pqrsdesk-scanner-").FullName;

    public TestScanner()
    {
        Machine.Need(File.Exists("/bin/sh") ? "/bin/sh" : null, "a shell for the scanner of the test", "dash");
        Environment.SetEnvironmentVariable("SCANNER_TEST_SECRET", "no one else's business");
        File.WriteAllText(Path.Combine(_folder, "scan me.sh"), Script);
    }

    public (string, string?)[] Settings =>
    [
        ("Desk:Files:Scanner:Command", "/bin/sh"),
        ("Desk:Files:Scanner:Arguments:0", Path.Combine(_folder, "scan me.sh")),
        ("Desk:Files:Scanner:Arguments:1", "{path}"),
        ("Desk:Files:Scanner:Seconds", "2"),
    ];

    public Dictionary<string, string?> Named => Settings.ToDictionary(setting => setting.Item1, setting => setting.Item2);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
