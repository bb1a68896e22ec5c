using System.Net;
using System.Net.Sockets;

namespace PqrsDesk.Infrastructure.Channels.Meta;

/// <summary>
/// Which hosts and addresses a file is fetched from. A message says where its file is, and whoever could make the desk ask
/// any address would see what it sees: the house's own network, and the metadata of the machine it runs on.
/// </summary>
public static class PublicAddresses
{
    /// <summary>Whether the address of a file names one of the hosts, over TLS on the usual port and nothing else.</summary>
    public static bool Names(Uri address, IReadOnlyList<string> hosts, bool loopback)
    {
        if (address.UserInfo.Length > 0) return false;
        if (loopback && address.IsLoopback) return address.Scheme is "http" or "https";
        if (address.Scheme != Uri.UriSchemeHttps || !address.IsDefaultPort || address.HostNameType != UriHostNameType.Dns) return false;
        var host = address.IdnHost.TrimEnd('.');
        return hosts.Any(each => host.Equals(each, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + each, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether it is an address of the open net (RFC 6890 and the registries that followed it).</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return !((bytes[0], bytes[1]) switch
            {
                (0 or 10 or 127 or >= 224, _) => true,
                (100, >= 64 and <= 127) => true,
                (169, 254) => true,
                (172, >= 16 and <= 31) => true,
                (192, 0) => bytes[2] is 0 or 2,
                (192, 88) => bytes[2] == 99,
                (192, 168) => true,
                (198, 18 or 19) => true,
                (198, 51) => bytes[2] == 100,
                (203, 0) => bytes[2] == 113,
                _ => false,
            });
        }

        // Of IPv6 only the global unicast range, without what carries another address inside (6to4, Teredo) or is for books.
        return address.AddressFamily == AddressFamily.InterNetworkV6
            && (bytes[0] & 0xE0) == 0x20
            && !(bytes[0] == 0x20 && bytes[1] == 0x02)
            && !(bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x00 && bytes[3] is 0x00 or 0x01 or 0x02)
            && !(bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x0D && bytes[3] == 0xB8)
            && !(bytes[0] == 0x3F && bytes[1] == 0xFF);
    }

    /// <summary>The connection itself is opened to an address that was looked at: a name cannot mean another one a moment later.</summary>
    internal static async ValueTask<Stream> ConnectAsync(DnsEndPoint to, bool loopback, CancellationToken cancel)
    {
        var known = await Dns.GetHostAddressesAsync(to.Host, cancel);
        var good = Array.FindAll(known, address => IsPublic(address) || (loopback && IPAddress.IsLoopback(address)));
        if (good.Length == 0) throw new MediaRefusedException($"{to.Host} is not a host of the open net.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(good, to.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A file that is not fetched, however often it is asked for.</summary>
public sealed class MediaRefusedException(string message) : IOException(message);
