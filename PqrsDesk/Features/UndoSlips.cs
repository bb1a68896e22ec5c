using System.IO.Compression;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features;

/// <summary>
/// What a program is given to take back what it did to many tickets: sealed, so that it says what was and nothing else, for
/// the key that did it alone, on any node, with an end. The desk keeps nothing of it.
/// </summary>
public sealed class UndoSlips(IDataProtectionProvider protection, TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    public string Write<T>(ClaimsPrincipal by, T done) where T : class
    {
        using var small = new MemoryStream();
        using (var brotli = new BrotliStream(small, CompressionLevel.Fastest, leaveOpen: true))
            JsonSerializer.Serialize(brotli, new Slip<T>(done, clock.GetUtcNow()), Json.Options);
        return WebEncoders.Base64UrlEncode(For<T>(by).Protect(small.ToArray()));
    }

    /// <returns>Null when it was altered, is another key's, is of another thing, or is too old.</returns>
    public T? Read<T>(ClaimsPrincipal by, string? slip) where T : class
    {
        if (string.IsNullOrEmpty(slip)) return null;
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(For<T>(by).Unprotect(WebEncoders.Base64UrlDecode(slip))), CompressionMode.Decompress);
            return JsonSerializer.Deserialize<Slip<T>>(brotli, Json.Options) is { } read && clock.GetUtcNow() - read.At < Life ? read.Done : null;
        }
        catch (Exception wrong) when (wrong is CryptographicException or FormatException or JsonException or InvalidDataException)
        {
            return null;
        }
    }

    private IDataProtector For<T>(ClaimsPrincipal by) => protection.CreateProtector("undo", typeof(T).Name, FormattableString.Invariant($"{by.KeyId()}/{by.MemberId()}"));

    private sealed record Slip<T>(T Done, DateTimeOffset At);
}
