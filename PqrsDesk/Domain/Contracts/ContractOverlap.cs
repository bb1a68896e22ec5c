namespace PqrsDesk.Domain.Contracts;

/// <summary>For what and for how long a contract of a customer holds, as far as another could be in its way.</summary>
public sealed record ContractSpan(string Number, IReadOnlyCollection<int> Products, DateOnly From, DateOnly Until)
{
    public static ContractSpan Of(Contract contract) => new(contract.Number, [.. contract.Products.Select(product => product.ProductId)], contract.From, contract.EndsOn);
}

/// <summary>The days on which two contracts would promise the same product.</summary>
/// <param name="Number">Of the other contract.</param>
/// <param name="ProductId">One that both are for.</param>
/// <param name="Product">Its name, once it is known.</param>
public sealed record ContractOverlap(string Number, int ProductId, DateOnly From, DateOnly Until, string? Product = null)
{
    /// <summary>The first that is in the way; null when none is.</summary>
    /// <param name="others">Of the same customer, agreed, without the contract itself.</param>
    public static ContractOverlap? Of(ContractSpan wanted, IEnumerable<ContractSpan> others) =>
        (from other in others
         let shared = other.Products.Intersect(wanted.Products).Order().ToList()
         where shared.Count > 0
         let first = Later(other.From, wanted.From)
         let last = Earlier(other.Until, wanted.Until)
         where first <= last
         orderby first, other.Number
         select new ContractOverlap(other.Number, shared[0], first, last)).FirstOrDefault();

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
