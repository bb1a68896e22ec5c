using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PqrsDesk.Infrastructure.Channels;

namespace PqrsDesk.Features.Channels;

/// <summary>
/// Whether a message comes from who has the channel's secret, and comes now: HMAC-SHA256 over the timestamp, a dot and the
/// body, in hexadecimal, as <c>sha256=…</c>.
/// </summary>
internal static class MessageSignature
{
    public const string TimestampHeader = "X-Desk-Timestamp";
    public const string SignatureHeader = "X-Desk-Signature";
    private const string Prefix = "sha256=";

    /// <summary>How far the two clocks may differ, and the message be on its way.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>In the place of the secret of a channel that there is not: the work is the same.</summary>
    private static readonly byte[] Nobodys = RandomNumberGenerator.GetBytes(32);

    public static bool Fits(ChannelSettings? channel, HttpRequest request, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        var (timestamp, signature) = (request.Headers[TimestampHeader].ToString(), request.Headers[SignatureHeader].ToString());
        var right = Of(channel?.Secret ?? Nobodys, timestamp, body);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(right), Encoding.UTF8.GetBytes(signature)) & channel is not null
            && long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && Math.Abs(now.ToUnixTimeSeconds() - seconds) <= Patience.TotalSeconds;
    }

    public static string Of(byte[] secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        hmac.AppendData(Encoding.UTF8.GetBytes(timestamp));
        hmac.AppendData("."u8);
        hmac.AppendData(body);
        return Prefix + Convert.ToHexStringLower(hmac.GetHashAndReset());
    }
}
