using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Pricing;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.RuleChanges;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.DemoDesks;

/// <summary>A price model and three quotes: one that waits, one that became a contract, one that ran out.</summary>
public sealed class DemoQuotes(DeskWriter writer, SignContract contracts, SlaShelf shelf, TimeProvider clock) : IDemoPart
{
    private const int Shared = 6;

    /// <summary>Customers before it have a contract already.</summary>
    private const int First = 4;

    public async Task AddAsync(CancellationToken cancel)
    {
        var book = await shelf.BookAsync();
        await writer.RunAsync(db => AddAsync(db, book, clock.GetUtcNow(), cancel), cancel);
    }

    private async Task<bool> AddAsync(DeskDb db, SlaBook book, DateTimeOffset now, CancellationToken cancel)
    {
        var staff = await db.Staff.AsNoTracking().OrderBy(member => member.Id).ToListAsync(cancel);
        var lead = Actor.Staff(staff.First(member => member.Role == Role.Lead));
        var customers = await db.Customers.AsNoTracking().OrderBy(customer => customer.Id).Skip(First).Take(2).ToListAsync(cancel);
        var products = await db.Products.AsNoTracking().OrderBy(product => product.Id).Take(1).ToListAsync(cancel);
        var plans = (await db.SupportPlans.AsNoTracking().Where(plan => plan.IsCurrent).OrderBy(plan => plan.Id).ToListAsync(cancel)).FindAll(plan => !plan.Definition.IsRetired);
        var version = new PriceModelVersion { Model = PriceModel.Usual.With(PriceParameter.CaseMinutes, 30).With(PriceParameter.PenaltyShare, 15), MadeAt = now.AddDays(-90), MadeBy = staff.First(member => member.Role == Role.Admin).Name };
        db.PriceModels.Add(version);
        await db.SaveChangesAsync(cancel);
        if (customers.Count < 2 || products.Count == 0 || plans.Count == 0) return false;

        var sequences = new Dictionary<int, int>();
        var expired = Make(customers[1].Id, customers[1].Name, 120, 70, 30);
        var accepted = Make(customers[0].Id, customers[0].Name, 900, 20, 60);
        var sent = Make(null, "Fundación Semillas del Sur", 250, 4, 40);
        db.Quotes.AddRange(expired, accepted, sent);
        var chosen = accepted.Content.Sheets.Count - 1;
        var today = book.DateOf(now);
        var drafted = await contracts.DraftAsync(db, accepted.Draft(chosen, customers[0].Id, accepted.Content.Sheets[chosen].Offer.PlanId!.Value, [.. accepted.Content.Platforms.Select(platform => platform.Id)], today.AddDays(1), today.AddYears(1)), lead, cancel);
        if (drafted.Contract is { } contract) accepted.Accept(chosen, contract.Id, lead, today, now.AddDays(-1));
        return true;

        Quote Make(int? customer, string name, int users, int daysAgo, int validDays)
        {
            var made = now.AddDays(-daysAgo);
            var on = book.DateOf(made);
            var factors = PriceFactors.Begin(version.Model).With(PriceFactor.Users, users).With(PriceFactor.Cases, users / 5).With(PriceFactor.SharedBy, Shared).With(PriceFactor.Hardware, 600_000).With(PriceFactor.Software, 900_000).With(PriceFactor.Competitors, 2);
            var offers = plans.Select(plan => new PriceOffer(
                plan.Id, plan.Definition.Name, book.CurrentCalendar(plan.Definition.CalendarKey) is { } calendar ? CoverHours.Of(calendar.Definition) : null,
                plan.Definition.Targets.Values.Min(target => target.FirstResponseMinutes), plan.Definition.AvailabilityPercent)).Where(offer => offer.Cover is not null).Take(PriceOffer.Most);
            var quote = new Quote
            {
                Year = on.Year,
                Sequence = sequences[on.Year] = sequences.GetValueOrDefault(on.Year) + 1,
                CustomerId = customer,
                For = name,
                ValidUntil = on.AddDays(validDays),
                Content = new(version.Id, version.Model, on.Year, factors, [.. offers.Select(offer => PriceWorking.Of(version.Model, factors, offer, on.Year))]) { Platforms = [new(products[0].Id, products[0].Name, products[0].Criticality)] },
                MadeAt = made,
                MadeBy = lead.Name,
            };
            quote.Send(on, made.AddHours(2));
            return quote;
        }
    }
}
