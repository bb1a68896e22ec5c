using PqrsDesk.Domain.Catalogue;

namespace PqrsDesk.Features.Catalogue;

/// <summary>A product, service or platform while somebody writes it.</summary>
public sealed class PlatformForm
{
    /// <summary>Null: a new one.</summary>
    public int? Id { get; init; }

    /// <summary>As it was when it was read.</summary>
    public int Seen { get; init; }
    public string Name { get; set; } = "";
    public ProductKind Kind { get; set; } = ProductKind.Platform;
    public string Description { get; set; } = "";
    public int? AreaId { get; set; }

    /// <summary>Null: day and night.</summary>
    public string? CalendarKey { get; set; }
    public int? ParentId { get; set; }
    public bool Active { get; set; } = true;
    public bool Internal { get; set; }

    /// <summary>Those at which it is offered.</summary>
    public HashSet<int> Branches { get; init; } = [];

    public static PlatformForm Of(Product product, IEnumerable<int> branches) => new()
    {
        Id = product.Id,
        Seen = product.Version,
        Name = product.Name,
        Kind = product.Kind,
        Description = product.Description ?? "",
        AreaId = product.OwnerAreaId,
        CalendarKey = product.CalendarKey,
        ParentId = product.ParentId,
        Active = product.Active,
        Internal = product.Internal,
        Branches = [.. branches],
    };
}
