using System.Net.Mail;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Customers;

/// <summary>Who files, as it is written on a form. A filing without a name is refused unless it is anonymous.</summary>
public sealed record PetitionerDetails
{
    /// <summary>Anonymous petitions are legal: nothing about the person is kept, and no contact is looked up.</summary>
    public bool Anonymous { get; init; }

    /// <summary>The identity is kept, and kept from those who work the case.</summary>
    public bool Reserved { get; init; }

    /// <summary>The contact that whoever writes has recognised them as; null: they are known by document or address, or new.</summary>
    public int? KnownId { get; init; }

    /// <summary>Null: not asked.</summary>
    public PersonKind? Person { get; init; }

    /// <summary>Null: <see cref="Document"/> is as somebody wrote it, and is not checked.</summary>
    public DocumentType? DocumentType { get; init; }
    public string? Name { get; init; }
    public string? Document { get; init; }
    public string? Email { get; init; }
    public string? Telephone { get; init; }
    public string? Address { get; init; }
    public string? Municipality { get; init; }

    public Refusal? Refuse() =>
        Anonymous ? null
        : Person is { } person && !Enum.IsDefined(person) ? new(RefusalCode.PersonUnknown, nameof(Person))
        : string.IsNullOrWhiteSpace(Name) ? new(RefusalCode.PetitionerNameMissing, nameof(Name))
        : Texts.TooLong(Name, Contact.NameLimit, nameof(Name))
        ?? Texts.TooLong(Document, Contact.DocumentLimit, nameof(Document))
        ?? (DocumentType is { } type ? IdentityDocuments.Refuse(type, Document, nameof(Document)) : null)
        ?? Texts.TooLong(Email, Contact.EmailLimit, nameof(Email))
        ?? Texts.TooLong(Telephone, Contact.TelephoneLimit, nameof(Telephone))
        ?? Texts.TooLong(Address, Contact.AddressLimit, nameof(Address))
        ?? Texts.TooLong(Municipality, Contact.MunicipalityLimit, nameof(Municipality))
        ?? (!string.IsNullOrWhiteSpace(Email) && !MailAddress.TryCreate(Email.Trim(), out _) ? new Refusal(RefusalCode.EmailInvalid, nameof(Email)) : null);

    /// <summary>Blanks to nulls, ends trimmed, the document in its one way of writing. Nothing is left of who is anonymous.</summary>
    public PetitionerDetails Tidy() => Anonymous ? new() { Anonymous = true } : new()
    {
        Reserved = Reserved,
        KnownId = KnownId,
        Person = Person,
        DocumentType = DocumentType,
        Name = Tidy(Name),
        Document = DocumentType is { } type && Tidy(Document) is { } number ? IdentityDocuments.Write(type, number) : Tidy(Document),
        Email = Tidy(Email),
        Telephone = Tidy(Telephone),
        Address = Tidy(Address),
        Municipality = Tidy(Municipality),
    };

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
