namespace PqrsDesk.Domain.Catalogue;

/// <summary>A product, service or digital platform of the house that filings are about. As with topics, a ticket carries its name as it was then.</summary>
public sealed class Product
{
    public const int NameLimit = 120;
    public const int DescriptionLimit = 2_000;

    public int Id { get; private set; }
    public required string Name { get; set; }
    public bool Active { get; set; } = true;
    public ProductKind Kind { get; set; } = ProductKind.Product;
    public string? Description { get; set; }

    /// <summary>The area that answers for it; null: none is named.</summary>
    public int? OwnerAreaId { get; set; }

    /// <summary>Key of the calendar of its support hours; null: day and night.</summary>
    public string? CalendarKey { get; set; }

    /// <summary>What it is a part of. The tree has no circles; dependencies may.</summary>
    public int? ParentId { get; set; }

    /// <summary>The class that was approved last; null: never assessed.</summary>
    public CriticalityClass? Criticality { get; set; }

    /// <summary>When the assessment is to be looked at again.</summary>
    public DateOnly? CriticalityReviewOn { get; set; }
}

public enum ProductKind
{
    Product = 1,
    Service = 2,
    Platform = 3,
}

/// <summary>How much stands on a product, from its assessment.</summary>
public enum CriticalityClass
{
    Low = 1,
    Medium = 2,
    High = 3,
    Critical = 4,
}
