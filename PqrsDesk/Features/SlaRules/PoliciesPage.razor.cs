using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Features.RuleChanges;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.SlaRules;

public sealed partial class PoliciesPage(ReadRules read, RunningChange changes, IStringLocalizer<SlaRulesTexts> texts, SlaWords words, NavigationManager navigation)
{
    /// <summary>Of hundreds, those of the list; the others are opened from their contract.</summary>
    private const int DerivedShown = 100;

    private Rules? rules;
    private Actor? actor;
    private string? shown;
    private SlaPolicy? current;
    private PolicyForm form = new();
    private (string Field, string Text)? wrong;
    private IReadOnlyList<VersionLine> history = [];
    private ChangeFlow? flow;

    [Parameter]
    public string? Clave { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = default!;

    private IStringLocalizer<SlaRulesTexts> Texts => texts;

    private bool MayChange => actor?.Is(Role.Admin) == true;

    /// <summary>What follows from a contract is changed with it.</summary>
    private bool MayEdit => MayChange && current?.Definition.ContractId is null;

    private bool IsNew => shown == DeskUrls.NewRule && MayChange;

    protected override async Task OnParametersSetAsync()
    {
        actor = (await SignedIn).User.ToActor();
        if (rules is null || Clave != shown) await LoadAsync();
    }

    private async Task LoadAsync()
    {
        rules = await read.RunAsync(CancellationToken.None);
        shown = Clave ?? rules.Book.General.Concat(rules.Book.Current).Select(terms => terms.Policy.Key).FirstOrDefault();
        current = shown is null ? null : rules.Book.CurrentTerms(shown)?.Policy;
        form = current is null
            ? new PolicyForm { CalendarKey = rules.Book.CurrentCalendars[0].Key }
            : PolicyForm.Of(current, rules.Book.Calendars.First(version => version.Id == current.CalendarVersionId).Key);
        history = VersionLine.Of(rules.Book.AllTerms.Select(terms => terms.Policy).Where(policy => policy.Key == shown), words);
        Touch();
    }

    private void Touch()
    {
        wrong = null;
        flow?.Forget();
    }

    private SlaEdit Draft() => form.Read(current?.Key ?? RuleKeys.ForPolicy(rules!.Book, form.Name), current?.Version ?? 0);

    private void Show(SlaProblem? problem) => wrong = problem?.Field is { } field ? (field, words.Say(problem)) : null;

    private async Task AppliedAsync(SlaEdit edit)
    {
        if (Clave == edit.Key || Clave is null) await LoadAsync();
        else navigation.NavigateTo(DeskUrls.SlaPolicyOf(edit.Key));
    }
}
