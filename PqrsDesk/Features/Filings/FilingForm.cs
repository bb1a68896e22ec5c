using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Filings;

/// <summary>What a member of staff writes down for a petitioner.</summary>
public sealed class FilingForm
{
    /// <summary>Null until one is chosen: a kind that nobody chose would be a wrong one.</summary>
    public TicketKind? Kind { get; set; }
    public string Subject { get; set; } = "";
    public string Description { get; set; } = "";
    public Channel Channel { get; set; } = Channel.InPerson;
    public int AreaId { get; set; }
    public Urgency Urgency { get; set; } = Urgency.Medium;
    public Impact Impact { get; set; } = Impact.Medium;
    public bool TouchesSecurity { get; set; }

    /// <summary>Null: the one that follows from the rest.</summary>
    public Priority? PriorityOverride { get; set; }
    public string PriorityReason { get; set; } = "";
    public string Topic { get; set; } = "";
    public string Product { get; set; } = "";

    /// <summary>What is typed into the house's own fields, by their numbers.</summary>
    public Dictionary<int, string> Fields { get; } = [];

    /// <summary>A person chose them, and no suggestion changes them.</summary>
    public bool AreaChosen { get; set; }
    public bool UrgencyChosen { get; set; }

    public bool Anonymous { get; set; }
    public string Name { get; set; } = "";
    public string Document { get; set; } = "";
    public string Email { get; set; } = "";
    public string Telephone { get; set; } = "";
    public int? CustomerId { get; set; }

    /// <summary>Empty: the desk's own.</summary>
    public string Regime { get; set; } = "";

    /// <summary>Whether there is something that a person would miss.</summary>
    public bool Touched => Kind is not null || new[] { Subject, Description, Topic, Product, Name, Document, Email, Telephone }.Concat(Fields.Values).Any(text => text.Length > 0);

    public Priority PriorityOfMatrix => PriorityMatrix.Of(Kind ?? TicketKind.Petition, Urgency, Impact, TouchesSecurity);

    public bool NeedsPriorityReason => PriorityOverride is { } wanted && wanted != PriorityOfMatrix;

    public Filing ToFiling() => new()
    {
        Kind = Kind ?? default,
        Subject = Subject,
        Description = Description,
        Channel = Channel,
        AreaId = AreaId,
        Urgency = Urgency,
        Impact = Impact,
        TouchesSecurity = TouchesSecurity,
        PriorityOverride = PriorityOverride,
        PriorityReason = NeedsPriorityReason ? PriorityReason : null,
        Topic = Topic,
        Product = Product,
        CustomerId = CustomerId,
        Regime = Regime.Length > 0 ? Regime : null,
    };

    public PetitionerDetails ToPetitioner() => Anonymous
        ? new PetitionerDetails { Anonymous = true }
        : new PetitionerDetails { Name = Name, Document = Document, Email = Email, Telephone = Telephone };
}
