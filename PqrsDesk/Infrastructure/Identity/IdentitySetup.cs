using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Identity;

/// <summary>Names of the policies that ask for at least a role, on pages.</summary>
public static class AtLeast
{
    public const string Agent = "AtLeastAgent";
    public const string Lead = "AtLeastLead";
    public const string Manager = "AtLeastManager";
    public const string Admin = "AtLeastAdmin";

    /// <summary>An agent's key or cookie: for the interfaces that programs call.</summary>
    public const string Program = "Program";

    /// <summary>A monitor's key, or that of a program which may do more.</summary>
    public const string Monitor = "Monitor";
}

public static class IdentitySetup
{
    /// <summary>Tries before a lockout, and how long it lasts.</summary>
    private const int Tries = 5;
    private static readonly TimeSpan Lockout = TimeSpan.FromMinutes(10);

    public static IServiceCollection AddDeskIdentity(this IServiceCollection services, string signInPath, string returnParameter)
    {
        services.AddIdentityCore<DeskUser>(identity =>
            {
                identity.Password.RequiredLength = 10;
                identity.Password.RequireNonAlphanumeric = false;
                identity.User.RequireUniqueEmail = true;
                identity.Lockout.MaxFailedAccessAttempts = Tries;
                identity.Lockout.DefaultLockoutTimeSpan = Lockout;
                identity.Lockout.AllowedForNewUsers = true;
            })
            .AddEntityFrameworkStores<DeskDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<DeskClaims>();
        services.AddSingleton<ApiKeyShelf>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.Scheme, null)
            .AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(cookie =>
            {
                cookie.LoginPath = signInPath;
                cookie.AccessDeniedPath = signInPath;
                cookie.ReturnUrlParameter = returnParameter;
                cookie.Cookie.Name = "pqrsdesk";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
                cookie.SlidingExpiration = true;
            }));
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(AtLeast.Agent, policy => policy.RequireRole(From(Role.Agent)))
            .AddPolicy(AtLeast.Lead, policy => policy.RequireRole(From(Role.Lead)))
            .AddPolicy(AtLeast.Manager, policy => policy.RequireRole(From(Role.Manager)))
            .AddPolicy(AtLeast.Admin, policy => policy.RequireRole(From(Role.Admin)))
            .AddPolicy(AtLeast.Program, policy => policy.AddAuthenticationSchemes(ApiKeyHandler.Scheme).RequireRole(From(Role.Agent)))
            .AddPolicy(AtLeast.Monitor, policy => policy.AddAuthenticationSchemes(ApiKeyHandler.Scheme).RequireAssertion(asked =>
                asked.User.HasClaim(DeskClaims.Scope, nameof(KeyScope.Monitor)) || From(Role.Agent).Any(asked.User.IsInRole)));
        return services;
    }

    /// <summary>The names of a role and of those above it.</summary>
    public static string[] From(Role least) => [.. Enum.GetValues<Role>().Where(role => role >= least).Select(role => role.ToString())];
}
