namespace PqrsDesk.Domain.Customers;

/// <summary>What two records say differently, and whoever merges them decides.</summary>
public enum MergeField
{
    Name = 1,
    Document,
    Email,
    Telephone,
    Address,
    Person,
    Customer,
    Category,
    ExternalId,
    Active,
}

/// <summary>Of which of the two each field stays. All telephones, e-mails and addresses stay: it decides which is preferred.</summary>
/// <param name="OfGone">The fields that the record that goes has the say in; in the others it is the one that stays.</param>
public sealed record MergeChoice(IReadOnlySet<MergeField> OfGone)
{
    /// <summary>What stands in the one that stays, and what it lacks from the other.</summary>
    public static MergeChoice Usual(PartyDetails stays, PartyDetails goes) =>
        new(Enum.GetValues<MergeField>().Where(field => Value(stays, field) is null && Value(goes, field) is not null).ToHashSet());

    /// <summary>As it is kept from then on.</summary>
    public PartyDetails Merge(PartyDetails stays, PartyDetails goes)
    {
        return new()
        {
            Name = Of(MergeField.Name).Name,
            DocumentType = Of(MergeField.Document).DocumentType,
            Document = Of(MergeField.Document).Document,
            Person = Of(MergeField.Person).Person,
            CustomerId = Of(MergeField.Customer).CustomerId,
            Category = Of(MergeField.Category).Category,
            ExternalId = Of(MergeField.ExternalId).ExternalId,
            Active = Of(MergeField.Active).Active,
            Points = [.. Points(PointKind.Email, MergeField.Email), .. Points(PointKind.Telephone, MergeField.Telephone), .. Points(PointKind.Address, MergeField.Address)],
        };

        PartyDetails Of(MergeField field) => OfGone.Contains(field) ? goes : stays;

        // The first of each kind that is preferred is; the same point, written in two ways, stays once.
        IEnumerable<PointDetails> Points(PointKind kind, MergeField field)
        {
            var (first, second) = OfGone.Contains(field) ? (goes, stays) : (stays, goes);
            var others = second.Points.Select(point => point with { Preferred = false });
            return first.Points.Concat(others).Where(point => point.Kind == kind).DistinctBy(point => (ContactPoint.KeyOf(kind, point.Value), point.Municipality));
        }
    }

    /// <summary>What a record says of a field, as people read it; null: nothing.</summary>
    public static object? Value(PartyDetails of, MergeField field) => field switch
    {
        MergeField.Name => of.Name,
        MergeField.Document => of.Document,
        MergeField.Email => of.Preferred().Email?.Value,
        MergeField.Telephone => of.Preferred().Telephone?.Value,
        MergeField.Address => of.Preferred().Address is { } address ? string.Join(", ", new[] { address.Value, address.Municipality }.Where(part => !string.IsNullOrEmpty(part))) : null,
        MergeField.Person => of.Person,
        MergeField.Customer => of.CustomerId,
        MergeField.Category => of.Category,
        MergeField.ExternalId => of.ExternalId,
        _ => of.Active,
    };
}
