using System.Security.Claims;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Views;
using PqrsDesk.Infrastructure.Identity;

namespace PqrsDesk.Features.Queue.Views;

public static class ViewReaders
{
    /// <summary>As whom somebody looks for saved views.</summary>
    public static ViewReader ToViewReader(this ClaimsPrincipal person) =>
        Enum.TryParse<Role>(person.FindFirstValue(ClaimTypes.Role), out var role) ? new(person.MemberId(), person.AreaId(), role) : ViewReader.Nobody;
}
