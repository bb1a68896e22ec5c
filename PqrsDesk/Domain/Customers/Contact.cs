namespace PqrsDesk.Domain.Customers;

/// <summary>A person who files. Anonymous filings have none.</summary>
public sealed class Contact
{
    public const int NameLimit = 150;
    public const int DocumentLimit = 40;
    public const int EmailLimit = 200;
    public const int TelephoneLimit = 40;

    public int Id { get; private set; }
    public required string Name { get; set; }

    /// <summary>CC, CE, TI, NIT, passport and so on, with its number, as the petitioner wrote it.</summary>
    public string? Document { get; set; }
    public string? Email { get; set; }
    public string? Telephone { get; set; }
    public int? CustomerId { get; set; }
    public Customer? Customer { get; set; }
}
