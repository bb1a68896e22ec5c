using System.Text.Json.Serialization;
using PqrsDesk.Domain.Views;
using PqrsDesk.Features.Api;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;
using static PqrsDesk.Features.Api.ProgramRoutes;

namespace PqrsDesk.Features.Queue.Views;

/// <summary>A saved view, for programs.</summary>
/// <param name="Area">Number of the area whose it is.</param>
/// <param name="Address">Where people see it.</param>
public sealed record ViewItem(
    int Id,
    string Name,
    ViewReach Reach,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Area,
    string Address);

public sealed record ViewList(IReadOnlyList<ViewItem> Items);

/// <summary><c>GET /api/v1/views</c></summary>
internal static class ViewsApi
{
    public static void MapViewList(this IEndpointRouteBuilder routes) =>
        ForPrograms(routes.MapGet(DeskUrls.ApiViews, async (HttpRequest request, ViewShelf views) =>
                TypedResults.Ok(new ViewList([.. (await views.OfAsync(request.HttpContext.User.ToViewReader())).Select(Item)]))), "ListViews", "The saved views of the queue that are shared.",
                "A key of a lead or above sees those of all areas. The tickets of one: GET /api/v1/tickets?view=ID. What one person keeps for themselves no program sees.")
            .Produces<ViewList>();

    private static ViewItem Item(SavedView view) => new(view.Id, view.Name, view.Reach, view.AreaId, DeskUrls.ViewOf(view.Id));
}
