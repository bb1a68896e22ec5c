namespace PqrsDesk.Domain.Customers;

/// <summary>A person who files. Anonymous filings have none.</summary>
public sealed class Contact
{
    public const int NameLimit = 150;
    public const int DocumentLimit = 40;
    public const int EmailLimit = 200;
    public const int TelephoneLimit = 40;
    public const int AddressLimit = 200;
    public const int MunicipalityLimit = 100;

    private string? _document;

    public int Id { get; private set; }
    public required string Name { get; set; }

    /// <summary>CC, CE, TI, NIT, passport and so on, with its number, as the petitioner wrote it.</summary>
    public string? Document
    {
        get => _document;
        set => (_document, DocumentKey) = (value, Customers.DocumentKey.Of(value));
    }

    /// <summary>As <see cref="Customers.DocumentKey"/> says it; empty: there is none. Null only in rows of before there were keys.</summary>
    public string? DocumentKey { get; private set; } = "";
    public string? Email { get; set; }
    public string? Telephone { get; set; }

    /// <summary>Null: not known.</summary>
    public PersonKind? Person { get; set; }
    public DocumentType? DocumentType { get; set; }
    public string? Address { get; set; }
    public string? Municipality { get; set; }

    /// <summary>Known only to one case with a reserved identity: nobody is told of them elsewhere, and no other filing finds them.</summary>
    public bool Reserved { get; init; }
    public int? CustomerId { get; set; }
    public Customer? Customer { get; set; }
}
