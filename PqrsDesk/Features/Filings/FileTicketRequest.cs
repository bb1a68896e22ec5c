using System.Text.Json;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Filings;

/// <summary>What a program sends to file a ticket.</summary>
public sealed record FileTicketRequest
{
    public TicketKind? Kind { get; init; }
    public string? Subject { get; init; }
    public string? Description { get; init; }
    public Channel Channel { get; init; } = Channel.Api;

    /// <summary>The area's number, or its name; left out, the rules of routing choose.</summary>
    public JsonElement? Area { get; init; }
    public Urgency Urgency { get; init; } = Urgency.Medium;
    public Impact Impact { get; init; } = Impact.Medium;
    public bool TouchesSecurity { get; init; }

    /// <summary>Another priority than follows from the rest; it needs a reason.</summary>
    public Priority? Priority { get; init; }
    public string? PriorityReason { get; init; }

    /// <summary>As in the desk's list, <c>Facturación › Cobro errado</c>; another text is taken as it is.</summary>
    public string? Topic { get; init; }

    /// <summary>The product or platform, as in the desk's list; another text is taken as it is.</summary>
    public string? Product { get; init; }

    /// <summary>The house's own fields by their keys, as <c>PATCH …/fields</c> takes them; left out, none is required.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Fields { get; init; }

    /// <summary>In which language it was written: <c>es</c>, <c>en</c>.</summary>
    public string? Language { get; init; }

    /// <summary>Left out: without a name, which is refused unless it is said to be anonymous.</summary>
    public FileTicketPetitioner? Petitioner { get; init; }
    public int? CustomerId { get; init; }

    /// <summary>A regime of law, such as <c>ley1581</c>, of those that the desk offers; left out, the desk's own.</summary>
    public string? Regime { get; init; }

    /// <summary>Without its area, which the door finds.</summary>
    public Filing ToFiling() => new()
    {
        Kind = Kind ?? default,
        Subject = Subject ?? "",
        Description = Description ?? "",
        Channel = Channel,
        AreaId = default,
        Urgency = Urgency,
        Impact = Impact,
        TouchesSecurity = TouchesSecurity,
        PriorityOverride = Priority,
        PriorityReason = PriorityReason,
        Topic = Topic,
        Product = Product,
        Language = Language,
        CustomerId = CustomerId,
        Regime = Regime,
    };

    public PetitionerDetails ToPetitioner() => Petitioner is not { } who ? new PetitionerDetails() : who.Anonymous
        ? new PetitionerDetails { Anonymous = true }
        : new PetitionerDetails { Name = who.Name, Document = who.Document, Email = who.Email, Telephone = who.Telephone };
}

public sealed record FileTicketPetitioner(bool Anonymous = false, string? Name = null, string? Document = null, string? Email = null, string? Telephone = null);
