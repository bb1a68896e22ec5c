using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Portal;

/// <summary>What a form is given when it is drawn: a word that nobody else has, and when that was.</summary>
public sealed record FormWord(byte[] Word, DateTimeOffset DrawnAt)
{
    /// <summary>Who has the key does not have the word.</summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData([.. "form"u8, .. Word]));

    /// <summary>The same form gives the same code, however often it is sent.</summary>
    public TrackingCode Code => TrackingCode.From(Word);
}

/// <summary>A receipt that may be looked at: whose, and the code that is told on it.</summary>
public sealed record ReceiptPass(long TicketId, string Code);

/// <summary>Whoever has it knew the second thing about that case.</summary>
public sealed record CasePass(long TicketId);

/// <summary>What the portal hands to browsers and takes back unaltered, on any node: sealed, for one use, with an end.</summary>
public sealed class Seals(IDataProtectionProvider protection, TimeProvider clock)
{
    public static readonly TimeSpan FormLife = TimeSpan.FromHours(24);

    /// <summary>A form that was sent is known again for a little longer than it can be sent.</summary>
    public static readonly TimeSpan SentFormLife = FormLife + TimeSpan.FromHours(1);
    public static readonly TimeSpan ReceiptLife = TimeSpan.FromHours(24);
    public static readonly TimeSpan CaseLife = TimeSpan.FromMinutes(30);
    private const int WordBytes = 16;

    public string NewForm() => Seal(new FormWord(RandomNumberGenerator.GetBytes(WordBytes), clock.GetUtcNow()));

    public FormWord? Form(string? seal) => Open<FormWord>(seal, FormLife);

    public string Receipt(long ticketId, TrackingCode code) => Seal(new ReceiptPass(ticketId, code.ToString()));

    public ReceiptPass? Receipt(string? seal) => Open<ReceiptPass>(seal, ReceiptLife);

    public string Case(long ticketId) => Seal(new CasePass(ticketId));

    public CasePass? Case(string? seal) => Open<CasePass>(seal, CaseLife);

    private string Seal<T>(T value) => For<T>().Protect(JsonSerializer.Serialize(new Sealed<T>(value, clock.GetUtcNow())));

    /// <returns>Null when it was altered, was sealed for another use, or is too old.</returns>
    private T? Open<T>(string? seal, TimeSpan life) where T : class
    {
        if (string.IsNullOrEmpty(seal)) return null;
        try
        {
            return JsonSerializer.Deserialize<Sealed<T>>(For<T>().Unprotect(seal)) is { } opened && clock.GetUtcNow() - opened.At < life ? opened.Value : null;
        }
        catch (Exception wrong) when (wrong is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    private IDataProtector For<T>() => protection.CreateProtector("portal", typeof(T).Name);

    private sealed record Sealed<T>(T Value, DateTimeOffset At);
}
