using System.ComponentModel;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;
using static PqrsDesk.Features.Api.ProgramRoutes;

namespace PqrsDesk.Features.Catalogue;

/// <summary>A product, service or platform as programs find it in a list.</summary>
/// <param name="Criticality">The approved class; null: it was never assessed.</param>
/// <param name="SupportHours">Name of its calendar; null: day and night.</param>
/// <param name="OpenTickets">Open tickets that name it.</param>
public sealed record PlatformItem(
    int Id, string Name, ProductKind Kind, bool Active, CriticalityClass? Criticality, DateOnly? ReviewOn, string? Area, string? SupportHours, string? PartOf, int OpenTickets);

/// <summary>The catalogue, by name.</summary>
public sealed record PlatformItems(IReadOnlyList<PlatformItem> Items);

/// <summary>One that depends on another, or that another depends on.</summary>
/// <param name="Note">What for.</param>
public sealed record PlatformReference(int Id, string Name, CriticalityClass? Criticality, string? Note);

/// <summary>A product, service or platform, whole.</summary>
/// <param name="DependsOn">What it needs itself.</param>
/// <param name="Dependants">Who needs it themselves.</param>
/// <param name="FailsWithIt">Numbers of all that fail with it, directly or by way of others; each once, also in a circle.</param>
/// <param name="Circle">Names of a circle of dependencies that it is in; null: none.</param>
public sealed record PlatformDocument(
    int Id,
    string Name,
    ProductKind Kind,
    bool Active,
    string? Description,
    CriticalityClass? Criticality,
    DateOnly? ReviewOn,
    string? Area,
    string? SupportHours,
    string? PartOf,
    IReadOnlyList<string> Branches,
    IReadOnlyList<PlatformReference> DependsOn,
    IReadOnlyList<PlatformReference> Dependants,
    IReadOnlyList<int> FailsWithIt,
    IReadOnlyList<string>? Circle,
    int OpenTickets);

/// <summary><c>GET /api/v1/platforms</c> and <c>/{id}</c></summary>
internal static class PlatformsApi
{
    public static void MapPlatforms(this IEndpointRouteBuilder routes)
    {
        ForPrograms(routes.MapGet(DeskUrls.ApiPlatforms, ListAsync), "ListPlatforms", "Lists products, services and platforms with their approved class.")
            .WithDescription("With q, by words of name and description: accents and case do not matter. The retired ones only with retired=true.").Produces<PlatformItems>();
        ForPrograms(routes.MapGet(DeskUrls.ApiPlatform, ReadAsync), "GetPlatform", "One product, service or platform with its class and its dependencies both ways.").Produces<PlatformDocument>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(
        ReadPlatforms read,
        IStringLocalizer<CatalogueTexts> texts,
        CancellationToken cancel,
        [FromQuery, Description("Words of the name or the description.")] string? q = null,
        [FromQuery, Description("product, service or platform.")] string? kind = null,
        [FromQuery, Description("low, medium, high or critical.")] string? criticality = null,
        [FromQuery, Description("true: those that were retired, in place of the active ones.")] string? retired = null)
    {
        if (!TryWord<ProductKind>(kind, out var ofKind)) return Unknown(texts, "kind", kind!, Words<ProductKind>());
        if (!TryWord<CriticalityClass>(criticality, out var ofClass)) return Unknown(texts, "criticality", criticality!, Words<CriticalityClass>());
        if (retired is not (null or "" or "true" or "false")) return Unknown(texts, "retired", retired, ["true", "false"]);
        var list = await read.RunAsync(new(q, ofKind, ofClass, Retired: retired == "true"), cancel);
        return TypedResults.Ok(new PlatformItems([.. list.Lines.Select(line => new PlatformItem(line.Id, line.Name, line.Kind, line.Active, line.Class, line.ReviewOn, line.Area, line.Hours, line.Parent, line.Open))]));
    }

    private static IEnumerable<string> Words<T>() where T : struct, Enum => Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName);

    /// <summary>What is not said is no word, and none is wrong; numbers are no words.</summary>
    private static bool TryWord<T>(string? said, out T? word) where T : struct, Enum
    {
        word = string.IsNullOrEmpty(said) ? null : Enum.GetValues<T>().Cast<T?>().FirstOrDefault(each => string.Equals(each.ToString(), said, StringComparison.OrdinalIgnoreCase));
        return word is not null || string.IsNullOrEmpty(said);
    }

    /// <summary>A word that is none must not widen the list silently.</summary>
    private static IResult Unknown(IStringLocalizer<CatalogueTexts> texts, string name, string said, IEnumerable<string> known)
    {
        var detail = texts["Api.Word", said, name, string.Join(", ", known)].Value;
        return Results.Problem(detail, statusCode: StatusCodes.Status400BadRequest, extensions: new Dictionary<string, object?> { ["errors"] = new Dictionary<string, string[]> { [name] = [detail] } });
    }

    private static async Task<IResult> ReadAsync(int platform, ReadPlatform read, CancellationToken cancel) =>
        await read.RunAsync(platform, cancel) is { } sight
            ? TypedResults.Ok(new PlatformDocument(
                sight.Product.Id, sight.Product.Name, sight.Product.Kind, sight.Product.Active, sight.Product.Description, sight.Product.Criticality, sight.Product.CriticalityReviewOn, sight.Area, sight.Hours,
                sight.Above.Count == 0 ? null : sight.Above[^1].Name, [.. sight.Branches.Select(branch => branch.Name)],
                References(sight.Needs), References(sight.NeededBy), [.. sight.Falling.Select(each => each.Id).Order()], sight.Circle is null ? null : [.. sight.Circle.Select(each => each.Name)], sight.Open))
            : Results.Problem(statusCode: StatusCodes.Status404NotFound);

    private static IReadOnlyList<PlatformReference> References(IReadOnlyList<PlatformLink> links) => [.. links.Select(link => new PlatformReference(link.Id, link.Name, link.Class, link.Note))];
}
