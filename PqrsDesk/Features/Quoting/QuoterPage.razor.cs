using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Pricing;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Quoting;

/// <summary>Prices a service at up to four levels while it is typed, and keeps it as a quote.</summary>
public sealed partial class QuoterPage(ReadQuoter read, ReadPast past, ReadQuotes quotes, KeepQuotes keep, QuotingWords words, IStringLocalizer<QuotingTexts> texts, NavigationManager navigation)
{
    private readonly Dictionary<int, PastCompliance?> like = [];
    private readonly HashSet<PriceFactor> filled = [];
    private Actor? actor;
    private QuoterDesk? desk;
    private QuoterForm? form;
    private Quote? quote;
    private int modelVersion;
    private PriceModel model = PriceModel.Usual;
    private CustomerPast? customer;

    /// <summary>What is typed, and what of it is asked otherwise by the sliders.</summary>
    private PriceFactors factors = new();
    private IReadOnlyDictionary<PriceFactor, decimal> asked = new Dictionary<PriceFactor, decimal>();
    private PriceFactors priced = new();
    private IReadOnlyList<PriceSheet> basis = [];
    private IReadOnlyList<PriceSheet> sheets = [];
    private IReadOnlyList<PriceProblem> problems = [];
    private IReadOnlyList<PriceProblem> refused = [];
    private string? refusal;
    private int shown;
    private WhatIfPanel? whatIf;

    /// <summary>A draft that is changed.</summary>
    [SupplyParameterFromQuery(Name = DeskUrls.QuoteParameter)]
    private string? Asked { get; set; }

