using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Customers;

/// <summary>The words by which people are found: of the name and the mail address, and the numbers of the document and the telephone.</summary>
public static class ContactWords
{
    /// <summary>What a telephone of Colombia is without the country and, at a fixed line, without the area: people give either.</summary>
    private const int LocalDigits = 7;
    private const int NationalDigits = 10;
    private const string Country = "57";

    /// <summary>Of fixed lines since 2021: 60 and the old area's digit.</summary>
    private const string Area = "60";

    private static readonly char[] BetweenTelephones = ['/', ',', ';'];

    /// <summary>None for a reserved identity: no search leads to it.</summary>
    /// <remarks>With its points.</remarks>
    public static IReadOnlySet<string> Of(Party contact)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        if (contact is Contact { Reserved: true }) return words;
        words.UnionWith(SearchedWords.Split(contact.Name));
        if (contact.Document is { } document) words.UnionWith(OfDocument(document));
        if (contact.Email is { } email) words.UnionWith(OfEmail(email));
        if (contact.Telephone is { } telephone) words.UnionWith(telephone.Split(BetweenTelephones).SelectMany(OfTelephone));
        foreach (var point in contact.OtherPoints)
        {
            if (point.Kind == PointKind.Email) words.UnionWith(OfEmail(point.Value));
            else if (point.Kind == PointKind.Telephone) words.UnionWith(point.Value.Split(BetweenTelephones).SelectMany(OfTelephone));
        }

        words.Remove("");
        return words;
    }

    /// <summary>How a number that was typed may stand among the words: as it is, without the country, without the area.</summary>
    public static IReadOnlyList<string> Readings(string digits)
    {
        var national = National(digits);
        return [.. new[] { digits, national, national.Length == NationalDigits && national.StartsWith(Area, StringComparison.Ordinal) ? national[^LocalDigits..] : national }.Distinct()];
    }

    /// <summary>The numbers themselves, without the country; a line may name several.</summary>
    public static IEnumerable<string> Telephones(string? written) =>
        written is null ? [] : written.Split(BetweenTelephones).Select(each => OfTelephone(each).First()).Where(number => number.Length >= LocalDigits);

    public static string DigitsOf(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    /// <summary>Without the kind in front; letters stay, as passports have them.</summary>
    private static IEnumerable<string> OfDocument(string document)
    {
        var signs = IdentityDocuments.Signs;
        var parts = SearchedWords.Split(document).Where(part => !signs.Contains(part)).ToList();
        yield return Cut(string.Concat(parts));
        if (parts.Count > 1 && DigitsOf(document) is { Length: > 0 } digits) yield return Cut(digits);

        // Whoever asks for a NIT with its check digit finds it also where it was written without.
        if (DocumentKey.Of(document) is var key && key.StartsWith(DocumentType.Nit.Sign(), StringComparison.Ordinal)) yield return Cut(DigitsOf(key));
    }

    private static IEnumerable<string> OfEmail(string email)
    {
        var folded = Ticket.Fold(email);
        yield return Cut(folded);

        // Half of all addresses end alike: only what stands before the sign says who it is.
        foreach (var word in SearchedWords.Split(folded.Split('@')[0])) yield return word;
    }

    private static IEnumerable<string> OfTelephone(string telephone)
    {
        // An extension is of the house, not of the person.
        var number = telephone.TakeWhile((sign, at) => !char.IsLetter(sign) || !telephone.Take(at).Any(char.IsAsciiDigit));
        var national = National(DigitsOf(string.Concat(number)));
        yield return national;
        if (national.Length > LocalDigits) yield return national[^LocalDigits..];
    }

    private static string National(string digits)
    {
        var bare = digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..] : digits;
        return bare.Length == Country.Length + NationalDigits && bare.StartsWith(Country, StringComparison.Ordinal) ? bare[Country.Length..] : bare;
    }

    private static string Cut(string word) => Texts.Cut(word, ContactWord.WordLimit);
}
