namespace PqrsDesk.Domain.Customers;

/// <summary>What a person and an organisation have in common: who they are, where they are reached, and who changed it last.</summary>
/// <remarks>
/// The preferred address, telephone and e-mail are columns of the row itself, because filings write them and cases read
/// them; only those beside them are <see cref="OtherPoints"/>. So each of them stands in one place.
/// </remarks>
public abstract class Party
{
    public const int NameLimit = 150;
    public const int DocumentLimit = 40;
    public const int EmailLimit = 200;
    public const int TelephoneLimit = 40;
    public const int AddressLimit = 200;
    public const int MunicipalityLimit = 100;
    public const int ExternalIdLimit = 80;

    // Not private: the store fills them in what stands below.
    private protected string? _document;
    private protected List<ContactPoint> _otherPoints = [];

    public int Id { get; protected set; }
    public required string Name { get; set; }

    /// <summary>CC, CE, TI, NIT, passport and so on, with its number, as it was written.</summary>
    public string? Document
    {
        get => _document;
        set => (_document, DocumentKey) = (value, Customers.DocumentKey.Of(value));
    }

    /// <summary>As <see cref="Customers.DocumentKey"/> says it; empty: there is none. Null only in rows of before there were keys.</summary>
    public string? DocumentKey { get; protected set; } = "";
    public DocumentType? DocumentType { get; set; }
    public string? Email { get; set; }
    public string? Telephone { get; set; }
    public string? Address { get; set; }
    public string? Municipality { get; set; }

    /// <summary>What the preferred ones are used for; null: nobody said.</summary>
    public PointUse? EmailUse { get; set; }
    public PointUse? TelephoneUse { get; set; }
    public PointUse? AddressUse { get; set; }

    /// <summary>Still dealt with. Who is not stays in the history and out of the lists.</summary>
    public bool Active { get; set; } = true;

    /// <summary>What another system calls it; an import knows it again by that.</summary>
    public string? ExternalId { get; set; }

    /// <summary>Counts the changes by hand; the optimistic concurrency token. Filings change nothing here.</summary>
    public int Version { get; protected set; }
    public DateTimeOffset? ChangedAt { get; protected set; }
    public string? ChangedBy { get; protected set; }

    /// <summary>Addresses, telephones and e-mails beside the preferred ones.</summary>
    public IReadOnlyList<ContactPoint> OtherPoints => _otherPoints;

    /// <summary>All of them, the preferred ones first.</summary>
    public IEnumerable<PointDetails> Points
    {
        get
        {
            if (Email is { } email) yield return new(PointKind.Email, email, EmailUse) { Preferred = true };
            if (Telephone is { } telephone) yield return new(PointKind.Telephone, telephone, TelephoneUse) { Preferred = true };
            if (Address is not null || Municipality is not null) yield return new(PointKind.Address, Address ?? "", AddressUse) { Preferred = true, Municipality = Municipality };
            foreach (var point in _otherPoints.OrderBy(point => point.Kind).ThenBy(point => point.Id)) yield return new(point.Kind, point.Value, point.Use) { Municipality = point.Municipality };
        }
    }

    /// <summary>Takes what a form says. It was held against <see cref="PartyDetails.Refuse"/> and tidied.</summary>
    /// <remarks>Loaded with its points: those that are not named any more are gone.</remarks>
    protected void Write(PartyDetails details, string by, DateTimeOffset at)
    {
        Name = details.Name!;
        (DocumentType, Document, ExternalId, Active) = (details.DocumentType, details.Document, details.ExternalId, details.Active);
        var preferred = details.Preferred();
        (Email, EmailUse) = (preferred.Email?.Value, preferred.Email?.Use);
        (Telephone, TelephoneUse) = (preferred.Telephone?.Value, preferred.Telephone?.Use);
        (Address, Municipality, AddressUse) = (preferred.Address?.Value is { Length: > 0 } street ? street : null, preferred.Address?.Municipality, preferred.Address?.Use);
        var wanted = details.Points.Except(new[] { preferred.Email, preferred.Telephone, preferred.Address }.OfType<PointDetails>(), ReferenceEqualityComparer.Instance).Cast<PointDetails>().ToList();
        _otherPoints.RemoveAll(point => wanted.RemoveAll(each => point.Is(each)) == 0);
        _otherPoints.AddRange(wanted.Select(ContactPoint.Of));
        Touch(by, at);
    }

    protected void Touch(string by, DateTimeOffset at) => (Version, ChangedAt, ChangedBy) = (Version + 1, at, by);
}
