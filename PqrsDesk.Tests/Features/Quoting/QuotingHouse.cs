using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Pricing;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;

namespace PqrsDesk.Features.Quoting;

/// <summary>A house with levels to offer, a platform and a customer.</summary>
internal static class QuotingHouse
{
    public const string Essential = "Esencial";
    public const string Extended = "Extendido";
    public const string Around = "Día y noche";

    public static readonly Actor Lead = Samples.Someone(Role.Lead, name: "Lía Torres");

    public static Task<SupportPlan> OfferAsync(this AnyDesk desk, string name, string calendar = "office", int response = 120, decimal? availability = null) => desk.AddAsync(new SupportPlan
    {
        Key = name.ToLowerInvariant().Replace(' ', '-'),
        Version = 1,
        IsCurrent = true,
        Definition = new(name, calendar, new Dictionary<Priority, Target>
        {
            [Priority.High] = new(response, response * 8),
            [Priority.Medium] = new(response * 2, response * 16),
            [Priority.Low] = new(response * 4, response * 32),
        })
        { AvailabilityPercent = availability, PercentByClass = new Dictionary<CriticalityClass, int> { [CriticalityClass.Critical] = 50 } },
    });

    /// <returns>The three, from the mildest on.</returns>
    public static async Task<List<int>> OfferThreeAsync(this AnyDesk desk) =>
    [
        (await desk.OfferAsync(Essential)).Id,
        (await desk.OfferAsync(Extended, response: 60, availability: 99)).Id,
        (await desk.OfferAsync(Around, "always", 15, 99.9m)).Id,
    ];

    public static Task<Product> ServeAsync(this AnyDesk desk, string name = "Portal de pagos", CriticalityClass? criticality = null) =>
        desk.AddAsync(new Product { Name = name, Kind = ProductKind.Platform, Criticality = criticality });

    public static Task<Customer> WinAsync(this AnyDesk desk, string name = "Aguas del Valle") => desk.WinCustomerAsync(ServiceLevel.Standard, name);

    public static async Task<int> QuoteAsync(this AnyDesk desk, string whom, IReadOnlyList<int> plans, IReadOnlyList<int>? platforms = null, PriceFactors? factors = null)
    {
        var outcome = await desk.Get<KeepQuotes>().SaveAsync(new(whom, factors ?? new(), plans, platforms ?? [], null, null), null, null, Lead, CancellationToken.None);
        return outcome.QuoteId ?? throw new InvalidOperationException(string.Join(", ", outcome.Problems));
    }

    public static async Task<QuoteSight> SightAsync(this AnyDesk desk, int quote) => (await desk.Get<ReadQuotes>().OneAsync(quote, CancellationToken.None))!;
}
