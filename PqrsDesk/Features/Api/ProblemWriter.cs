using Microsoft.AspNetCore.WebUtilities;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Api;

/// <summary>A refusal under /api is a problem in JSON also for a program that says it accepts something else: it is refused all the same.</summary>
internal sealed class ProblemWriter : IProblemDetailsWriter
{
    private const string MediaType = "application/problem+json";

    public bool CanWrite(ProblemDetailsContext context) => context.HttpContext.Request.Path.StartsWithSegments(DeskUrls.Api);

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var (problem, http) = (context.ProblemDetails, context.HttpContext);
        problem.Status ??= http.Response.StatusCode;
        problem.Title ??= ReasonPhrases.GetReasonPhrase(problem.Status.Value);
        return new(http.Response.WriteAsJsonAsync(problem, options: null, MediaType, http.RequestAborted));
    }
}
