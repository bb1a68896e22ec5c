using PqrsDesk.Domain.Customers;

namespace PqrsDesk.Domain.Likeness;

/// <summary>What of a filing is held against another: when it came, what it says, and who says it.</summary>
/// <remarks>Of who is anonymous, or has a reserved identity, nothing but the first two: their texts are compared, they are not.</remarks>
public sealed record Likened(DateTimeOffset FiledAt, TextPrint Text)
{
    /// <summary>The contact; null: not known as one.</summary>
    public int? PetitionerId { get; init; }
    public string? Name { get; init; }

    /// <summary>As <see cref="Customers.DocumentKey"/> says it; null or empty: none.</summary>
    public string? DocumentKey { get; init; }
    public string? Email { get; init; }
    public string? Telephone { get; init; }
    public string? Address { get; init; }

    public static Likened Of(DateTimeOffset filedAt, TextPrint text, PetitionerDetails who) => who.Anonymous || who.Reserved ? new(filedAt, text) : new(filedAt, text)
    {
        PetitionerId = who.KnownId,
        Name = who.Name,
        DocumentKey = Customers.DocumentKey.Of(who.Document),
        Email = who.Email,
        Telephone = who.Telephone,
        Address = who.Address,
    };
}
