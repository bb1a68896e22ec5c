namespace PqrsDesk.Domain.Customers;

/// <summary>An organisation that is served under a service level.</summary>
public sealed class Customer
{
    public const int NameLimit = 150;

    public int Id { get; private set; }
    public required string Name { get; set; }
    public required ServiceLevel ServiceLevel { get; set; }
}

public enum ServiceLevel
{
    Standard = 1,
    Preferred = 2,

    /// <summary>The customer's business stands on the platform.</summary>
    Critical = 3,
}
