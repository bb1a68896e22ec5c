using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace PqrsDesk.Testing;

/// <summary>A real IMAP server (Dovecot) on free ports of the loopback interface, with mailboxes as folders of files. It ends with the run, however that ends.</summary>
public sealed class ImapPeer : IAsyncDisposable
{
    public const string Password = "una clave \"con\" \\ signos";

    /// <summary>Holds the server as its child until its own input closes: so no server is left behind.</summary>
    private const string Keeper = """
        "$1" -F -c "$2/dovecot.conf" < /dev/null > "$2/out" 2>&1 &
        server=$!
        trap '' INT TERM HUP
        while read -r line; do :; done
        kill -TERM $server
        wait $server
        """;

    private static int _messages;
    private readonly Process _keeper;
    private readonly string _folder;

    private ImapPeer(Process keeper, string folder, int port, int securePort, string certificate) =>
        (_keeper, _folder, Port, SecurePort, Certificate) = (keeper, folder, port, securePort, certificate);

    /// <summary>In the clear, and by STARTTLS.</summary>
    public int Port { get; }
    public int SecurePort { get; }

    /// <summary>The file with its certificate.</summary>
    public string Certificate { get; }

    public static async Task<ImapPeer> StartAsync()
    {
        var program = Machine.Need(Machine.Dovecot, "A real IMAP server", "dovecot-imapd");
        var folder = Directory.CreateTempSubdirectory("pqrsdesk-imap-").FullName;
        var mail = Directory.CreateDirectory(Path.Combine(folder, "mail")).FullName;
        var (certificate, key) = LoopbackCertificate.Write(folder);
        var (port, securePort) = (PostgresCluster.FreePort(), PostgresCluster.FreePort());
        await File.WriteAllTextAsync(Path.Combine(folder, "dovecot.conf"), Configuration(folder, mail, certificate, key, port, securePort));
        if (Environment.IsPrivilegedProcess)
        {
            // Its mail is handled by an account without rights, which must get there.
            Allow(folder, (UnixFileMode)0b111_101_101);
            Allow(mail, (UnixFileMode)0b111_111_111);
        }

        var keeper = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", Keeper, "keeper", program, folder]) { RedirectStandardInput = true })!;
        var peer = new ImapPeer(keeper, folder, port, securePort, certificate);
        await peer.AnswerAsync();
        return peer;
    }

    /// <summary>Puts a message into a mailbox as a delivering server does.</summary>
    public void Deliver(string user, byte[] message)
    {
        var box = Path.Combine(_folder, "mail", user);
        foreach (var part in (string[])["", "cur", "new", "tmp"])
        {
            var made = Directory.CreateDirectory(Path.Combine(box, part)).FullName;
            if (Environment.IsPrivilegedProcess) Allow(made, (UnixFileMode)0b111_111_111);
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"{1_700_000_000 + Interlocked.Increment(ref _messages)}.M{_messages}P1.tests");
        var waiting = Path.Combine(box, "tmp", name);
        File.WriteAllBytes(waiting, message);
        if (Environment.IsPrivilegedProcess) Allow(waiting, (UnixFileMode)0b110_110_110);
        File.Move(waiting, Path.Combine(box, "new", name));
    }

    /// <summary>How many messages a folder of a mailbox holds with a flag (S seen, F flagged), or without any.</summary>
    /// <param name="folder">Empty: the inbox.</param>
    public int Count(string user, string folder = "", char? flag = null)
    {
        var box = Path.Combine(_folder, "mail", user, folder.Length > 0 ? "." + folder : "");
        return new[] { "cur", "new" }.Select(part => Path.Combine(box, part)).Where(Directory.Exists).SelectMany(Directory.GetFiles)
            .Count(file => flag is null || (file.LastIndexOf(":2,", StringComparison.Ordinal) is >= 0 and var at && file[(at + 3)..].Contains(flag.Value)));
    }

    public async ValueTask DisposeAsync()
    {
        _keeper.StandardInput.Close();
        await _keeper.WaitForExitAsync();
        _keeper.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task AnswerAsync()
    {
        for (var patience = Stopwatch.StartNew(); ; await Task.Delay(20))
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync("127.0.0.1", SecurePort);
                return;
            }
            catch (SocketException) when (!_keeper.HasExited && patience.Elapsed < TimeSpan.FromSeconds(30))
            {
                // Still starting: asked again until it answers or gives up.
            }
            catch (SocketException wrong)
            {
                throw new InvalidOperationException($"The IMAP server of the tests did not start: {await File.ReadAllTextAsync(Path.Combine(_folder, "out"))}", wrong);
            }
        }
    }

    private static string Configuration(string folder, string mail, string certificate, string key, int port, int securePort)
    {
        var user = Environment.IsPrivilegedProcess ? "nobody" : Environment.UserName;
        var login = Environment.IsPrivilegedProcess ? "" : $"default_internal_user = {user}\ndefault_login_user = {user}\n";
        return string.Create(CultureInfo.InvariantCulture, $$"""
            base_dir = {{folder}}/run
            state_dir = {{folder}}/run
            log_path = {{folder}}/log
            protocols = imap
            listen = 127.0.0.1
            ssl = yes
            ssl_cert = <{{certificate}}
            ssl_key = <{{key}}
            disable_plaintext_auth = no
            auth_mechanisms = plain
            mail_location = maildir:{{mail}}/%n
            first_valid_uid = 1
            {{login}}passdb {
              driver = passwd-file
              args = {{Passwords(folder)}}
            }
            userdb {
              driver = static
              args = uid={{user}} gid={{(Environment.IsPrivilegedProcess ? "nogroup" : user)}} home={{mail}}/%n
            }
            service imap-login {
              chroot =
              inet_listener imap {
                port = {{port}}
              }
              inet_listener imaps {
                port = {{securePort}}
                ssl = yes
              }
            }
            service anvil {
              chroot =
            }
            service stats {
              chroot =
            }

            """);
    }

    private static void Allow(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, mode);
    }

    private static string Passwords(string folder)
    {
        var file = Path.Combine(folder, "passwords");
        File.WriteAllText(file, $"pqrs@localhost:{{PLAIN}}{Password}::::::\ncopias@localhost:{{PLAIN}}{Password}::::::\n");
        Allow(file, (UnixFileMode)0b110_100_100);
        return file;
    }
}
