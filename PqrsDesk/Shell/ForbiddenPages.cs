using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Components.Endpoints;

namespace PqrsDesk.Shell;

/// <summary>Who is signed in and opens a page that is not for them is told so in its place, as when a link inside the desk leads there: signing in again would not help.</summary>
public sealed class ForbiddenPages : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    public Task HandleAsync(RequestDelegate next, HttpContext http, AuthorizationPolicy policy, PolicyAuthorizationResult authorized)
    {
        // Only what is read: the router holds the page to its policy itself, and shows who it is for. What is posted goes nowhere.
        if (!authorized.Forbidden || http.User.Identity?.IsAuthenticated != true || !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            || http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is null)
            return _usual.HandleAsync(next, http, policy, authorized);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return next(http);
    }
}
