using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Pricing;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Quoting;

/// <summary>One quote: what it says, where it stands, and what can be done with it.</summary>
public sealed partial class QuotePage(ReadQuotes read, ReadQuoter quoter, KeepQuotes keep, AcceptQuote accept, QuotingWords words, IStringLocalizer<QuotingTexts> texts, IStringLocalizer<UiTexts> ui, NavigationManager navigation)
{
    private Actor? actor;
    private QuoteSight? sight;
    private string? refusal;
    private string? dialogError;
    private bool rejecting;
    private bool accepting;
    private IReadOnlyList<PlatformChoice> platforms = [];
    private string why = "";
    private int shown;

    [Parameter]
    public int Numero { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = default!;

    private Quote quote => sight!.Quote;

    private IStringLocalizer<QuotingTexts> Texts => texts;

    private QuotingWords Words => words;

    private bool MayKeep => actor?.Is(KeepQuotes.Needs) == true;

    private bool MaySeeCost => actor?.Is(KeepQuotes.SeesCost) == true;

    protected override async Task OnParametersSetAsync()
    {
        actor ??= (await SignedIn).User.ToActor();
        await ReadAsync();
        if (sight is null) navigation.NotFound();
    }

    private async Task ReadAsync()
    {
        sight = await read.OneAsync(Numero, CancellationToken.None);
        shown = Math.Min(sight?.Quote.Chosen ?? shown, (sight?.Quote.Content.Sheets.Count ?? 1) - 1);
    }

    private Task SendAsync() => DoAsync(keep.SendAsync(quote.Id, actor!, CancellationToken.None));

    private async Task ReviseAsync()
    {
        var outcome = await keep.ReviseAsync(quote.Id, actor!, CancellationToken.None);
        if (outcome.QuoteId is { } next) navigation.NavigateTo(DeskUrls.QuoterOf(next));
        else await DoAsync(Task.FromResult(outcome));
    }

    private async Task RejectAsync()
    {
        var outcome = await keep.RejectAsync(quote.Id, why, actor!, CancellationToken.None);
        (rejecting, dialogError) = (!outcome.Succeeded, Said(outcome));
        if (outcome.Succeeded) await ReadAsync();
    }

    private async Task BeginAcceptingAsync()
    {
        if (quote.Content.Platforms.Count == 0) platforms = await quoter.PlatformsAsync(CancellationToken.None);
        (accepting, dialogError) = (true, null);
    }

    private async Task AcceptAsync(AcceptForm form)
    {
        var outcome = await accept.RunAsync(quote.Id, form, actor!, CancellationToken.None);
        (accepting, dialogError) = (!outcome.Succeeded, Said(outcome));
        if (outcome.Succeeded) await ReadAsync();
    }

    private async Task DoAsync(Task<QuoteOutcome> done)
    {
        refusal = Said(await done);
        await ReadAsync();
    }

    private string? Said(QuoteOutcome outcome) => outcome.Succeeded ? null : string.Join(' ', outcome.Problems.Select(words.Say));

    private string ModelName(int version) => version == 0 ? texts["Model.Shipped"] : texts["Model.Version", version];

    private string Day(DateOnly day) => day.ToString(ui["Instant.Date"], CultureInfo.CurrentCulture);
}
