using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.SigningIn;

/// <summary>The one-time word with which the first admin is made. It lives as long as the process, or until it is used.</summary>
public sealed class SetupToken(IDbContextFactory<DeskDb> desk)
{
    private readonly string _token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(18));
    private int _used;

    public string Value => _token;

    /// <summary>Whether nobody can sign in yet.</summary>
    public async Task<bool> IsNeededAsync(CancellationToken cancel = default)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return !await db.Users.AnyAsync(cancel);
    }

    public bool Fits(string? given) =>
        Volatile.Read(ref _used) == 0
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given?.Trim() ?? ""), Encoding.UTF8.GetBytes(_token));

    /// <summary>Spends it. Of two who come at once, one gets it.</summary>
    public bool TryUse(string? given) => Fits(given) && Interlocked.Exchange(ref _used, 1) == 0;

    /// <summary>Gives it back when making the admin was refused.</summary>
    public void Return() => Volatile.Write(ref _used, 0);
}
