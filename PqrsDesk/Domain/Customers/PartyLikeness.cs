using PqrsDesk.Domain.Likeness;

namespace PqrsDesk.Domain.Customers;

/// <summary>Holds two people, or two organisations, against each other.</summary>
public static class PartyLikeness
{
    private const int Document = 60;
    private const int Email = 40;
    private const int Telephone = 20;
    private const int Name = 30;

    /// <summary>Two documents of one kind are two people, who may share a house and a telephone.</summary>
    private const int OtherDocument = 50;

    /// <returns>No reasons: nothing speaks for it, or too little.</returns>
    public static (PairReasons Reasons, int Weight) Of(Party one, Party other)
    {
        var (document, another) = (one.DocumentKey ?? "", other.DocumentKey ?? "");
        var reasons = PairReasons.None;
        if (document.Length > 0 && document == another) reasons |= PairReasons.SameDocument;
        if (Keys(one, PointKind.Email).Intersect(Keys(other, PointKind.Email)).Any()) reasons |= PairReasons.SameEmail;
        if (Telephones(one).Intersect(Telephones(other)).Any()) reasons |= PairReasons.SameTelephone;
        if (NearNames.Are(one.Name, other.Name)) reasons |= PairReasons.NearName;
        var weight = Weight(reasons) - (document.Length > 0 && another.Length > 0 && document != another ? OtherDocument : 0);
        return weight <= 0 ? (PairReasons.None, 0) : (reasons, Math.Min(weight, 100));
    }

    public static IEnumerable<string> Keys(Party party, PointKind kind) =>
        party.Points.Where(point => point.Kind == kind).Select(point => ContactPoint.KeyOf(kind, point.Value)).Where(key => key.Length > 0).Distinct();

    /// <summary>A line may name several.</summary>
    public static IEnumerable<string> Telephones(Party party) =>
        party.Points.Where(point => point.Kind == PointKind.Telephone).SelectMany(point => ContactWords.Telephones(point.Value)).Distinct();

    private static int Weight(PairReasons reasons) =>
        (reasons.HasFlag(PairReasons.SameDocument) ? Document : 0) + (reasons.HasFlag(PairReasons.SameEmail) ? Email : 0)
        + (reasons.HasFlag(PairReasons.SameTelephone) ? Telephone : 0) + (reasons.HasFlag(PairReasons.NearName) ? Name : 0);
}
