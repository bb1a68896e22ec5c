namespace PqrsDesk.Features.Routing;

/// <summary>The words of the rules of routing, of queues, areas and absences.</summary>
public sealed class RoutingTexts;
