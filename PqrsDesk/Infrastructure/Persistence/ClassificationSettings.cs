using PqrsDesk.Domain.Routing;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>The one row that says how the desk classifies, and that something of it changed.</summary>
public sealed class ClassificationSettings
{
    public const int OnlyId = 1;

    public int Id { get; private set; } = OnlyId;

    /// <summary>Another one with each change of topics, products, rules or this row: other nodes see that they read anew.</summary>
    public Guid Stamp { get; set; }
    public IReadOnlyList<FieldDemand> Demands { get; set; } = [];
}
