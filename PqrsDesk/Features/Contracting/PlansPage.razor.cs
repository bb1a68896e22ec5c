using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Contracting;

public sealed partial class PlansPage(KeepPlans keep, IStringLocalizer<ContractTexts> texts, ContractWords words, NavigationManager navigation)
{
    private PlansSight? sight;
    private Actor? actor;
    private string? shown;
    private SupportPlan? current;
    private PlanForm form = new();
    private (string Field, string Text)? wrong;
    private string? refusal;
    private string? done;

    [Parameter]
    public string? Clave { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = default!;

    private IStringLocalizer<ContractTexts> Texts => texts;

    private bool MayChange => actor?.Is(Role.Admin) == true;

    private bool IsNew => shown == DeskUrls.NewRule && MayChange;

    private string? CalendarName => sight!.Calendars.FirstOrDefault(calendar => calendar.Key == form.CalendarKey).Name;

    private string? AvailabilityHours => form.Read().HoursOfAvailability() is { } hours ? sight!.Calendars.FirstOrDefault(calendar => calendar.Key == hours).Name : null;

    private IReadOnlyList<(SupportPlan Plan, IReadOnlyList<PlanPart>? Changed)> Versions
    {
        get
        {
            var rising = sight!.Versions.Where(plan => plan.Key == shown).OrderBy(plan => plan.Version).ToList();
            return [.. rising.Select((plan, index) => (plan, index == 0 ? null : PlanDifference.Between(rising[index - 1].Definition, plan.Definition))).Reverse()];
        }
    }

    private string Count(int plan) => sight!.Contracts.GetValueOrDefault(plan) is var count and not 1 ? texts["Plan.Contracts", count] : texts["Plan.Contracts.One"];

    protected override async Task OnParametersSetAsync()
    {
        actor = (await SignedIn).User.ToActor();
        if (sight is null || (Clave ?? shown) != shown) await LoadAsync();
    }

    private async Task LoadAsync()
    {
        sight = await keep.ReadAsync(CancellationToken.None);
        shown = Clave ?? sight.Current.Select(plan => plan.Key).FirstOrDefault();
        current = sight.Current.FirstOrDefault(plan => plan.Key == shown);
        form = current is null ? new() : PlanForm.Of(current.Definition);
        Touch();
    }

    private void Touch() => (wrong, refusal, done) = (null, null, null);

    private async Task SaveAsync()
    {
        Touch();
        var (key, problem) = await keep.SaveAsync(new(current?.Key, current?.Version ?? 0, form.Read()), actor!, CancellationToken.None);
        if (problem is not null)
        {
            refusal = words.Say(problem);
            wrong = problem.Field is { } field ? (field, refusal) : null;
            return;
        }

        var version = (current?.Version ?? 0) + 1;
        if (Clave is not null && Clave != key)
        {
            navigation.NavigateTo(DeskUrls.SupportPlanOf(key));
            return;
        }

        await LoadAsync();
        done = texts["Plan.Saved", version];
    }
}
