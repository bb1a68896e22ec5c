using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Api;

/// <summary>The OpenAPI document: what is under /api, and that it wants a key.</summary>
internal static class ApiDescription
{
    public const string Name = "v1";
    private const string Key = "apiKey";

    public static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = endpoint => $"/{endpoint.RelativePath}".StartsWith($"{DeskUrls.Api}/", StringComparison.Ordinal);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "PqrsDesk",
                Version = Name,
                Description = "File and read tickets, and calculate deadlines. Instants are ISO 8601 with an offset; every refusal is a problem (RFC 9457).",
            };
            // The address that happened to be asked is not the one that everybody uses.
            document.Servers = [new OpenApiServer { Url = "/" }];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[Key] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A key made with `apikey create`: Authorization: Bearer KEY.",
            };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Key, document)] = [] }];
            return Task.CompletedTask;
        });
    }
}
