using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Customers;

/// <summary>By what somebody is reached.</summary>
/// <remarks>Numbers are stored and never reused.</remarks>
public enum PointKind
{
    Email = 1,
    Telephone = 2,
    Address = 3,
}

/// <summary>What an address, a telephone or an e-mail is used for.</summary>
/// <remarks>Numbers are stored and never reused.</remarks>
public enum PointUse
{
    Personal = 1,
    Work = 2,
    Mobile = 3,
    Billing = 4,

    /// <summary>For legal notices (notificaciones).</summary>
    Notices = 5,
    Other = 6,
}

/// <summary>One way to reach somebody, as a form has it.</summary>
/// <param name="Value">The street of an address, which may be empty where only the municipality is known.</param>
public sealed record PointDetails(PointKind Kind, string Value, PointUse? Use = null)
{
    /// <summary>The one that letters and calls go to first.</summary>
    public bool Preferred { get; init; }

    /// <summary>Of addresses.</summary>
    public string? Municipality { get; init; }
}

/// <summary>A way to reach somebody beside the preferred one.</summary>
public sealed class ContactPoint
{
    public int Id { get; private set; }
    public int? ContactId { get; private set; }
    public int? CustomerId { get; private set; }
    public required PointKind Kind { get; init; }
    public required string Value { get; init; }
    public PointUse? Use { get; init; }
    public string? Municipality { get; init; }

    /// <summary>What two ways of writing it have in common; see <see cref="KeyOf"/>.</summary>
    public required string Key { get; init; }

    public static ContactPoint Of(PointDetails details) => new()
    {
        Kind = details.Kind,
        Value = details.Value,
        Use = details.Use,
        Municipality = details.Kind == PointKind.Address ? details.Municipality : null,
        Key = KeyOf(details.Kind, details.Value),
    };

    /// <summary>An e-mail without case, a telephone without country and signs, an address without case and accents.</summary>
    public static string KeyOf(PointKind kind, string? value) => kind switch
    {
        PointKind.Email => Cut(Ticket.Fold(value?.Trim() ?? "")),
        PointKind.Telephone => Cut(ContactWords.Telephones(value).FirstOrDefault() ?? ContactWords.DigitsOf(value ?? "")),
        _ => Cut(string.Join(' ', SearchedWords.Split(value))),
    };

    /// <summary>Of whoever has a number by now, for what is written past the change tracker.</summary>
    internal ContactPoint Under(Party party)
    {
        if (party is Contact) ContactId = party.Id;
        else CustomerId = party.Id;
        return this;
    }

    internal bool Is(PointDetails details) => details.Kind == Kind && details.Value == Value && details.Use == Use && details.Municipality == Municipality;

    private static string Cut(string key) => Texts.Cut(key, Party.EmailLimit);
}
