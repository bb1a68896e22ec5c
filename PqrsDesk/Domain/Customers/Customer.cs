using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Customers;

/// <summary>An organisation that is served under a service level.</summary>
public sealed class Customer : Party
{
    /// <summary>Its category: what policies and rules ask for.</summary>
    public required ServiceLevel ServiceLevel { get; set; }

    /// <summary>The name as lists are ordered by it: without case and accents. Null only in rows of before there was one.</summary>
    public string? SortName { get; private set; }

    public static Customer Of(PartyDetails details, string by, DateTimeOffset at)
    {
        var customer = new Customer { Name = details.Name!, ServiceLevel = details.Category };
        customer.Change(details, by, at);
        return customer;
    }

    /// <inheritdoc cref="Contact.Again"/>
    public static Customer Again(int id, PartyDetails details, string by, DateTimeOffset at)
    {
        var customer = Of(details, by, at);
        customer.Id = id;
        return customer;
    }

    /// <summary>Brings it in step with the name; the store asks for it before it keeps the row.</summary>
    public void Sort() => SortName = Ticket.Fold(Name);

    public void Change(PartyDetails details, string by, DateTimeOffset at)
    {
        ServiceLevel = details.Category;
        Write(details, by, at);
    }
}

public enum ServiceLevel
{
    Standard = 1,
    Preferred = 2,

    /// <summary>The customer's business stands on the platform.</summary>
    Critical = 3,
}
