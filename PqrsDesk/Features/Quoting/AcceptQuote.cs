using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Pricing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.RuleChanges;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Quoting;

/// <summary>An accepted quote becomes a contract, drafted in the same transaction: both, or neither.</summary>
public sealed class AcceptQuote(DeskWriter writer, SignContract contracts, ContractWords words, SlaShelf shelf, TimeProvider clock)
{
    private const string PlatformsField = "Platforms";

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
                var (platforms, unfit) = await PlatformsAsync(db, quote, form, plan, cancel);
                if (unfit is not null) return unfit;
                var drafted = await contracts.DraftAsync(db, quote.Draft(form.Offer, customer, plan, platforms, from, until), by, cancel);
                if (drafted.Problem is { } refused) return new PriceProblem(PriceProblemCode.ContractRefused, null, words.Say(refused));
                return quote.Accept(form.Offer, drafted.Contract!.Id, by, now.On, now.At) is { } late ? late : QuoteOutcome.Done(id);
            }, cancel, outcome => outcome.Succeeded);
        }
        catch (DbUpdateConcurrencyException)
        {
            return PriceProblemCode.ChangedMeanwhile;
        }
    }

    /// <summary>Those that were quoted. Where none were, those that are named now: none of which may ask for shorter times than were priced.</summary>
    private static async Task<(IReadOnlyList<int> Platforms, PriceProblem? Problem)> PlatformsAsync(DeskDb db, Quote quote, AcceptForm form, int planId, CancellationToken cancel)
    {
        if (quote.Content.Platforms.Count > 0) return ([.. quote.Content.Platforms.Select(platform => platform.Id)], null);
        if (form.Platforms.Count == 0) return ([], new(PriceProblemCode.PlatformsMissing, PlatformsField));
        var named = await db.Products.Where(product => product.Active && form.Platforms.Contains(product.Id)).OrderBy(product => product.Name).Select(product => new PlatformChoice(product.Id, product.Name, product.Criticality)).ToListAsync(cancel);
        if (named.Count < form.Platforms.Count || named.Count > QuoteContent.MostPlatforms) return ([], new(PriceProblemCode.PlatformUnknown, PlatformsField));
        if (await db.SupportPlans.AsNoTracking().SingleOrDefaultAsync(each => each.Id == planId, cancel) is not { } plan) return ([], PriceProblemCode.PlanUnknown);
        return named.Find(platform => plan.Definition.PercentFor(platform.Class) < plan.Definition.PercentFor(null)) is { } dearer
            ? ([], new(PriceProblemCode.PlatformDearer, PlatformsField, dearer.Name))
            : ([.. named.Select(platform => platform.Id)], null);
    }
}
