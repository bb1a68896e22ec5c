namespace PqrsDesk.Domain.Customers;

/// <summary>An organisation that is served under a service level.</summary>
public sealed class Customer : Party
{
    /// <summary>Its category: what policies and rules ask for.</summary>
    public required ServiceLevel ServiceLevel { get; set; }

    public static Customer Of(PartyDetails details, string by, DateTimeOffset at)
    {
        var customer = new Customer { Name = details.Name!, ServiceLevel = details.Category };
        customer.Change(details, by, at);
        return customer;
    }

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
