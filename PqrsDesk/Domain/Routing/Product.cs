namespace PqrsDesk.Domain.Routing;

/// <summary>A product or platform of the house that filings are about. As with topics, a ticket carries its name as it was then.</summary>
public sealed class Product
{
    public const int NameLimit = 120;

    public int Id { get; private set; }
    public required string Name { get; set; }
    public bool Active { get; set; } = true;
}
