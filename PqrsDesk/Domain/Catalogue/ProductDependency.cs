namespace PqrsDesk.Domain.Catalogue;

/// <summary>One product does not work without another. Circles are allowed: two platforms may need each other.</summary>
public sealed class ProductDependency
{
    public const int NoteLimit = 200;

    public required int ProductId { get; init; }
    public required int DependsOnId { get; init; }

    /// <summary>What for.</summary>
    public string? Note { get; set; }
}

/// <summary>A branch at which a product is offered.</summary>
public sealed class ProductBranch
{
    public required int ProductId { get; init; }
    public required int BranchId { get; init; }
}
