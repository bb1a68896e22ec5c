using PqrsDesk.Domain.Pricing;

namespace PqrsDesk.Domain.Contracts;

/// <summary>What a contract is to say: typed into a form, or taken from an accepted quote.</summary>
public sealed record ContractDraft
{
    /// <summary>Null: the desk gives one.</summary>
    public string? Number { get; init; }
    public required int CustomerId { get; init; }

    /// <summary>Numbers of products, services and platforms.</summary>
    public required IReadOnlyList<int> Products { get; init; }

    /// <summary>The version of the plan, by its number.</summary>
    public required int PlanId { get; init; }

    /// <summary>Both days are part of it.</summary>
    public required DateOnly From { get; init; }
    public required DateOnly Until { get; init; }

    /// <summary>Null: hours are not counted.</summary>
    public decimal? IncludedHours { get; init; }

    /// <summary>Null: cases are not counted.</summary>
    public int? IncludedCases { get; init; }
    public IncludedPer IncludedPer { get; init; } = IncludedPer.Month;

    /// <summary>For each month.</summary>
    public required Money Price { get; init; }

    /// <summary>For each hour beyond those included.</summary>
    public required Money Surcharge { get; init; }

    /// <summary>For each case beyond those included; null: nothing, in the currency of the price.</summary>
    public Money? CaseSurcharge { get; init; }
    public string? Notes { get; init; }

    /// <summary>Of the quote that it comes from.</summary>
    public string? QuoteNumber { get; init; }

    /// <summary>The contract that it renews.</summary>
    public int? SucceedsId { get; init; }
    public IReadOnlyList<int> ReminderDays { get; init; } = Contract.UsualReminders;

    /// <summary>Texts without room around them, products once each, reminders falling, hours to the hundredth, halves up: as they are shown.</summary>
    public ContractDraft Tidy() => this with
    {
        Number = NullIfBlank(Number),
        Notes = NullIfBlank(Notes),
        QuoteNumber = NullIfBlank(QuoteNumber),
        Products = [.. Products.Distinct().Order()],
        ReminderDays = [.. ReminderDays.Distinct().OrderDescending()],
        IncludedHours = IncludedHours is { } hours ? Hundredths(hours) : null,
        CaseSurcharge = CaseSurcharge ?? Price with { Amount = 0 },
    };

    private static decimal Hundredths(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
