using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Pricing;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Quoting;

public sealed class KeepPriceModelTests
{
    private static readonly Actor Admin = Samples.Someone(Role.Admin);

    [SkippableTheory, Engines]
    public async Task Versions_are_kept_and_each_quote_keeps_its_own(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var plan = (await desk.OfferAsync(QuotingHouse.Essential)).Id;
        var keep = desk.Get<KeepPriceModel>();
        var old = await desk.QuoteAsync("Un interesado", [plan]);
        Assert.Equal(0, (await keep.ReadAsync(CancellationToken.None)).Version);

        var dearer = PriceModel.Usual.With(PriceParameter.CaseMinutes, 500);
        Assert.Equal(PriceProblemCode.NotAllowed, Assert.Single(await keep.SaveAsync(dearer, 0, Samples.Someone(Role.Manager), CancellationToken.None)).Code);
        Assert.Equal(PriceProblemCode.NothingChanged, Assert.Single(await keep.SaveAsync(PriceModel.Usual.With(PriceParameter.CaseMinutes, 25), 0, Admin, CancellationToken.None)).Code);
        Assert.Equal("Model.Margin", Assert.Single(await keep.SaveAsync(dearer.With(PriceParameter.Margin, 100), 0, Admin, CancellationToken.None)).Field);
        Assert.Empty(await keep.SaveAsync(dearer, 0, Admin, CancellationToken.None));
        Assert.Equal(PriceProblemCode.ChangedMeanwhile, Assert.Single(await keep.SaveAsync(dearer.With(PriceParameter.Margin, 20), 0, Admin, CancellationToken.None)).Code);

        var sight = await keep.ReadAsync(CancellationToken.None);
        Assert.Equal((500m, 1), (sight.Model[PriceParameter.CaseMinutes], sight.History.Count));
        var made = (await desk.SightAsync(await desk.QuoteAsync("Un interesado", [plan]))).Quote.Content;
        var before = await desk.SightAsync(old);
        Assert.Equal((0, sight.Version, sight.Version), (before.Quote.Content.ModelVersion, before.NewestModel, made.ModelVersion));
        Assert.True(made.Sheets[0].Price.Amount > before.Quote.Content.Sheets[0].Price.Amount);

        // Changed on its own version it costs what it did; on the new one what that says.
        await desk.Get<KeepQuotes>().SaveAsync(new("Un interesado", new(), [plan], [], null, null, 0), old, null, QuotingHouse.Lead, CancellationToken.None);
        Assert.Equal(before.Quote.PriceFrom, (await desk.SightAsync(old)).Quote.PriceFrom);
        await desk.Get<KeepQuotes>().SaveAsync(new("Un interesado", new(), [plan], [], null, null), old, null, QuotingHouse.Lead, CancellationToken.None);
        Assert.Equal((made.Sheets[0].Price.Amount, sight.Version), ((await desk.SightAsync(old)).Quote.PriceFrom, (await desk.SightAsync(old)).Quote.Content.ModelVersion));
    }
}
