using Microsoft.AspNetCore.Identity;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Identity;

/// <summary>Makes members of staff who can sign in.</summary>
public sealed class StaffAccounts(UserManager<DeskUser> users, DeskDb db)
{
    /// <param name="password">Null: the account has none yet and cannot sign in with one.</param>
    public async Task<IdentityResult> CreateAsync(StaffMember member, string? password)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.Staff.Add(member);
        var user = new DeskUser { UserName = member.Email, Email = member.Email, EmailConfirmed = true, Member = member };
        var created = password is null ? await users.CreateAsync(user) : await users.CreateAsync(user, password);
        if (created.Succeeded) await transaction.CommitAsync();
        return created;
    }
}
