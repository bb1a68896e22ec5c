namespace PqrsDesk.Domain.Customers;

/// <summary>A person who files. Anonymous filings have none.</summary>
public sealed class Contact : Party
{
    /// <summary>Null: not known.</summary>
    public PersonKind? Person { get; set; }

    /// <summary>Known only to one case with a reserved identity: nobody is told of them elsewhere, and no other filing finds them.</summary>
    public bool Reserved { get; init; }
    public int? CustomerId { get; set; }
    public Customer? Customer { get; set; }

    public static Contact Of(PartyDetails details, string by, DateTimeOffset at)
    {
        var contact = new Contact { Name = details.Name! };
        contact.Change(details, by, at);
        return contact;
    }

    /// <summary>Comes back under the number that they had.</summary>
    public static Contact Again(int id, PartyDetails details, string by, DateTimeOffset at)
    {
        var contact = Of(details, by, at);
        contact.Id = id;
        return contact;
    }

    public void Change(PartyDetails details, string by, DateTimeOffset at)
    {
        (Person, CustomerId) = (details.Person, details.CustomerId);
        Write(details, by, at);
    }
}
