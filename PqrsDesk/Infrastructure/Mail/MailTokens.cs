using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Mail;

/// <summary>
/// Says of an answer which case it belongs to: <c>c2f-k3jx…</c>, the case's number in the store and 80 bits of a signature,
/// so that nobody writes into a case who was not written to from it. Lower case only: some servers change the case of addresses.
/// </summary>
public sealed partial class MailTokens(IDbContextFactory<DeskDb> desk, DeskWriter writer)
{
    private const int Letters = 16;
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private byte[]? _key;

    public async Task<string> OfAsync(long ticketId, CancellationToken cancel) => Of(ticketId, await KeyAsync(cancel));

    /// <summary>The case of the first token with a true signature; null when there is none.</summary>
    public async Task<long?> FindAsync(IEnumerable<string> texts, CancellationToken cancel)
    {
        foreach (var token in texts.SelectMany(text => Token().Matches(text).Select(found => found.Value.ToLowerInvariant())).Distinct().Take(50).ToList())
        {
            var key = await KeyAsync(cancel);
            if (Number(token) is { } id && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(token), Encoding.ASCII.GetBytes(Of(id, key)))) return id;
        }

        return null;
    }

    private static string Of(long ticketId, byte[] key)
    {
        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(number, ticketId);
        var signature = HMACSHA256.HashData(key, number);
        var letters = new char[Letters];
        for (var at = 0; at < Letters; at++)
        {
            var bit = at * 5;
            var pair = signature[bit / 8] << 8 | signature[bit / 8 + 1];
            letters[at] = Alphabet[pair >> (11 - bit % 8) & 31];
        }

        return string.Create(CultureInfo.InvariantCulture, $"c{ticketId:x}-{new string(letters)}");
    }

    private static long? Number(string token) =>
        long.TryParse(token.AsSpan(1, token.IndexOf('-') - 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var id) ? id : null;

    private async Task<byte[]> KeyAsync(CancellationToken cancel)
    {
        if (_key is { } known) return known;
        if (await FindKeyAsync(cancel) is { } stored) return _key = stored;
        try
        {
            await writer.RunAsync(db => Task.FromResult(db.Add(new MailKey { Secret = RandomNumberGenerator.GetBytes(32) })), cancel);
        }
        catch (DbUpdateException)
        {
            // Another node was quicker: the key is the one that it wrote.
        }

        return _key = await FindKeyAsync(cancel) ?? throw new InvalidOperationException("The key of the mail tokens could not be kept.");
    }

    private async Task<byte[]?> FindKeyAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.MailKeys.AsNoTracking().Select(key => key.Secret).SingleOrDefaultAsync(cancel);
    }

    [GeneratedRegex(@"\bc[0-9a-f]{1,15}-[a-z2-7]{16}\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
