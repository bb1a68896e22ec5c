using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Net.Http.Headers;
using PqrsDesk.Infrastructure;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Api;

/// <summary>What all interfaces for programs share: how values are written, how a refusal looks, and their description.</summary>
public static class ApiSetup
{
    private static readonly string[] ReadableCharsets = ["utf-8", "utf8", "utf-16", "us-ascii", "iso-8859-1"];

    public static void AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
        });
        services.AddProblemDetails();
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddExceptionHandler<UnreadableRequest>();

        // The handler above says what cannot be read; without the exception it would be a bare 400.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.PostConfigure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, cookie =>
        {
            cookie.Events.OnRedirectToLogin = OrStatus(cookie.Events.OnRedirectToLogin, StatusCodes.Status401Unauthorized);
            cookie.Events.OnRedirectToAccessDenied = OrStatus(cookie.Events.OnRedirectToAccessDenied, StatusCodes.Status403Forbidden);
        });
        services.AddRateLimiter(_ => { });
        services.AddOpenApi(ApiDescription.Name, ApiDescription.Describe);
    }

    /// <summary>Problem details for every failure under /api. Comes after the pages' own handling and before authorization.</summary>
    public static void UseApiProblems(this WebApplication app) => app.UseWhen(http => IsApi(http.Request), api =>
    {
        api.UseExceptionHandler();
        api.UseStatusCodePages();

        // What is written in no encoding that is read here cannot be read at all: the framework would only find out on the way.
        api.Use((http, next) => IsWrittenReadably(http.Request) ? next(http) : UnreadableAsync(http));

        // Nothing is there, or not by that method: that is no secret, and no reason to ask for a key.
        api.Use((http, next) => http.GetEndpoint() is RouteEndpoint ? next(http) : NoRouteAsync(http));
    });

    /// <summary>Limits by key. Comes after authorization, which is what knows the key; who has none was turned away there.</summary>
    public static void UseApiLimits(this WebApplication app)
    {
        var limits = ApiLimits.Of(app.Services.GetRequiredService<DeskSettings>());
        app.UseWhen(http => IsApi(http.Request), api => api.UseRateLimiter(limits));
    }

    public static void MapApi(this WebApplication app) => app.MapOpenApi(DeskUrls.ApiDescription).AllowAnonymous();

    private static bool IsWrittenReadably(HttpRequest request) =>
        !MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.Charset.HasValue
        || ReadableCharsets.Contains(HeaderUtilities.RemoveQuotes(type.Charset).ToString(), StringComparer.OrdinalIgnoreCase);

    private static Task UnreadableAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        return Task.CompletedTask;
    }

    private static Task NoRouteAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.RequestDelegate is { } why) return why(http);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments(DeskUrls.Api);

    /// <summary>A program cannot sign in on a page: it gets the status instead of the way there.</summary>
    private static Func<RedirectContext<CookieAuthenticationOptions>, Task> OrStatus(Func<RedirectContext<CookieAuthenticationOptions>, Task> redirect, int status) => context =>
    {
        if (!IsApi(context.Request)) return redirect(context);
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };
}
