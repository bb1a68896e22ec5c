using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace PqrsDesk.Infrastructure.Identity;

/// <summary><c>Authorization: Bearer KEY</c>, for programs.</summary>
public sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory log,
    UrlEncoder encoder,
    ApiKeyShelf keys) : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public new const string Scheme = "ApiKey";
    private const string Bearer = "Bearer ";

    /// <summary>The key that a request brings. A browser cannot set headers on a WebSocket: there, and only there, it may stand in the address.</summary>
    public static string? GivenBy(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { Length: > 0 } header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim()
        : request.Path.StartsWithSegments("/hubs", StringComparison.Ordinal) ? request.Query["access_token"].ToString()
        : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (GivenBy(Request) is not { Length: > 0 } given) return AuthenticateResult.NoResult();
        if (await keys.FindAsync(ApiKey.HashOf(given), Context.RequestAborted) is not { } key) return AuthenticateResult.Fail("The key is not known, or was revoked.");

        // With a scope it has no role: whatever asks for one stays shut.
        var opens = key.Scope is { } scope ? new Claim(DeskClaims.Scope, scope.ToString()) : new Claim(ClaimTypes.Role, key.Role.ToString());
        var program = new ClaimsIdentity(
            [new(ClaimTypes.Name, key.Name), opens, new(DeskClaims.KeyId, key.Id.ToString(CultureInfo.InvariantCulture))], Scheme);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(program), Scheme));
    }
}
