using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Routing;

/// <summary>The rules in their order, one of them being changed, and what the draft would do.</summary>
public sealed partial class RoutingPage(ReadRouting read, KeepRules keep, RuleWords words, IStringLocalizer<RoutingTexts> texts, NavigationManager navigation, TimeProvider clock)
{
    private RoutingSight? sight;
    private Actor? actor;
    private string? shown;
    private RoutingRule? current;
    private RuleForm form = new();
    private RoutingRule? shadow;
    private string? wrong;
    private string? said;
    private string? refused;
    private bool deleting;

    /// <summary>What the next address is to show: the copy of a rule, and that one was saved.</summary>
    private RuleForm? copied;
    private string? saved;
    private int touches;

    [Parameter]
    public string? Clave { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = default!;

    private IStringLocalizer<RoutingTexts> Texts => texts;

    private bool Editing => current is not null || shown == DeskUrls.NewRule;

    protected override async Task OnParametersSetAsync()
    {
        actor = (await SignedIn).User.ToActor();
        if (sight is not null && Clave == shown) return;
        await ReloadAsync();
        shown = Clave;
        current = sight!.Book.Rules.FirstOrDefault(rule => Key(rule) == Clave);

        // A copy was put into the form before this address was gone to.
        if (copied is { } copy) (form, copied) = (copy, null);
        else form = current is null ? new RuleForm() : RuleForm.Of(current.Definition);
        (said, refused, deleting) = (saved, null, false);
        saved = null;
        Touch();
    }

    private async Task ReloadAsync() => sight = await read.RunAsync(CancellationToken.None);

    private void Touch()
    {
        wrong = null;
        touches++;
        shadow = Editing ? Draft().ShadowOf(DraftRule()) : null;
    }

    /// <summary>The rules as they would be with what stands in the form.</summary>
    private RoutingBook Draft()
    {
        var rules = sight!.Book.Rules;
        if (!Editing) return sight.Book;
        return sight.Book.With(current is null ? [.. rules, DraftRule()] : [.. rules.Select(rule => rule.Id == current.Id ? DraftRule() : rule)]);
    }

    private RoutingRule DraftRule() => new()
    {
        Order = current?.Order ?? sight!.Book.Rules.Count + 1,
        Definition = form.Read(),
        ChangedAt = clock.GetUtcNow(),
        ChangedBy = actor!.Name,
    };

    private async Task SaveAsync()
    {
        var outcome = await keep.SaveAsync(current?.Id, current?.Version ?? 0, form.Read(), actor!, CancellationToken.None);
        if (outcome.Problem is not null)
        {
            (wrong, said) = (words.Say(outcome), null);
            return;
        }

        await ReloadAsync();
        if (current is null)
        {
            saved = texts["Saved", form.Name.Trim()];
            navigation.NavigateTo(DeskUrls.RoutingRuleOf(outcome.Id!.Value.ToString(CultureInfo.InvariantCulture)));
            return;
        }

        current = sight!.Book.Rules.First(rule => rule.Id == outcome.Id);
        said = texts["Saved", current.Definition.Name];
        Touch();
    }

    private void Copy()
    {
        copied = RuleForm.Of(form.Read());
        copied.Name = texts["Copy.Name", form.Name];
        navigation.NavigateTo(DeskUrls.RoutingRuleOf(DeskUrls.NewRule));
    }

    private async Task DeleteAsync()
    {
        deleting = false;
        if (await DoneAsync(await keep.DeleteAsync(current!.Id, current.Version, actor!, CancellationToken.None))) navigation.NavigateTo(DeskUrls.RoutingRuleOf(null));
    }

    private async Task MoveAsync((int Id, int Place) move) =>
        await DoneAsync(await keep.MoveAsync(move.Id, move.Place, [.. sight!.Book.Rules.Select(rule => rule.Id)], actor!, CancellationToken.None));

    private async Task SwitchAsync(RoutingRule rule)
    {
        var mine = current is { } open && open.Id == rule.Id && open.Version == rule.Version;
        if (await DoneAsync(await keep.SwitchAsync(rule.Id, rule.Version, !rule.Active, actor!, CancellationToken.None)) && mine) Adopt(any: true);
    }

    /// <summary>The list is shown as it is now, also where it was refused.</summary>
    private async Task<bool> DoneAsync(RoutingSaved outcome)
    {
        refused = outcome.Problem is null ? null : words.Say(outcome);
        await ReloadAsync();
        Adopt(any: false);
        Touch();
        return outcome.Problem is null;
    }

    /// <summary>What stands in the form stays there. Where somebody else changed the rule, it keeps the version that was read, so that saving is refused.</summary>
    private void Adopt(bool any)
    {
        if (current is { } open && sight!.Book.Rules.FirstOrDefault(rule => rule.Id == open.Id) is { } same && (any || same.Version == open.Version)) current = same;
    }

    internal static string Key(RoutingRule rule) => rule.Id.ToString(CultureInfo.InvariantCulture);
}
