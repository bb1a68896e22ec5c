using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Customers;

/// <summary>What somebody proves who they are with.</summary>
/// <remarks>Numbers are stored and never reused.</remarks>
public enum DocumentType
{
    /// <summary>Cédula de ciudadanía.</summary>
    CitizenCard = 1,

    /// <summary>Cédula de extranjería.</summary>
    ForeignerCard = 2,

    /// <summary>Tarjeta de identidad, of minors.</summary>
    IdentityCard = 3,

    /// <summary>Número de identificación tributaria; its last digit checks the others.</summary>
    Nit = 4,
    Passport = 5,

    /// <summary>Permiso por protección temporal.</summary>
    TemporaryPermit = 6,
    Other = 7,
}

/// <summary>How numbers of documents are checked, written and compared.</summary>
public static class IdentityDocuments
{
    /// <summary>Fewer characters would be found by trying.</summary>
    private const int LeastCompared = 4;
    private const int CardDigits = 10;

    /// <summary>From the last digit on: Orden Administrativa 4 of 1989 of the DIAN.</summary>
    private static readonly int[] Weights = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71];

    /// <summary>All that may stand in front of a number, as words are folded: <c>cc</c>, <c>nit</c>.</summary>
    internal static IReadOnlySet<string> Signs { get; } = Enum.GetValues<DocumentType>().Select(type => Ticket.Fold(type.Sign())).Where(sign => sign.Length > 0).ToHashSet(StringComparer.Ordinal);

    /// <summary>How it is called in front of the number: <c>CC</c>, <c>NIT</c>. Empty for another document.</summary>
    public static string Sign(this DocumentType type) => type switch
    {
        DocumentType.CitizenCard => "CC",
        DocumentType.ForeignerCard => "CE",
        DocumentType.IdentityCard => "TI",
        DocumentType.Nit => "NIT",
        DocumentType.Passport => "PA",
        DocumentType.TemporaryPermit => "PPT",
        DocumentType.Other => "",
        _ => throw new UnreachableException($"No sign for {type}."),
    };

    public static Refusal? Refuse(DocumentType type, string? number, string field)
    {
        if (!Enum.IsDefined(type)) return new(RefusalCode.DocumentTypeUnknown, nameof(PetitionerDetails.DocumentType));
        if (string.IsNullOrWhiteSpace(number)) return new(RefusalCode.DocumentMissing, field);
        var key = Bare(type, number);
        var fits = type switch
        {
            DocumentType.CitizenCard or DocumentType.TemporaryPermit => key.Length is >= 3 and <= CardDigits && Digits(key),
            DocumentType.IdentityCard => key.Length is CardDigits or CardDigits + 1 && Digits(key),
            DocumentType.Nit => key.Length is >= 6 and <= CardDigits && Digits(key),
            DocumentType.ForeignerCard or DocumentType.Passport => key.Length is >= 3 and <= 15,
            _ => key.Length is >= 3 and <= 30,
        };
        return !fits ? new(RefusalCode.DocumentInvalid, field)
            : type == DocumentType.Nit && CheckDigit(key[..^1]) != key[^1] - '0' ? new(RefusalCode.CheckDigitWrong, field)
            : null;
    }

    /// <summary>The one way in which a document is written: <c>CC 52123456</c>, <c>NIT 800197268-4</c>.</summary>
    public static string Write(DocumentType type, string number)
    {
        var key = Bare(type, number);
        return $"{type.Sign()} {(type == DocumentType.Nit && key.Length > 1 ? $"{key[..^1]}-{key[^1]}" : key)}".Trim();
    }

    /// <param name="digits">A NIT without its check digit.</param>
    public static int CheckDigit(string digits)
    {
        var sum = digits.Reverse().Zip(Weights, (digit, weight) => (digit - '0') * weight).Sum() % 11;
        return sum > 1 ? 11 - sum : sum;
    }

    /// <summary>
    /// Whether somebody who types a number means that document: dots, spaces, the kind in front and a NIT's check digit
    /// may be left out. The same work is done whatever the answer.
    /// </summary>
    /// <param name="stored">Null: there is none, and nothing fits.</param>
    public static bool SameNumber(string? stored, string? typed)
    {
        var (known, given) = (Number(stored), Number(typed));
        var bare = known.Length > 1 && IsNit(stored) ? known[..^1] : known;
        var same = Fits(known, given) | Fits(bare, given);
        return same & known.Length >= LeastCompared & given.Length >= LeastCompared;
    }

    private static bool Fits(string known, string given) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(known)), SHA256.HashData(Encoding.UTF8.GetBytes(given)));

    private static bool IsNit(string? stored) => Key(stored).StartsWith("NIT", StringComparison.Ordinal);

    /// <summary>Without the kind in front, whichever it is.</summary>
    private static string Number(string? text)
    {
        var key = Key(text);
        foreach (var type in Enum.GetValues<DocumentType>())
            if (type.Sign() is { Length: > 0 } sign && key.StartsWith(sign, StringComparison.Ordinal) && key.Length > sign.Length && char.IsAsciiDigit(key[^1])) return key[sign.Length..];
        return key;
    }

    private static string Bare(DocumentType type, string? number)
    {
        var key = Key(number);
        return type.Sign() is { Length: > 0 } sign && key.StartsWith(sign, StringComparison.Ordinal) ? key[sign.Length..] : key;
    }

    private static string Key(string? text) => string.Concat(Ticket.Fold(text ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static bool Digits(string key) => key.All(char.IsAsciiDigit);
}
