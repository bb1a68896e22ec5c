using PqrsDesk.Infrastructure.Identity;

namespace PqrsDesk.Features.Api;

/// <summary>What all of the API's routes have in common.</summary>
internal static class ProgramRoutes
{
    /// <summary>Behind a key, named and described, with the problems that any of them may answer.</summary>
    public static RouteHandlerBuilder ForPrograms(RouteHandlerBuilder route, string name, string summary) => route
        .RequireAuthorization(AtLeast.Program)
        .WithName(name)
        .WithSummary(summary)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);
}
