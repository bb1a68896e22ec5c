using PqrsDesk.Domain.Pricing;

namespace PqrsDesk.Domain.Contracts;

/// <summary>What is agreed when an offer of a quote is accepted.</summary>
public static class QuotedContract
{
    /// <summary>What was priced is what is agreed: the plan, the price, and the work that it counted on.</summary>
    /// <param name="offer">Of the quote's sheets, from 0.</param>
    /// <param name="plan">The version of the plan that was priced.</param>
    /// <param name="platforms">Those that were quoted, or, where none were, those that were named when it was accepted.</param>
    public static ContractDraft Draft(this Quote quote, int offer, int customer, int plan, IReadOnlyList<int> platforms, DateOnly from, DateOnly until)
    {
        var sheet = quote.Content.Sheets[offer];
        var factors = quote.Content.Factors;
        return new ContractDraft
        {
            CustomerId = customer,
            PlanId = plan,
            Products = platforms,
            From = from,
            Until = until,
            IncludedHours = Math.Max(0.01m, Math.Round(sheet[PriceLineCode.WorkHours], 2, MidpointRounding.AwayFromZero)),
            IncludedCases = factors[PriceFactor.Cases] >= 1 ? (int)Math.Ceiling(factors[PriceFactor.Cases]) : null,
            Price = sheet.Price,

            // An hour beyond those is sold as the first ones are: at its cost and the margin.
            Surcharge = new Money(sheet[PriceLineCode.HourCost] / (1 - (factors[PriceFactor.Margin] / 100)), sheet.Currency).Round(),
            Notes = quote.Content.Note is { } note ? note[..Math.Min(note.Length, Contract.NotesLimit)] : null,
            QuoteNumber = quote.Number,
        };
    }
}
