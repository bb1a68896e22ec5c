using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Pricing;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Api;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;
using static PqrsDesk.Features.Api.ProgramRoutes;

namespace PqrsDesk.Features.Contracting;

/// <summary>A contract in a list.</summary>
/// <param name="Until">The last day on which it holds, where it was ended early too.</param>
/// <param name="HoursPercent">Used of the included hours, in the period of today; null: not counted, or not in force.</param>
public sealed record ContractItem(
    int Id, string Number, int CustomerId, string Customer, string Plan, int PlanVersion, IReadOnlyList<string> Products, DateOnly From, DateOnly Until, ContractPhase Phase, int? HoursPercent, int? CasesPercent);

public sealed record ContractItems(IReadOnlyList<ContractItem> Items);

/// <param name="Targets">Business minutes of the plan's calendar, by priority.</param>
public sealed record ContractProductDocument(int Id, string Name, CriticalityClass? Criticality, IReadOnlyDictionary<Priority, Target> Targets);

/// <summary>A contract, whole.</summary>
/// <param name="Price">For each month.</param>
/// <param name="Surcharge">For each hour beyond those included.</param>
/// <param name="CaseSurcharge">For each case beyond those included.</param>
public sealed record ContractDocument(
    int Id, string Number, ContractPhase Phase, int CustomerId, string Customer, string Plan, int PlanVersion, string Calendar, DateOnly From, DateOnly Until, DateOnly? TerminatedOn,
    decimal? IncludedHours, int? IncludedCases, IncludedPer IncludedPer, Money Price, Money Surcharge, Money CaseSurcharge, decimal? AvailabilityPercent,
    IReadOnlyList<string> OurCommitments, IReadOnlyList<string> TheirCommitments, IReadOnlyList<ContractProductDocument> Products, DateTimeOffset? SignedAt, string? SignedBy, string? QuoteNumber, int? SucceedsId);

/// <summary>What was used in one period of a contract.</summary>
/// <param name="Amount">What lies beyond what is included costs so much.</param>
public sealed record ConsumptionDocument(
    DateOnly From, DateOnly Until, int UsedMinutes, decimal? IncludedHours, int? HoursPercent, int ExtraMinutes, int UsedCases, int? IncludedCases, int? CasesPercent, int ExtraCases, Money Amount)
{
    /// <summary>Of the used minutes, those spent after the contract's last day: they count in its last period.</summary>
    public int LaterMinutes { get; init; }
}

/// <summary><c>GET /api/v1/contracts</c>, one of them, and what was used of it.</summary>
internal static class ContractsApi
{
    public static void MapContractsApi(this IEndpointRouteBuilder routes)
    {
        ForPrograms(routes.MapGet(DeskUrls.ApiContracts, ListAsync), "ListContracts", "Contracts, those that end first before the others.")
            .WithDescription($"At most {ReadContracts.Most}. Each with what is used of its included hours and cases in the period of today.").Produces<ContractItems>().ProducesValidationProblem();
        ForPrograms(routes.MapGet(DeskUrls.ApiContract, ReadAsync), "GetContract", "One contract, with what it promises for each product.").Produces<ContractDocument>().Refuses(StatusCodes.Status404NotFound);
        ForPrograms(routes.MapGet(DeskUrls.ApiContractConsumption, UsedAsync), "GetContractConsumption", "What was used of a contract in the period of a day.")
            .Produces<ConsumptionDocument>().Refuses(StatusCodes.Status404NotFound).ProducesValidationProblem();
    }

    private static async Task<Results<Ok<ContractItems>, ValidationProblem>> ListAsync(
        [FromQuery, Description("running (unless said: signed and not over), draft, ending (within 60 days), over or all.")] string? scope,
        [FromQuery, Description("Number of the customer.")] string? customer,
        [FromQuery, Description("A part of the contract's number or of the customer's name.")] string? q,
        ReadContracts contracts, IStringLocalizer<ContractTexts> texts, CancellationToken cancel)
    {
        var errors = new Dictionary<string, string[]>();
        var which = ContractScope.Running;
        if (!string.IsNullOrEmpty(scope) && !(Enum.TryParse(scope, ignoreCase: true, out which) && Enum.IsDefined(which) && !char.IsAsciiDigit(scope[0]))) errors["scope"] = [texts["Api.Scope"]];
        int? of = null;
        if (!string.IsNullOrEmpty(customer))
        {
            if (int.TryParse(customer, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) of = number;
            else errors["customer"] = [texts["Api.Number"]];
        }

        if (q?.Length > 80) errors["q"] = [texts["Api.TooLong", 80]];
        if (errors.Count > 0) return TypedResults.ValidationProblem(errors);
        var list = await contracts.RunAsync(which, of, q, cancel);
        return TypedResults.Ok(new ContractItems([.. list.Rows.Select(row => new ContractItem(
            row.Id, row.Number, row.CustomerId, row.Customer, row.Plan, row.PlanVersion, row.Products, row.From, row.Until, row.Phase, row.Now?.HoursPercent, row.Now?.CasesPercent))]));
    }

    private static async Task<Results<Ok<ContractDocument>, ProblemHttpResult>> ReadAsync(int id, ReadContract contracts, ContractWords words, CancellationToken cancel)
    {
        if (await contracts.RunAsync(id, null, cancel) is not { } sight) return Unknown(words);
        var (contract, plan) = (sight.Contract, sight.Contract.Plan!.Definition);
        return TypedResults.Ok(new ContractDocument(
            contract.Id, contract.Number, contract.PhaseOn(sight.Today), contract.CustomerId, contract.Customer!.Name, plan.Name, contract.Plan!.Version, sight.Calendar, contract.From, contract.Until, contract.TerminatedOn,
            contract.IncludedHours, contract.IncludedCases, contract.IncludedPer, contract.Price, contract.Surcharge, contract.CaseSurcharge, plan.AvailabilityPercent,
            plan.OurCommitments, plan.TheirCommitments,
            [.. sight.Products.Select(product => new ContractProductDocument(product.Id, product.Name, product.Criticality, plan.TargetsFor(product.Criticality)))],
            contract.SignedAt, contract.SignedBy, contract.QuoteNumber, contract.SucceedsId));
    }

    private static async Task<Results<Ok<ConsumptionDocument>, ProblemHttpResult, ValidationProblem>> UsedAsync(
        int id, [FromQuery, Description("A day of the period, yyyy-MM-dd; today unless said.")] string? on, ReadContract contracts, ContractWords words, IStringLocalizer<ContractTexts> texts, CancellationToken cancel)
    {
        DateOnly? day = null;
        if (!string.IsNullOrEmpty(on))
        {
            if (!DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var said))
                return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["on"] = [texts["Api.Day"]] });
            day = said;
        }

        if (await contracts.RunAsync(id, day, cancel) is not { } sight) return Unknown(words);
        var used = sight.Shown;
        return TypedResults.Ok(new ConsumptionDocument(
            used.Span.From, used.Span.Until, used.UsedMinutes, used.IncludedHours, used.HoursPercent, used.ExtraMinutes, used.UsedCases, used.IncludedCases, used.CasesPercent, used.ExtraCases, used.Amount)
        {
            LaterMinutes = used.LaterMinutes,
        });
    }

    private static ProblemHttpResult Unknown(ContractWords words) => TypedResults.Problem(words.Say(ContractProblemCode.ContractUnknown), statusCode: StatusCodes.Status404NotFound);
}
