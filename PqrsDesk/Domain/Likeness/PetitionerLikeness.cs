using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Likeness;

/// <summary>How far two filings come from one person. What a desk knows of people is written down in haste, so each sign counts for what it proves.</summary>
internal static class PetitionerLikeness
{
    private const double Email = 0.9;

    // Families and offices share them.
    private const double Telephone = 0.6;
    private const double Address = 0.4;
    private const double Name = 0.5;
    private const double MostOfWeak = 0.9;

    /// <summary>Two documents are two people, who may live and write together.</summary>
    private const double OtherDocument = 0.3;
    private const int LeastOfAddress = 3;

    private static readonly Dictionary<string, string> Streets = new(StringComparer.Ordinal)
    {
        ["cl"] = "calle",
        ["cll"] = "calle",
        ["cle"] = "calle",
        ["cra"] = "carrera",
        ["cr"] = "carrera",
        ["kr"] = "carrera",
        ["kra"] = "carrera",
        ["k"] = "carrera",
        ["av"] = "avenida",
        ["avda"] = "avenida",
        ["dg"] = "diagonal",
        ["diag"] = "diagonal",
        ["tv"] = "transversal",
        ["transv"] = "transversal",
        ["mz"] = "manzana",
        ["apto"] = "apartamento",
        ["apt"] = "apartamento",
        ["no"] = "",
        ["nro"] = "",
        ["numero"] = "",
        ["n"] = "",
    };

    /// <param name="reasons">What speaks for it is added.</param>
    /// <returns>From 0 to 1; 0 also where nothing is known.</returns>
    public static double Of(Likened one, Likened other, List<LikenessReason> reasons)
    {
        if (one.PetitionerId is { } id && id == other.PetitionerId) return Certain(LikenessReason.SamePetitioner, 1);
        var (document, another) = (one.DocumentKey ?? "", other.DocumentKey ?? "");
        if (document.Length > 0 && document == another) return Certain(LikenessReason.SameDocument, 1);
        var weak = 0.0;
        if (Same(one.Email, other.Email)) Add(LikenessReason.SameEmail, Email);
        if (SameTelephone(one.Telephone, other.Telephone)) Add(LikenessReason.SameTelephone, Telephone);
        if (SameAddress(one.Address, other.Address)) Add(LikenessReason.SameAddress, Address);
        if (NearNames.Are(one.Name, other.Name)) Add(LikenessReason.NearName, Name);
        return Math.Min(weak, document.Length > 0 && another.Length > 0 ? OtherDocument : MostOfWeak);

        double Certain(LikenessReason reason, double share)
        {
            reasons.Add(reason);
            return share;
        }

        void Add(LikenessReason reason, double share)
        {
            reasons.Add(reason);
            weak += share;
        }
    }

    private static bool Same(string? one, string? other) =>
        !string.IsNullOrWhiteSpace(one) && !string.IsNullOrWhiteSpace(other) && Ticket.Fold(one.Trim()) == Ticket.Fold(other.Trim());

    /// <summary>One of them may be said without its area.</summary>
    private static bool SameTelephone(string? one, string? other)
    {
        var (numbers, others) = (ContactWords.Telephones(one).ToList(), ContactWords.Telephones(other).ToList());
        return numbers.Any(number => others.Any(another => number == another || ContactWords.Readings(number).Contains(another) || ContactWords.Readings(another).Contains(number)));
    }

    private static bool SameAddress(string? one, string? other)
    {
        var (words, others) = (Place(one), Place(other));
        return words.Count >= LeastOfAddress && words.SequenceEqual(others);
    }

    private static List<string> Place(string? address) =>
        [.. SearchedWords.Split(address).Select(word => Streets.GetValueOrDefault(word, word)).Where(word => word.Length > 0)];
}
