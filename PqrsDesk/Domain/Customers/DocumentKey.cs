using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Customers;

/// <summary>
/// What two ways of writing one document have in common: <c>CC 52.123.456</c>, <c>c.c. 52 123 456</c> and <c>CC52123456</c>
/// are <c>CC 52123456</c>. By it every channel finds the same person.
/// </summary>
/// <remarks>A number without its kind stays without: who bears it as a cédula, and who as a cédula de extranjería, are two people.</remarks>
public static class DocumentKey
{
    /// <summary>What <see cref="IdentityDocuments.Write"/> adds to a document as long as a contact's may be.</summary>
    public const int Limit = Contact.DocumentLimit + 10;

    private const int HouseDigits = 9;

    /// <summary>Longer ones first: a cédula de extranjería is not a cédula.</summary>
    private static readonly (string Written, DocumentType Type)[] Signs =
    [
        ("CEDULADECIUDADANIA", DocumentType.CitizenCard),
        ("CEDULADEEXTRANJERIA", DocumentType.ForeignerCard),
        ("TARJETADEIDENTIDAD", DocumentType.IdentityCard),
        ("PASAPORTE", DocumentType.Passport),
        ("CEDULA", DocumentType.CitizenCard),
        .. Enum.GetValues<DocumentType>().Select(type => (type.Sign(), type)).Where(sign => sign.Item1.Length > 0),
    ];

    private static readonly string[] CalledNumber = ["NUMERO", "NUM", "NRO", "NO", "N"];

    /// <summary>Empty when there is nothing to know somebody by.</summary>
    public static string Of(string? document)
    {
        if (string.IsNullOrWhiteSpace(document)) return "";
        var whole = string.Concat(Ticket.Fold(document).Where(char.IsLetterOrDigit)).ToUpperInvariant();
        foreach (var (written, type) in Signs)
            if (whole.StartsWith(written, StringComparison.Ordinal) && NumberOf(whole[written.Length..], type) is { } number)
                return Cut($"{type.Sign()} {(type == DocumentType.Nit ? OfNit(number, HasHyphen(document)) : number)}");
        return Cut(WithoutZeros(whole));
    }

    /// <returns>Null when the letters in front were no kind of document: a name, a passport that begins so.</returns>
    private static string? NumberOf(string rest, DocumentType type)
    {
        foreach (var word in CalledNumber)
            if (rest.StartsWith(word, StringComparison.Ordinal) && rest.Length > word.Length && char.IsAsciiDigit(rest[word.Length])) return WithoutZeros(rest[word.Length..]);
        var lettered = type is DocumentType.Passport or DocumentType.ForeignerCard;
        return rest.Length > 0 && (char.IsAsciiDigit(rest[0]) || (lettered && rest.Any(char.IsAsciiDigit))) ? WithoutZeros(rest) : null;
    }

    /// <summary>
    /// With its check digit, whether or not it was written, and with the hyphen. Without a hyphen the last digit is the check
    /// digit when it fits, unless nine digits begin with 8 or 9: those are a house's number alone.
    /// </summary>
    /// <remarks>A check digit that was written behind a hyphen and is wrong stays: it must not become somebody else's.</remarks>
    private static string OfNit(string number, bool hyphen)
    {
        if (number.Length < 2 || !number.All(char.IsAsciiDigit)) return number;
        var house = number.Length == HouseDigits && number[0] is ('8' or '9');
        var checks = hyphen || (!house && number.Length <= HouseDigits + 2 && IdentityDocuments.CheckDigit(number[..^1]) == number[^1] - '0');
        return checks ? $"{number[..^1]}-{number[^1]}" : $"{number}-{IdentityDocuments.CheckDigit(number)}";
    }

    private static bool HasHyphen(string document)
    {
        var written = document.TrimEnd();
        var before = written[..^1].TrimEnd();
        return before.Length > 0 && before[^1] is ('-' or '‐' or '‑' or '–' or '—');
    }

    private static string WithoutZeros(string number) =>
        number.All(char.IsAsciiDigit) && number.TrimStart('0') is { Length: > 0 } bare ? bare : number;

    private static string Cut(string key) => Texts.Cut(key, Limit);
}
