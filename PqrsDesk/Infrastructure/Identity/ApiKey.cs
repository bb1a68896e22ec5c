using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using PqrsDesk.Domain.People;

namespace PqrsDesk.Infrastructure.Identity;

/// <summary>A key with which another program calls. It is shown once, when it is made; only its hash is kept.</summary>
/// <remarks>Revoked by another process it may still be taken for a few seconds: <see cref="ApiKeyShelf.Trust"/>.</remarks>
public sealed class ApiKey
{
    public const int NameLimit = 80;
    private const string Prefix = "pqrs_";

    public int Id { get; private set; }
    public required string Name { get; init; }
    public required Role Role { get; init; }

    /// <summary>The one thing that it opens; null: all that its role may.</summary>
    public KeyScope? Scope { get; init; }

    /// <summary>SHA-256 of the key in hexadecimal. The key has 256 random bits, so a slow hash would add nothing.</summary>
    public required string Hash { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }

    public static (ApiKey Kept, string Shown) Create(string name, Role role, DateTimeOffset now, KeyScope? scope = null)
    {
        var shown = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (new ApiKey { Name = name, Role = role, Scope = scope, Hash = HashOf(shown), CreatedAt = now }, shown);
    }

    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
