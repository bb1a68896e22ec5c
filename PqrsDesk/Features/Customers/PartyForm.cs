using PqrsDesk.Domain.Customers;

namespace PqrsDesk.Features.Customers;

/// <summary>A person or an organisation while somebody writes it.</summary>
public sealed class PartyForm
{
    public required PartyKind Kind { get; init; }

    /// <summary>Null: somebody new.</summary>
    public int? Id { get; init; }

    /// <summary>What whoever writes has before their eyes.</summary>
    public int? Seen { get; init; }
    public string Name { get; set; } = "";
    public DocumentType? DocumentType { get; set; }
    public string Document { get; set; } = "";
    public PersonKind? Person { get; set; }
    public int? CustomerId { get; set; }
    public ServiceLevel Category { get; set; } = ServiceLevel.Standard;
    public bool Active { get; set; } = true;
    public string ExternalId { get; set; } = "";
    public List<PointForm> Points { get; init; } = [];

    public static PartyForm New(PartyKind kind, int? customer = null) => new()
    {
        Kind = kind,
        CustomerId = customer,
        Points = [new() { Kind = PointKind.Email, Preferred = true }, new() { Kind = PointKind.Telephone, Preferred = true }, new() { Kind = PointKind.Address, Preferred = true }],
    };

    public static PartyForm Of(PartySight sight) => new()
    {
        Kind = sight.Kind,
        Id = sight.Id,
        Seen = sight.Version,
        Name = sight.Details.Name ?? "",
        DocumentType = sight.Details.DocumentType,
        Document = sight.Details.Document ?? "",
        Person = sight.Details.Person,
        CustomerId = sight.Details.CustomerId,
        Category = sight.Details.Category,
        Active = sight.Details.Active,
        ExternalId = sight.Details.ExternalId ?? "",
        Points = [.. sight.Details.Points.Select(PointForm.Of)],
    };

    public PartyDetails Details => new()
    {
        Name = Name,
        DocumentType = DocumentType,
        Document = Document,
        Person = Kind == PartyKind.Person ? Person : null,
        CustomerId = Kind == PartyKind.Person ? CustomerId : null,
        Category = Category,
        Active = Active,
        ExternalId = ExternalId,
        Points = [.. Points.Select(point => point.Details)],
    };

    /// <summary>One of each kind is preferred.</summary>
    public void Prefer(PointForm point)
    {
        foreach (var other in Points.Where(other => other.Kind == point.Kind)) other.Preferred = other == point;
    }
}

/// <summary>An e-mail, a telephone or an address while somebody writes it.</summary>
public sealed class PointForm
{
    public PointKind Kind { get; set; } = PointKind.Telephone;
    public string Value { get; set; } = "";
    public string Municipality { get; set; } = "";
    public PointUse? Use { get; set; }
    public bool Preferred { get; set; }

    public static PointForm Of(PointDetails point) => new() { Kind = point.Kind, Value = point.Value, Municipality = point.Municipality ?? "", Use = point.Use, Preferred = point.Preferred };

    public PointDetails Details => new(Kind, Value, Use) { Preferred = Preferred, Municipality = Municipality };
}
