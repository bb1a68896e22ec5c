namespace PqrsDesk.Shell;

/// <summary>What every answer tells a browser, whatever it is and whatever went wrong with it, unless it says something stricter itself.</summary>
public static class GuardedAnswers
{
    /// <summary>Nobody frames a page of the desk, posts its forms elsewhere or gives it another base. Scripts and styles are not named: Blazor's own are inline.</summary>
    private const string Page = "frame-ancestors 'self'; base-uri 'self'; form-action 'self'; object-src 'none'";

    /// <summary>What the framework says by itself.</summary>
    private const string Frames = "frame-ancestors 'self'";

    public static void UseGuardedAnswers(this WebApplication app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(static answer =>
        {
            var headers = ((HttpResponse)answer).Headers;
            if (headers.XContentTypeOptions.Count == 0) headers.XContentTypeOptions = "nosniff";
            if (headers["Referrer-Policy"].Count == 0) headers["Referrer-Policy"] = "same-origin";
            if (headers.ContentSecurityPolicy.Count == 0 || headers.ContentSecurityPolicy == Frames) headers.ContentSecurityPolicy = Page;
            return Task.CompletedTask;
        }, http.Response);
        return next(http);
    });
}
