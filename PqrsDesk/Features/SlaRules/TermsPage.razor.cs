using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.SlaRules;

/// <summary>The rules of law as dated rows: a correction is a new version, and cases keep the one they were promised.</summary>
public sealed partial class TermsPage(ReadLaw read, StoreLaw store, LegalProblemWords problems, IStringLocalizer<LegalTexts> texts, NavigationManager navigation)
{
    private Law? law;
    private Actor? actor;
    private string? shown;
    private LegalRule? current;
    private bool replaced;
    private LegalRuleForm form = new();
    private (string Field, string Text)? wrong;
    private IReadOnlyList<VersionLine> history = [];
    private string? refusal;
    private string? done;

    /// <summary>As <see cref="DeskUrls.SlaTermOf(string, int)"/> writes it.</summary>
    [Parameter]
    public string? Clave { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = default!;

    private IStringLocalizer<LegalTexts> Texts => texts;

    private bool MayChange => actor?.Is(Role.Admin) == true;

    private bool MayEdit => MayChange && !replaced;

    private bool IsNew => shown == DeskUrls.NewRule && MayChange;

    protected override async Task OnParametersSetAsync()
    {
        actor = (await SignedIn).User.ToActor();
        if (law is not null && Clave == shown) return;
        Touch();
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        await ReloadAsync();
        shown = Clave;
        var rules = law!.Book.Law;
        current = Clave is null
            ? rules.InForce.LastOrDefault(rule => rule.Code == rules.InForce.FirstOrDefault(own => own.Definition.Regime == rules.Practice.Regime)?.Code)
            : rules.All.FirstOrDefault(rule => DeskUrls.SlaTermKey(rule.Code, rule.Version) == Clave)
                ?? rules.InForce.LastOrDefault(rule => rule.Code == Clave);
        replaced = current is not null && !rules.InForce.Contains(current);
        form = current is null ? new LegalRuleForm() : LegalRuleForm.Of(current);
        history = current is null ? [] : problems.History(rules, current.Code);
    }

    private async Task ReloadAsync() => law = await read.RunAsync(CancellationToken.None);

    private void Touch() => (wrong, refusal, done) = (null, null, null);

    private async Task SaveAsync()
    {
        Touch();
        var outcome = await store.RunAsync(form.Read(current?.Version), actor!, CancellationToken.None);
        if (outcome.Problem is { } problem)
        {
            refusal = problems.Say(problem);
            wrong = problem.Field is { } field ? (field, refusal) : null;
            return;
        }

        Clave = DeskUrls.SlaTermKey(outcome.Rule!.Code, outcome.Rule.Version);
        await LoadAsync();
        done = texts["Saved", outcome.Rule.Version];
        navigation.NavigateTo(DeskUrls.SlaTermOf(outcome.Rule.Code, outcome.Rule.Version));
    }
}
