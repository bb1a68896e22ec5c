using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Features.RuleChanges;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Contracting;

public sealed partial class ContractPage(ReadContract reading, KeepContracts keep, IStringLocalizer<ContractTexts> texts, ContractWords words, SlaWords sla, NavigationManager navigation)
{
    private ContractSight? sight;
    private ContractChoices? choices;
    private ContractForm form = new();
    private Actor? actor;
    private bool read;
    private bool dropping;
    private DateOnly? lastDay;
    private string? reason;
    private (string Field, string Text)? wrong;
    private string? refusal;
    private string? done;
    private ChangeFlow? amending;
    private ChangeFlow? ending;

    [Parameter]
    public int Numero { get; set; }

    [SupplyParameterFromQuery(Name = DeskUrls.ContractSpanParameter)]
    public string? Span { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = default!;

    private IStringLocalizer<ContractTexts> Texts => texts;

    private Contract Of => sight!.Contract;

    private bool MayChange => actor?.Is(SignContract.Needs) == true;

    protected override async Task OnParametersSetAsync()
    {
        actor = (await SignedIn).User.ToActor();
        if (sight?.Contract.Id != Numero) (refusal, done) = (null, null);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        DateOnly? from = DateOnly.TryParseExact(Span, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        sight = await reading.RunAsync(Numero, from, CancellationToken.None);
        read = true;
        if (sight is null) return;
        choices = MayChange ? await reading.ChoicesAsync(Of, CancellationToken.None) : null;
        form = ContractForm.Of(Of.ToDraft());
        (lastDay, reason, wrong) = (sight.Today < Of.From ? Of.From : sight.Today > Of.Until ? Of.Until : sight.Today, null, null);
    }

    private void Tell(string what) => (done, refusal) = (what, null);

    private void Touch()
    {
        (wrong, refusal) = (null, null);
        amending?.Forget();
    }

    private void Forget()
    {
        wrong = null;
        ending?.Forget();
    }

    private string? Error(string field) => wrong is { } wrongly && wrongly.Field == field ? wrongly.Text : null;

    private void Show(SlaProblem? problem) => wrong = problem?.Field is { } field ? (field, sla.Say(problem)) : null;

    private void Show(ContractProblem problem)
    {
        (refusal, done) = (words.Say(problem), null);
        wrong = problem.Field is { } field ? (field, refusal) : null;
    }

    private RuleAct? Amend()
    {
        var (draft, problem) = form.Read();
        if (draft is not null) return KeepContracts.Amend(Of.Id, Of.Version, draft);
        Show(problem!);
        return null;
    }

    private async Task RewriteAsync()
    {
        Touch();
        var (draft, problem) = form.Read();
        problem = draft is null ? problem : await keep.RewriteAsync(Of.Id, Of.Version, draft, actor!, CancellationToken.None);
        if (problem is not null)
        {
            Show(problem);
            return;
        }

        await LoadAsync();
        Tell(texts["Contract.Saved"]);
    }

    private async Task DropAsync()
    {
        dropping = false;
        if (await keep.DropAsync(Of.Id, Of.Version, actor!, CancellationToken.None) is { } problem) Show(problem);
        else navigation.NavigateTo(DeskUrls.Contracts);
    }

    private async Task RenewAsync()
    {
        var outcome = await keep.RenewAsync(Of.Id, actor!, CancellationToken.None);
        if (outcome.Problem is { } problem) Show(problem);
        else navigation.NavigateTo(DeskUrls.ContractOf(outcome.Contract!.Id));
    }
}
