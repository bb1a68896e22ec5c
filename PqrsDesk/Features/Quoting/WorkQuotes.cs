using PqrsDesk.Domain.Pricing;

namespace PqrsDesk.Features.Quoting;

/// <summary>What is priced, with all that it takes.</summary>
public sealed record Worked(int ModelVersion, PriceModel Model, int Year, IReadOnlyList<PriceSheet> Sheets, IReadOnlyList<PriceProblem> Problems);

/// <summary>Prices a service at some plans by what the desk knows: the model that holds, and how like contracts were kept.</summary>
public sealed class WorkQuotes(ReadQuoter quoter, ReadPast past)
{
    /// <param name="kept">The version and the model of a quote that stays with it; null: the newest.</param>
    public async Task<(Worked Worked, QuoterDesk Desk)> RunAsync(PriceFactors factors, IReadOnlyList<int> plans, IReadOnlyList<int> platforms, QuoteContent? kept, CancellationToken cancel)
    {
        var desk = await quoter.RunAsync(cancel);
        var problems = new List<PriceProblem>();
        var chosen = new List<PlanChoice>();
        foreach (var id in plans.Distinct())
        {
            if (desk.Plans.FirstOrDefault(plan => plan.Id == id) is { } plan) chosen.Add(plan);
            else problems.Add(new(PriceProblemCode.PlanUnknown, "Offers"));
        }

        if (platforms.Count > QuoteContent.MostPlatforms || platforms.Except(desk.Platforms.Select(each => each.Id)).Any()) problems.Add(new(PriceProblemCode.PlatformUnknown, "Platforms"));
        var (version, model) = kept is null ? (desk.ModelVersion, desk.Model) : (kept.ModelVersion, kept.Model);
        var like = new List<PastCompliance?>();
        foreach (var plan in chosen.Take(PriceOffer.Most)) like.Add(await past.OfPlanAsync(plan, cancel));
        var (sheets, wrong) = PriceCheck.Price(model, factors, [.. chosen.Select(plan => plan.Offer(desk.ClassOf(platforms)))], desk.Year, at => like[at]);
        return (new(version, model, desk.Year, problems.Count > 0 ? [] : sheets, [.. problems, .. wrong]), desk);
    }
}
