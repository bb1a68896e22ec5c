using System.Security.Cryptography;
using System.Text;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Api;

/// <summary>
/// What a program calls its request by (<c>Idempotency-Key</c>), so that it may send it again when the answer was lost: it
/// is done once, and told the same each time.
/// </summary>
internal sealed record IdempotencyKey(string Given)
{
    public const string Header = "Idempotency-Key";
    public const int Longest = 200;
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    /// <summary>The header is there, and is not one key.</summary>
    public bool IsUnusable => Given.Length is 0 or > Longest || Given.Any(sign => sign is <= ' ' or > '~');

    /// <returns>Null: the program does not ask for it.</returns>
    public static IdempotencyKey? Of(HttpRequest request) =>
        request.Headers.TryGetValue(Header, out var given) ? new(given is { Count: 1 } one ? one.ToString() : "") : null;

    /// <param name="content">All that was asked for; how it was written does not matter.</param>
    /// <remarks>
    /// Keys of two programs are never the same. The tracking code comes out of the program's own key, of which the desk has
    /// only a hash: it is told again without being kept.
    /// </remarks>
    public FormSeal Seal(HttpRequest request, byte[] content, Func<TicketDocument, string> write)
    {
        var secret = HMACSHA256.HashData(Encoding.UTF8.GetBytes(ApiKeyHandler.GivenBy(request)!), Encoding.UTF8.GetBytes(Given));
        return new(HashOf(request), null, TrackingCode.From(secret))
        {
            Content = Hash(content),
            Answer = filed => write(TicketDocument.Of(filed)),
            KeptFor = Life,
        };
    }

    /// <summary>For a request that does something to a ticket.</summary>
    /// <param name="content">As of <see cref="Seal"/>; which ticket, and what is done to it, belongs to it.</param>
    public SentForm Sent(HttpRequest request, byte[] content, long ticketId, DateTimeOffset at) =>
        new() { Key = HashOf(request), TicketId = ticketId, Content = Hash(content), SentAt = at, KeptUntil = at + Life };

    public string HashOf(HttpRequest request)
    {
        var program = request.HttpContext.User.KeyId() ?? throw new InvalidOperationException("A program that acts has a key.");
        return Hash(Encoding.UTF8.GetBytes(FormattableString.Invariant($"request\n{program}\n{Given}")));
    }

    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
