using Microsoft.AspNetCore.Identity;
using PqrsDesk.Domain.People;

namespace PqrsDesk.Infrastructure.Identity;

/// <summary>How a member of staff signs in.</summary>
public sealed class DeskUser : IdentityUser<int>
{
    public int MemberId { get; set; }
    public StaffMember? Member { get; set; }
}
