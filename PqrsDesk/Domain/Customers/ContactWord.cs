namespace PqrsDesk.Domain.Customers;

/// <summary>One word by which a contact is found. Kept beside the contact, so that an index leads from the word to the person.</summary>
public sealed class ContactWord
{
    public const int WordLimit = Contact.EmailLimit;

    public int ContactId { get; init; }
    public required string Word { get; init; }
    public Contact? Contact { get; init; }
}
