using System.Security.Cryptography;
using System.Text;

namespace PqrsDesk.Domain.Tickets;

/// <summary>The second thing, beside the radicado, by which a petitioner finds the case again. It is shown once; only its hash is kept.</summary>
/// <remarks>
/// 16 of 23 signs are 72 bits, so a plain hash is enough. No sign looks like another, and without vowels none of them
/// makes a word. What is derived from a form that is sent twice is the same code both times.
/// </remarks>
public sealed record TrackingCode
{
    public const int HashLength = 64;
    private const string Signs = "2346789CDFHJKMNPQRTVWXY";
    private const int Length = 16;
    private const int Group = 4;
    private readonly string _signs;

    private TrackingCode(string signs) => _signs = signs;

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_signs)));

    public static TrackingCode Draw() => new(RandomNumberGenerator.GetString(Signs, Length));

    /// <param name="secret">At least 16 random bytes that nobody but the sender of a form has.</param>
    public static TrackingCode From(ReadOnlySpan<byte> secret)
    {
        // 256 bits shared out over 16 signs: what the remainder favours is beyond the 200th bit.
        var left = new System.Numerics.BigInteger(SHA256.HashData([.. "tracking code"u8, .. secret]), isUnsigned: true);
        var signs = new char[Length];
        for (var at = 0; at < Length; at++)
        {
            left = System.Numerics.BigInteger.DivRem(left, Signs.Length, out var sign);
            signs[at] = Signs[(int)sign];
        }

        return new(new string(signs));
    }

    /// <summary>What somebody typed, without regard to case, spaces and hyphens; null when it can be no code.</summary>
    public static TrackingCode? Read(string? typed)
    {
        var signs = string.Concat((typed ?? "").Where(sign => !char.IsWhiteSpace(sign) && sign != '-')).ToUpperInvariant();
        return signs.Length == Length && signs.All(Signs.Contains) ? new(signs) : null;
    }

    /// <summary>The same work whatever the answer, also without a hash or a code.</summary>
    public static bool Fits(TrackingCode? code, string? hash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes((code ?? Nobodys).Hash), Encoding.ASCII.GetBytes(hash ?? new string('-', HashLength))) & code is not null;

    /// <summary>In groups of four, to be read aloud and written down.</summary>
    public override string ToString() => string.Join('-', _signs.Chunk(Group).Select(group => new string(group)));

    private static readonly TrackingCode Nobodys = new(new string(Signs[0], Length));
}

/// <summary>The hash of a ticket's tracking code, apart from the ticket: who reads tickets has no business with it.</summary>
public sealed class TrackingHash
{
    public required long TicketId { get; init; }
    public required string Hash { get; init; }
}
