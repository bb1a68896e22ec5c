using PqrsDesk.Domain.Routing;

namespace PqrsDesk.Features.Routing;

/// <summary>What came of saving.</summary>
/// <param name="Problem">Null: it was saved.</param>
/// <param name="Id">Of what was saved.</param>
/// <param name="By">Who had changed it meanwhile.</param>
public sealed record RoutingSaved(RoutingProblem? Problem, int? Id = null, string? By = null)
{
    public static RoutingSaved Done(int? id = null) => new(null, id);

    public static implicit operator RoutingSaved(RoutingProblem problem) => new(problem);
}
