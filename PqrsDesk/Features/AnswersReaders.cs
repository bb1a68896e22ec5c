using System.Security.Claims;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Identity;

namespace PqrsDesk.Features;

internal static class AnswersReaders
{
    /// <summary>Which templates and macros there are for whoever is signed in.</summary>
    public static AnswersReader ToAnswersReader(this ClaimsPrincipal person) => new(person.MemberId(), person.AreaId(), person.ToActor().Is(Role.Lead));
}
