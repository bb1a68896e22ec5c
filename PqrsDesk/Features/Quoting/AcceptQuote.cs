using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Pricing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Quoting;

/// <summary>An accepted quote becomes a contract, drafted in the same transaction: both, or neither.</summary>
public sealed class AcceptQuote(DeskWriter writer, SignContract contracts, ContractWords words, SlaShelf shelf, TimeProvider clock)
{
    public async Task<QuoteOutcome> RunAsync(int id, AcceptForm form, Actor by, CancellationToken cancel)
    {
        if (!by.Is(KeepQuotes.Needs)) return PriceProblemCode.NotAllowed;
        if (form.From is not { } from || form.Until is not { } until) return PriceProblemCode.DatesMissing;
        var now = Moment.Of(clock.GetUtcNow(), (await shelf.BookAsync()).Zone, by);
        try
        {
            return await writer.RunAsync(async db =>
            {
                await KeepQuotes.LockAsync(db, cancel);
                if (await db.Quotes.FirstOrDefaultAsync(each => each.Id == id, cancel) is not { } quote) return PriceProblemCode.QuoteUnknown;
                if (await KeepQuotes.IsReplacedAsync(db, quote, cancel)) return PriceProblemCode.Replaced;
                if (quote.RefuseAcceptance(form.Offer, now.On) is { } wrong) return wrong;

                // Whoever was a prospect when it was made may have become a customer since.
                quote.CustomerId ??= await db.Customers.Where(each => each.Name == quote.For).Select(each => (int?)each.Id).FirstOrDefaultAsync(cancel);
                if (quote.CustomerId is not { } customer) return new PriceProblem(PriceProblemCode.CustomerNotKept, null, quote.For);
                if (quote.Content.Sheets[form.Offer].Offer.PlanId is not { } plan) return PriceProblemCode.PlanUnknown;
                var drafted = await contracts.DraftAsync(db, quote.Draft(form.Offer, customer, plan, from, until), by, cancel);
                if (drafted.Problem is { } refused) return new PriceProblem(PriceProblemCode.ContractRefused, null, words.Say(refused));
                return quote.Accept(form.Offer, drafted.Contract!.Id, by, now.On, now.At) is { } late ? late : QuoteOutcome.Done(id);
            }, cancel, outcome => outcome.Succeeded);
        }
        catch (DbUpdateConcurrencyException)
        {
            return PriceProblemCode.ChangedMeanwhile;
        }
    }
}
