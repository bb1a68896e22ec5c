namespace PqrsDesk.Ui;

// Contracts, by what they are looked at for.
public static partial class DeskUrls
{
    public const string ApiContracts = "/api/v1/contracts";
    public const string ApiContract = "/api/v1/contracts/{id:int}";
    public const string ApiContractConsumption = "/api/v1/contracts/{id:int}/consumption";

    public const string ContractScopeParameter = "ver";
    public const string ContractCustomerParameter = "cliente";

    /// <summary>A day of the span that is looked at.</summary>
    public const string ContractSpanParameter = "desde";

    /// <param name="customer">Number of the customer.</param>
    public static string ContractsOf(string? scope, string? customer, string? text) =>
        With(Contracts, [(ContractScopeParameter, scope), (ContractCustomerParameter, customer), (SearchParameter, text)]);

    public static string NewContractFor(int customer) => With(NewContract, [(ContractCustomerParameter, FormattableString.Invariant($"{customer}"))]);

    public static string ContractSpanOf(int id, DateOnly from) => With(ContractOf(id), [(ContractSpanParameter, FormattableString.Invariant($"{from:yyyy-MM-dd}"))]);

    /// <summary>The cases that stand on a contract, filed on some days.</summary>
    /// <param name="until">Null: however late.</param>
    public static string CasesOfContract(int id, DateOnly from, DateOnly? until) => QueueWith(
        (QueueParameter.Contract, FormattableString.Invariant($"{id}")), (QueueParameter.Scope, "Any"), (QueueParameter.Sort, "Newest"),
        (QueueParameter.FiledFrom, FormattableString.Invariant($"{from:yyyy-MM-dd}")), (QueueParameter.FiledTo, until is { } last ? FormattableString.Invariant($"{last:yyyy-MM-dd}") : null));

    /// <summary>The open ones.</summary>
    public static string OpenOfContract(int id) => QueueWith((QueueParameter.Contract, FormattableString.Invariant($"{id}")));
}
