using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework.Together;

/// <summary>A program that brings what a member of staff did elsewhere: it is theirs, and says by whom it came.</summary>
public sealed class ForMember(IDbContextFactory<DeskDb> desk)
{
    /// <returns>The member, called as "Ana Restrepo · intake"; null when there is none, or they have left.</returns>
    public async Task<Actor?> FindAsync(int memberId, ClaimsPrincipal program, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        if (await db.Staff.AsNoTracking().SingleOrDefaultAsync(member => member.Id == memberId && member.Active, cancel) is not { } found) return null;
        var called = $"{found.Name} · {program.Identity?.Name}";
        return Actor.Staff(found) with { Name = called.Length <= Contact.NameLimit ? called : called[..Contact.NameLimit] };
    }
}
