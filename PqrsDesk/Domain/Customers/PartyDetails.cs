using System.Globalization;
using System.Net.Mail;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Customers;

/// <summary>A person or an organisation as a form, a file or a program describes it.</summary>
public sealed record PartyDetails
{
    public const int MostPoints = 30;
    private const int LeastDigits = 5;

    public string? Name { get; init; }

    /// <summary>Null: <see cref="Document"/> is as somebody wrote it, and is not checked.</summary>
    public DocumentType? DocumentType { get; init; }
    public string? Document { get; init; }
    public IReadOnlyList<PointDetails> Points { get; init; } = [];
    public bool Active { get; init; } = true;
    public string? ExternalId { get; init; }

    /// <summary>Of a person: human being or organisation; null: not known.</summary>
    public PersonKind? Person { get; init; }

    /// <summary>Of a person: the organisation that they belong to.</summary>
    public int? CustomerId { get; init; }

    /// <summary>Of an organisation.</summary>
    public ServiceLevel Category { get; init; } = ServiceLevel.Standard;

    public static PartyDetails Of(Contact contact) => Of((Party)contact) with { Person = contact.Person, CustomerId = contact.CustomerId };

    public static PartyDetails Of(Customer customer) => Of((Party)customer) with { Category = customer.ServiceLevel };

    public Refusal? Refuse() =>
        string.IsNullOrWhiteSpace(Name) ? new(RefusalCode.NameMissing, nameof(Name))
        : Texts.TooLong(Name.Trim(), Party.NameLimit, nameof(Name))
        ?? (DocumentType is { } type ? IdentityDocuments.Refuse(type, Document, nameof(Document)) : null)
        ?? Texts.TooLong(Document, Party.DocumentLimit, nameof(Document))
        ?? Texts.TooLong(ExternalId, Party.ExternalIdLimit, nameof(ExternalId))
        ?? (Person is { } person && !Enum.IsDefined(person) ? new Refusal(RefusalCode.PersonUnknown, nameof(Person)) : null)
        ?? (!Enum.IsDefined(Category) ? new Refusal(RefusalCode.CategoryUnknown, nameof(Category)) : null)
        ?? (Points.Count > MostPoints ? new Refusal(RefusalCode.TooManyPoints, nameof(Points), MostPoints.ToString(CultureInfo.InvariantCulture)) : null)
        ?? Points.Select(Refuse).FirstOrDefault(refusal => refusal is not null);

    /// <summary>Blanks to nulls, ends trimmed, the document in its one way of writing, no point twice and one preferred of each kind.</summary>
    public PartyDetails Tidy()
    {
        var document = Tidy(Document);
        var points = Points.Select(point => point with { Value = point.Value.Trim(), Municipality = point.Kind == PointKind.Address ? Tidy(point.Municipality) : null })
            .Where(point => point.Value.Length > 0 || point.Municipality is not null).DistinctBy(point => (point.Kind, point.Kind == PointKind.Email ? ContactPoint.KeyOf(point.Kind, point.Value) : point.Value, point.Municipality)).ToList();
        var best = points.GroupBy(point => point.Kind).Select(kind => kind.FirstOrDefault(point => point.Preferred) ?? kind.First()).ToHashSet(ReferenceEqualityComparer.Instance);
        return this with
        {
            Name = Tidy(Name),
            Document = DocumentType is { } type && document is not null ? IdentityDocuments.Write(type, document) : document,
            DocumentType = document is null ? null : DocumentType,
            ExternalId = Tidy(ExternalId),
            Points = points.ConvertAll(point => point with { Preferred = best.Contains(point) }),
        };
    }

    internal (PointDetails? Email, PointDetails? Telephone, PointDetails? Address) Preferred() =>
        (Best(PointKind.Email), Best(PointKind.Telephone), Best(PointKind.Address));

    private PointDetails? Best(PointKind kind) => Points.FirstOrDefault(point => point.Kind == kind && point.Preferred) ?? Points.FirstOrDefault(point => point.Kind == kind);

    private static PartyDetails Of(Party party) => new()
    {
        Name = party.Name,
        DocumentType = party.DocumentType,
        Document = party.Document,
        ExternalId = party.ExternalId,
        Active = party.Active,
        Points = [.. party.Points],
    };

    private static Refusal? Refuse(PointDetails point, int at)
    {
        var field = string.Create(CultureInfo.InvariantCulture, $"{nameof(Points)}[{at}]");
        if (!Enum.IsDefined(point.Kind) || (point.Use is { } use && !Enum.IsDefined(use))) return new(RefusalCode.PointUnknown, field);
        var limit = point.Kind switch { PointKind.Email => Party.EmailLimit, PointKind.Telephone => Party.TelephoneLimit, _ => Party.AddressLimit };
        return (Texts.TooLong(point.Value, limit, field) ?? Texts.TooLong(point.Municipality, Party.MunicipalityLimit, field)) is { } tooLong ? tooLong
            : string.IsNullOrWhiteSpace(point.Value) ? null
            : point.Kind == PointKind.Email && !MailAddress.TryCreate(point.Value.Trim(), out _) ? new(RefusalCode.EmailInvalid, field)
            : point.Kind == PointKind.Telephone && ContactWords.DigitsOf(point.Value).Length < LeastDigits ? new Refusal(RefusalCode.TelephoneInvalid, field)
            : null;
    }

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
