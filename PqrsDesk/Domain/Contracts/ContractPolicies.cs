using System.Globalization;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Contracts;

/// <summary>What contracts promise, as policies of the engine: customer, product and class to targets, one policy for each product of a contract.</summary>
public static class ContractPolicies
{
    private const string Prefix = "contract-";

    /// <summary>The policies of one contract all begin with it.</summary>
    public static string KeysOf(int contractId) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{contractId}-");

    public static string KeyOf(int contractId, int productId) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{contractId}-{productId}");

    /// <summary>The product that a policy of a contract is for.</summary>
    public static int? ProductOf(string key) =>
        key.StartsWith(Prefix, StringComparison.Ordinal) && int.TryParse(key.AsSpan(key.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var product) ? product : null;

    /// <summary>The policies that become others, or come to be, so that the book says what the contracts say.</summary>
    /// <param name="contracts">With their plans; those that were never signed promise nothing.</param>
    /// <param name="products">All that they are for.</param>
    public static SlaEdit.OfContracts Follow(IEnumerable<Contract> contracts, IReadOnlyDictionary<int, Product> products, SlaBook book)
    {
        var edits = new List<SlaEdit.OfPolicy>();
        foreach (var contract in contracts.Where(contract => contract.IsAgreed))
        {
            var current = book.OfContract(contract.Id).ToDictionary(terms => terms.Policy.Key, terms => terms.Policy);
            foreach (var wanted in contract.Products.Select(each => Of(contract, products[each.ProductId], book)))
            {
                current.Remove(wanted.Key, out var had);
                if (had is null || Differs(had, wanted, book)) edits.Add(wanted with { Seen = had?.Version ?? 0 });
            }

            // It is for that product no more.
            edits.AddRange(current.Values.Where(left => !left.Definition.IsRetired).Select(left => new SlaEdit.OfPolicy(
                left.Key, left.Version, left.Order, KeyOfCalendar(left.CalendarVersionId, book), left.Definition with { IsRetired = true })));
        }

        return new(edits);
    }

    private static SlaEdit.OfPolicy Of(Contract contract, Product product, SlaBook book)
    {
        var plan = contract.Plan!.Definition;
        return new(KeyOf(contract.Id, product.Id), 0, 0, plan.CalendarKey, new PolicyDefinition(NameOf(contract, product), [], [], plan.TargetsFor(product.Criticality))
        {
            Customers = [contract.CustomerId],
            Channels = plan.Channels,
            Products = [product.Name],
            ContractId = contract.Id,
            ContractNumber = contract.Number,
            Criticality = product.Criticality,
            From = contract.From,
            Until = contract.EndsOn,
        }.WatchedAs(book.House));
    }

    private static string NameOf(Contract contract, Product product) => Texts.Shorten($"{contract.Number} · {product.Name}", PolicyDefinition.NameLimit);

    private static bool Differs(SlaPolicy had, SlaEdit.OfPolicy wanted, SlaBook book) =>
        book.CurrentCalendar(wanted.CalendarKey) is not { } calendar || SlaDifference.Between(had, wanted, calendar.Id).Count > 0
        || (had.Definition.ContractNumber, had.Definition.Criticality) != (wanted.Definition.ContractNumber, wanted.Definition.Criticality);

    private static string KeyOfCalendar(int version, SlaBook book) => book.Calendars.First(each => each.Id == version).Key;
}
