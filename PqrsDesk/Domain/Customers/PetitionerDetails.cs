using System.Net.Mail;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Customers;

/// <summary>Who files, as it is written on a form. A filing without a name is refused unless it is anonymous.</summary>
public sealed record PetitionerDetails
{
    /// <summary>Anonymous petitions are legal: nothing about the person is kept, and no contact is looked up.</summary>
    public bool Anonymous { get; init; }
    public string? Name { get; init; }
    public string? Document { get; init; }
    public string? Email { get; init; }
    public string? Telephone { get; init; }

    public Refusal? Refuse() =>
        Anonymous ? null
        : string.IsNullOrWhiteSpace(Name) ? new(RefusalCode.PetitionerNameMissing, nameof(Name))
        : Texts.TooLong(Name, Contact.NameLimit, nameof(Name))
        ?? Texts.TooLong(Document, Contact.DocumentLimit, nameof(Document))
        ?? Texts.TooLong(Email, Contact.EmailLimit, nameof(Email))
        ?? Texts.TooLong(Telephone, Contact.TelephoneLimit, nameof(Telephone))
        ?? (!string.IsNullOrWhiteSpace(Email) && !MailAddress.TryCreate(Email.Trim(), out _) ? new Refusal(RefusalCode.EmailInvalid, nameof(Email)) : null);

    /// <summary>Blanks to nulls, ends trimmed.</summary>
    public PetitionerDetails Tidy() => new()
    {
        Anonymous = Anonymous,
        Name = Tidy(Name),
        Document = Tidy(Document),
        Email = Tidy(Email),
        Telephone = Tidy(Telephone),
    };

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
