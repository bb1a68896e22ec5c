using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Identity;

/// <summary>What the cookie carries: the member of staff, by number, name, role and area.</summary>
public sealed class DeskClaims(UserManager<DeskUser> users, IOptions<IdentityOptions> options, DeskDb db)
    : UserClaimsPrincipalFactory<DeskUser>(users, options)
{
    public const string MemberId = "desk:member";
    public const string AreaId = "desk:area";

    /// <summary>Number of the key that a program calls with.</summary>
    public const string KeyId = "desk:key";

    /// <summary>The one thing that a program's key opens.</summary>
    public const string Scope = "desk:scope";

    public static IEnumerable<Claim> Of(StaffMember member)
    {
        yield return new(MemberId, member.Id.ToString(CultureInfo.InvariantCulture));
        yield return new(ClaimTypes.Role, member.Role.ToString());
        if (member.AreaId is { } area) yield return new(AreaId, area.ToString(CultureInfo.InvariantCulture));
    }

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(DeskUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        var member = await db.Staff.AsNoTracking().SingleAsync(m => m.Id == user.MemberId);
        if (identity.FindFirst(identity.NameClaimType) is { } login) identity.RemoveClaim(login);
        identity.AddClaim(new(identity.NameClaimType, member.Name));
        identity.AddClaims(Of(member));
        return identity;
    }
}

public static class ActorClaims
{
    /// <summary>Who the signed-in person or program is to the domain.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public static Actor ToActor(this ClaimsPrincipal person)
    {
        var name = person.Identity?.Name ?? throw new InvalidOperationException("Nobody is signed in.");
        var role = Enum.Parse<Role>(person.FindFirstValue(ClaimTypes.Role) ?? throw new InvalidOperationException("The signed-in person has no role."));
        return person.MemberId() is { } member ? new(ActorKind.Staff, member, name, role) : Actor.Program(name, role);
    }

    /// <summary>Which tickets there are for whoever is signed in; without a role, none.</summary>
    public static Reader ToReader(this ClaimsPrincipal person) =>
        person.Identity?.IsAuthenticated == true && person.HasClaim(claim => claim.Type == ClaimTypes.Role) ? Reader.Of(person.ToActor()) : Reader.Nobody;

    public static int? MemberId(this ClaimsPrincipal person) => Number(person, DeskClaims.MemberId);

    public static int? KeyId(this ClaimsPrincipal program) => Number(program, DeskClaims.KeyId);

    public static int? AreaId(this ClaimsPrincipal person) => Number(person, DeskClaims.AreaId);

    private static int? Number(ClaimsPrincipal person, string claim) =>
        int.TryParse(person.FindFirstValue(claim), CultureInfo.InvariantCulture, out var number) ? number : null;
}
