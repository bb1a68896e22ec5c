using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.SigningIn;

public enum SignInOutcome
{
    Done,
    Wrong,
    LockedOut,
}

/// <summary>A member whom the demo desk lets in with one click.</summary>
public sealed record DemoUser(int MemberId, string Name, Role Role);

public sealed class SignIn(
    SignInManager<DeskUser> manager,
    UserManager<DeskUser> users,
    IPasswordHasher<DeskUser> hasher,
    IDbContextFactory<DeskDb> desk,
    DeskSettings settings,
    IHostEnvironment host)
{
    // Hashed once, so that an unknown address costs the same time as a wrong password.
    private static string? _nobodysHash;

    /// <summary>One click instead of a password: in Development, on the demo desk, and nowhere else.</summary>
    public bool OffersDemo => host.IsDevelopment() && settings.Demo;

    public async Task<SignInOutcome> WithPasswordAsync(string email, string password, bool remember)
    {
        if (await users.FindByEmailAsync(email.Trim()) is not { } user || !await IsActiveAsync(user))
        {
            var nobody = new DeskUser();
            hasher.VerifyHashedPassword(nobody, _nobodysHash ??= hasher.HashPassword(nobody, Guid.NewGuid().ToString()), password);
            return SignInOutcome.Wrong;
        }

        var result = await manager.PasswordSignInAsync(user, password, remember, lockoutOnFailure: true);
        return result.Succeeded ? SignInOutcome.Done : result.IsLockedOut ? SignInOutcome.LockedOut : SignInOutcome.Wrong;
    }

    public async Task<SignInOutcome> AsDemoUserAsync(int memberId)
    {
        if (!OffersDemo || await users.Users.SingleOrDefaultAsync(user => user.MemberId == memberId) is not { } user) return SignInOutcome.Wrong;
        await manager.SignInAsync(user, isPersistent: false);
        return SignInOutcome.Done;
    }

    /// <summary>Those of the demo desk, the most powerful last; none outside it.</summary>
    public async Task<IReadOnlyList<DemoUser>> DemoUsersAsync()
    {
        if (!OffersDemo) return [];
        await using var db = await desk.CreateDbContextAsync();
        return await db.Users.Where(user => user.Member!.Active).OrderBy(user => user.Member!.Role).ThenBy(user => user.MemberId)
            .Select(user => new DemoUser(user.MemberId, user.Member!.Name, user.Member.Role)).ToListAsync();
    }

    private async Task<bool> IsActiveAsync(DeskUser user)
    {
        await using var db = await desk.CreateDbContextAsync();
        return await db.Staff.AnyAsync(member => member.Id == user.MemberId && member.Active);
    }
}
