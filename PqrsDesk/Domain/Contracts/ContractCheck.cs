using System.Globalization;
using PqrsDesk.Domain.Pricing;

namespace PqrsDesk.Domain.Contracts;

/// <summary>What a draft is held against.</summary>
/// <param name="Customer">Whether its customer is there.</param>
/// <param name="Products">Names of those of its products that are there, by their numbers.</param>
/// <param name="Plan">The version that it names; null: there is none.</param>
/// <param name="PlanOnOffer">Whether new contracts may have it.</param>
/// <param name="Calendar">Whether the plan's calendar is there.</param>
/// <param name="NumberTaken">Whether another contract has its number.</param>
/// <param name="Others">The customer's other contracts that were signed.</param>
public sealed record ContractFacts(
    bool Customer, IReadOnlyDictionary<int, string> Products, SupportPlan? Plan, bool PlanOnOffer, bool Calendar, bool NumberTaken, IReadOnlyList<ContractSpan> Others);

/// <summary>Holds what a contract is to say to what can be agreed.</summary>
public static class ContractCheck
{
    public const decimal MostHours = 100_000;
    public const int MostCases = 1_000_000;
    public const decimal MostMoney = 1_000_000_000_000;
    public const int MostYears = 30;
    public const int MostProducts = 200;
    public const int MostReminders = 6;
    public const int MostReminderDays = 366;

    /// <param name="draft">As <see cref="ContractDraft.Tidy"/> leaves it.</param>
    /// <returns>Null when it can be saved.</returns>
    public static ContractProblem? Refuse(this ContractDraft draft, ContractFacts facts) =>
        Number(draft, facts) ?? Parties(draft, facts) ?? Dates(draft) ?? Included(draft) ?? Amounts(draft) ?? Rest(draft) ?? Overlap(draft, facts);

    private static ContractProblem? Number(ContractDraft draft, ContractFacts facts) =>
        draft.Number is not { } number ? null
        : number.Length > Contract.NumberLimit ? new(ContractProblemCode.NumberTooLong, "number", Text(Contract.NumberLimit))
        : facts.NumberTaken ? new(ContractProblemCode.NumberTaken, "number", number)
        : null;

    private static ContractProblem? Parties(ContractDraft draft, ContractFacts facts) =>
        !facts.Customer ? new(ContractProblemCode.CustomerUnknown, "customerId")
        : draft.Products.Count == 0 ? new(ContractProblemCode.ProductMissing, "products")
        : draft.Products.Count > MostProducts ? new(ContractProblemCode.TooManyProducts, "products", Text(MostProducts))
        : draft.Products.Any(product => !facts.Products.ContainsKey(product)) ? new(ContractProblemCode.ProductUnknown, "products")
        : facts.Plan is not { } plan ? new(ContractProblemCode.PlanUnknown, "planId")
        : !facts.PlanOnOffer ? new(ContractProblemCode.PlanRetired, "planId", plan.Definition.Name)
        : !facts.Calendar ? new ContractProblem(ContractProblemCode.CalendarMissing, "planId", plan.Definition.Name)
        : null;

    private static ContractProblem? Dates(ContractDraft draft) =>
        draft.From == default ? new(ContractProblemCode.DateMissing, "from")
        : draft.Until == default ? new(ContractProblemCode.DateMissing, "until")
        : draft.Until < draft.From ? new(ContractProblemCode.EndBeforeStart, "until")
        : draft.Until.Year - draft.From.Year > MostYears ? new ContractProblem(ContractProblemCode.TooLong, "until", Text(MostYears))
        : null;

    private static ContractProblem? Included(ContractDraft draft) =>
        draft.IncludedHours is < 0 or > MostHours ? new(ContractProblemCode.HoursWrong, "includedHours", Text((int)MostHours))
        : draft.IncludedCases is < 0 or > MostCases ? new(ContractProblemCode.CasesWrong, "includedCases", Text(MostCases))
        : !Enum.IsDefined(draft.IncludedPer) ? new ContractProblem(ContractProblemCode.PeriodUnknown, "includedPer")
        : null;

    private static ContractProblem? Amounts(ContractDraft draft)
    {
        var surcharge = draft.CaseSurcharge ?? draft.Price with { Amount = 0 };
        return Amount(draft.Price, "price") ?? Amount(draft.Surcharge, "surcharge") ?? Amount(surcharge, "caseSurcharge")
            ?? (draft.Surcharge.Currency != draft.Price.Currency ? new(ContractProblemCode.CurrenciesDiffer, "surcharge", draft.Price.Currency)
            : surcharge.Currency != draft.Price.Currency ? new ContractProblem(ContractProblemCode.CurrenciesDiffer, "caseSurcharge", draft.Price.Currency)
            : null);
    }

    private static ContractProblem? Amount(Money money, string field) =>
        money.Currency is not { Length: Money.CurrencyLimit } currency || !currency.All(char.IsAsciiLetterUpper) ? new(ContractProblemCode.CurrencyUnknown, field, money.Currency)
        : money.IsNegative ? new(ContractProblemCode.MoneyNegative, field)
        : money.Amount > MostMoney ? new(ContractProblemCode.MoneyTooLarge, field)
        : money.IsTooFine ? new ContractProblem(ContractProblemCode.MoneyTooFine, field, money.Currency)
        : null;

    private static ContractProblem? Rest(ContractDraft draft) =>
        draft.Notes?.Length > Contract.NotesLimit ? new(ContractProblemCode.NotesTooLong, "notes", Text(Contract.NotesLimit))
        : draft.ReminderDays.Count > MostReminders || draft.ReminderDays.Any(days => days is < 1 or > MostReminderDays)
            ? new ContractProblem(ContractProblemCode.RemindersWrong, "reminderDays", Text(MostReminderDays))
        : null;

    private static ContractProblem? Overlap(ContractDraft draft, ContractFacts facts) =>
        ContractOverlap.Of(new(draft.Number ?? "", draft.Products, draft.From, draft.Until), facts.Others) is { } overlap
            ? new(ContractProblemCode.Overlaps, "from", null, overlap with { Product = facts.Products[overlap.ProductId] })
            : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
