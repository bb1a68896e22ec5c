using Microsoft.AspNetCore.Mvc;
using PqrsDesk.Infrastructure.Identity;

namespace PqrsDesk.Features.Api;

/// <summary>What the API's routes have in common.</summary>
internal static class ProgramRoutes
{
    /// <summary>Behind a key, named and described, with the problems that any of them may answer.</summary>
    /// <param name="policy">Whose key; any with a role, unless said.</param>
    public static RouteHandlerBuilder ForPrograms(RouteHandlerBuilder route, string name, string summary, string? description = null, string policy = AtLeast.Program)
    {
        route.RequireAuthorization(policy).WithName(name).WithSummary(summary)
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests);
        return description is null ? route : route.WithDescription(description);
    }

    /// <summary>Something is asked for in the body, which may be too long, of another kind, or say what is refused.</summary>
    /// <param name="limit">Bytes of the body.</param>
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder route, long limit) => route
        .DisableAntiforgery()
        .WithMetadata(new RequestSizeLimitAttribute(limit))
        .Refuses(StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity);

    /// <param name="statuses">What else it may be answered with, as a problem.</param>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses) route.ProducesProblem(status);
        return route;
    }
}