    /// <summary>A customer whom it is for.</summary>
    [SupplyParameterFromQuery(Name = DeskUrls.QuotedParameter)]
    private string? Whom { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = default!;

    private IStringLocalizer<QuotingTexts> Texts => texts;

    private QuotingWords Words => words;

    private string Currency => model.Currency;

    private int Shown => Math.Min(shown, sheets.Count - 1);

    private bool IsOld => quote is not null && modelVersion != desk!.ModelVersion;

    private string ForHelp => customer is null
        ? texts["For.Help"]
        : texts[customer.CasesPerMonth is null ? "For.Known" : customer.Alike ? "For.Alike" : "For.Past", customer.Users, customer.CasesPerMonth ?? 0];

    private IEnumerable<string> OfferErrors => Said().Where(wrong => wrong.Field?.StartsWith("Offer", StringComparison.Ordinal) == true).Select(words.Say);

    protected override async Task OnInitializedAsync()
    {
        actor = (await SignedIn).User.ToActor();
        var known = await read.RunAsync(CancellationToken.None);
        (modelVersion, model) = (known.ModelVersion, known.Model);
        if (DeskUrls.WholeNumber(Asked) is { } id && await quotes.OneAsync(id, CancellationToken.None) is { Quote: var named })
        {
            if (named.State != QuoteState.Draft)
            {
                // Somebody sent it meanwhile: it is read, and revised, on its own page.
                navigation.NavigateTo(DeskUrls.QuoteOf(id));
                return;
            }

            quote = named;
            (modelVersion, model) = (named.Content.ModelVersion, named.Content.Model);
        }

        form = quote is null ? QuoterForm.Begin(known) : QuoterForm.Of(quote, known);
        if (quote is null && Whom is { Length: > 0 } name) form.For = Domain.Tickets.Texts.Cut(name, Quote.NameLimit);
        foreach (var plan in known.Plans.Where(plan => form.Plans.Contains(plan.Id))) await LikeAsync(plan);
        desk = known;
        if (form.For.Length > 0) await KnowAsync();
        Price();
    }

    /// <summary>What is known of the customer is filled in where nobody wrote anything else.</summary>
    private async Task KnowAsync()
    {
        customer = string.IsNullOrWhiteSpace(form!.For) ? null : await past.OfCustomerAsync(form.For, CancellationToken.None);
        if (quote is null)
        {
            Fill(PriceFactor.Users, customer?.Users);
            Fill(PriceFactor.Cases, customer?.CasesPerMonth);
        }

        Price();
    }

    private void Fill(PriceFactor factor, int? known)
    {
        var usual = Numbers.Write(PriceFactors.Begin(model)[factor]);
        if (form!.Values[factor] != usual && !filled.Contains(factor)) return;
        if (known is > 0) filled.Add(factor);
        else filled.Remove(factor);
        form.Values[factor] = known is > 0 ? known.Value.ToString(CultureInfo.InvariantCulture) : usual;
    }

    private void Toggle(PlatformChoice platform)
    {
        if (!form!.Platforms.Remove(platform.Id)) form.Platforms.Add(platform.Id);
        Price();
    }

    private async Task ToggleAsync(PlanChoice plan)
    {
        if (!form!.Plans.Remove(plan.Id)) form.Plans.Add(plan.Id);
        await LikeAsync(plan);
        Price();
    }

    private async Task LikeAsync(PlanChoice plan)
    {
        if (!like.ContainsKey(plan.Id)) like[plan.Id] = await past.OfPlanAsync(plan, CancellationToken.None);
    }

    private void Forget() => (refusal, refused) = (null, []);

    private void Price()
    {
        Forget();
        var (typed, unread) = form!.Read();
        factors = typed;
        basis = unread.Count > 0 ? [] : Sheets(typed, out problems);
        if (unread.Count > 0) problems = unread;
        Ask(basis.Count == 0 ? new Dictionary<PriceFactor, decimal>() : asked);
    }

    private void Ask(IReadOnlyDictionary<PriceFactor, decimal> otherwise)
    {
        asked = otherwise;
        priced = otherwise.Aggregate(factors, (all, each) => all.With(each.Key, each.Value));
        sheets = basis;
        if (basis.Count == 0) return;
        sheets = Sheets(priced, out problems);
    }

    /// <summary>The same level at what is typed; null: it had no price there.</summary>
    private PriceSheet? Before(PriceSheet sheet) => basis.FirstOrDefault(each => each.Offer.PlanId == sheet.Offer.PlanId);

    /// <summary>What the sliders say becomes what is typed.</summary>
    private void KeepAsked()
    {
        foreach (var (factor, value) in asked) form!.Values[factor] = Numbers.Write(value);
        asked = new Dictionary<PriceFactor, decimal>();
        Price();
    }

    private IReadOnlyList<PriceSheet> Sheets(PriceFactors of, out IReadOnlyList<PriceProblem> wrong)
    {
        var plans = form!.Plans.Select(id => desk!.Plans.First(plan => plan.Id == id)).ToList();
        (var found, wrong) = PriceCheck.Price(model, of, [.. plans.Select(plan => plan.Offer(desk!.ClassOf(form.Platforms)))], desk!.Year, at => like.GetValueOrDefault(plans[at].Id));
        return found;
    }

    private void Renew()
    {
        (modelVersion, model) = (desk!.ModelVersion, desk.Model);
        Price();
    }

    private async Task SaveAsync()
    {
        Forget();
        var outcome = await keep.SaveAsync(
            new(form!.For, priced, form.Plans, [.. form.Platforms], form.ValidUntil, form.Note, modelVersion), quote?.Id, quote?.Version, actor!, CancellationToken.None);
        if (outcome.QuoteId is { } id)
        {
            navigation.NavigateTo(DeskUrls.QuoteOf(id));
            return;
        }

        refused = outcome.Problems;
        refusal = string.Join(' ', refused.Select(words.Say).Distinct());
    }

    private IEnumerable<PriceProblem> Said() => problems.Concat(refused);

    private string? ErrorOf(string field) => Said().FirstOrDefault(wrong => wrong.Field == field) is { } found ? words.Say(found) : null;

    private string? Described(string field, string id) => ErrorOf(field) is null ? Field.HelpId(id) : $"{Field.HelpId(id)} {Field.ErrorId(id)}";

    private string ModelName(int version) => version == 0 ? texts["Model.Shipped"] : texts["Model.Version", version];

    private string Place(PriceProblem wrong) => wrong.Field switch
    {
        null => texts["Compare"],
        var field when field.StartsWith("Factor.", StringComparison.Ordinal) => texts[field],
        var field when field.StartsWith("Role", StringComparison.Ordinal) => texts["Roles"],
        var field when field.StartsWith("Offer", StringComparison.Ordinal) => texts["Plans"],
        _ => texts["Compare"],
    };

    private static string Plain(decimal value) => QuotingWords.Plain(value);
}
