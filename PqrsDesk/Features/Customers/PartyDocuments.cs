using System.Text.Json.Serialization;
using PqrsDesk.Domain.Customers;

namespace PqrsDesk.Features.Customers;

/// <summary>A way to reach somebody.</summary>
/// <param name="Value">The address, the number or the street.</param>
/// <param name="Preferred">One of each kind is.</param>
/// <param name="Municipality">Of addresses.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PointDocument(PointKind Kind, string? Value, PointUse? Use = null, bool Preferred = false, string? Municipality = null)
{
    internal PointDetails Details => new(Kind, Value ?? "", Use) { Preferred = Preferred, Municipality = Municipality };

    internal static PointDocument Of(PointDetails point) => new(point.Kind, point.Value, point.Use, point.Preferred, point.Municipality);
}

/// <summary>An organisation.</summary>
/// <param name="Version">What a change must name.</param>
public sealed record CustomerDocument(
    int Id, int Version, string Name, DocumentType? DocumentType, string? Document, ServiceLevel Category, bool Active, string? ExternalId, IReadOnlyList<PointDocument> Points, DateTimeOffset? ChangedAt);

/// <summary>A person. Who has a reserved identity is not found.</summary>
/// <param name="Version">What a change must name.</param>
/// <param name="CustomerId">The organisation that they belong to.</param>
public sealed record ContactDocument(
    int Id, int Version, string Name, DocumentType? DocumentType, string? Document, PersonKind? Person, int? CustomerId, bool Active, string? ExternalId, IReadOnlyList<PointDocument> Points, DateTimeOffset? ChangedAt);

/// <summary>An organisation as a program describes it.</summary>
/// <param name="Version">Of a change: the one that was read.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record CustomerRequest(
    string? Name, DocumentType? DocumentType = null, string? Document = null, ServiceLevel Category = ServiceLevel.Standard, bool Active = true, string? ExternalId = null,
    IReadOnlyList<PointDocument>? Points = null, int? Version = null);

/// <summary>A person as a program describes them.</summary>
/// <param name="Version">Of a change: the one that was read.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ContactRequest(
    string? Name, DocumentType? DocumentType = null, string? Document = null, PersonKind? Person = null, int? CustomerId = null, bool Active = true, string? ExternalId = null,
    IReadOnlyList<PointDocument>? Points = null, int? Version = null);

/// <summary>Some organisations, by name.</summary>
/// <param name="Next">What to ask for as <c>cursor</c> next; null on the last page.</param>
public sealed record CustomerItems(IReadOnlyList<CustomerDocument> Items, string? Next);

/// <summary>Some people, the latest first.</summary>
/// <param name="Next">What to ask for as <c>cursor</c> next; null on the last page.</param>
public sealed record ContactItems(IReadOnlyList<ContactDocument> Items, string? Next);
