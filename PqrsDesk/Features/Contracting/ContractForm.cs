using System.Globalization;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Pricing;

namespace PqrsDesk.Features.Contracting;

/// <summary>A contract as it is typed.</summary>
public sealed class ContractForm
{
    public const int RemindersLimit = 40;

    public string Number { get; set; } = "";
    public int CustomerId { get; set; }
    public HashSet<int> Products { get; } = [];
    public int PlanId { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? Until { get; set; }
    public decimal? Hours { get; set; }
    public int? Cases { get; set; }
    public IncludedPer Per { get; set; } = IncludedPer.Month;
    public decimal? Price { get; set; }
    public decimal? Surcharge { get; set; }
    public decimal? CaseSurcharge { get; set; }
    public string Currency { get; set; } = Money.Peso;
    public string Reminders { get; set; } = Text(Contract.UsualReminders);
    public string Notes { get; set; } = "";
    public int? SucceedsId { get; set; }
    public string? QuoteNumber { get; set; }

    public static ContractForm Of(ContractDraft draft)
    {
        var form = new ContractForm
        {
            Number = draft.Number ?? "",
            CustomerId = draft.CustomerId,
            PlanId = draft.PlanId,
            From = draft.From,
            Until = draft.Until,
            Hours = draft.IncludedHours,
            Cases = draft.IncludedCases,
            Per = draft.IncludedPer,
            Price = draft.Price.Amount,
            Surcharge = draft.Surcharge.Amount,
            CaseSurcharge = draft.CaseSurcharge?.Amount,
            Currency = draft.Price.Currency,
            Reminders = Text(draft.ReminderDays),
            Notes = draft.Notes ?? "",
            SucceedsId = draft.SucceedsId,
            QuoteNumber = draft.QuoteNumber,
        };
        form.Products.UnionWith(draft.Products);
        return form;
    }

    /// <summary>What was left out is said beside its field; the rest is the check's affair.</summary>
    public (ContractDraft? Draft, ContractProblem? Problem) Read()
    {
        if (From is not { } from) return (null, new(ContractProblemCode.DateMissing, "from"));
        if (Until is not { } until) return (null, new(ContractProblemCode.DateMissing, "until"));
        if (Price is not { } price) return (null, new(ContractProblemCode.MoneyMissing, "price"));
        var currency = (Currency ?? "").Trim().ToUpperInvariant();
        return (new()
        {
            Number = Number,
            CustomerId = CustomerId,
            Products = [.. Products],
            PlanId = PlanId,
            From = from,
            Until = until,
            IncludedHours = Hours,
            IncludedCases = Cases,
            IncludedPer = Per,
            Price = new(price, currency),
            Surcharge = new(Surcharge ?? 0, currency),
            CaseSurcharge = new(CaseSurcharge ?? 0, currency),
            Notes = Notes,
            SucceedsId = SucceedsId,
            QuoteNumber = QuoteNumber,
            ReminderDays = ReadReminders(),
        }, null);
    }

    /// <summary>What is no number counts as 0, which the check refuses.</summary>
    private IReadOnlyList<int> ReadReminders() =>
    [
        .. (Reminders ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : 0),
    ];

    private static string Text(IEnumerable<int> days) => string.Join(", ", days.Select(day => day.ToString(CultureInfo.InvariantCulture)));
}
