using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Casework;

/// <summary>The small forms of a case: each asks what its act needs, and closes when it is done.</summary>
public sealed partial class CaseForms(ReadChoices readChoices, PreviewRoute previewRoute, IStringLocalizer<CaseworkTexts> texts, IStringLocalizer<UiTexts> words)
{
    private ActForm? form;
    private RoutePreview? route;
    private OpenClasses? classes;
    private SplitForm? splitting;

    [Parameter, EditorRequired]
    public TicketSight Ticket { get; set; } = default!;

    /// <summary>Whoever looks leads.</summary>
    [Parameter]
    public bool Leads { get; set; }

    /// <summary>Does it, and says what came of it.</summary>
    [Parameter, EditorRequired]
    public Func<CaseAct, int, Task<Decision>> Send { get; set; } = default!;

    /// <summary>What came of what no form is there for any more; null: a form opened, and what was said before is past.</summary>
    [Parameter]
    public EventCallback<Decision?> OnSaid { get; set; }

    /// <param name="chosen">What is chosen to begin with.</param>
    /// <param name="other">The other case, for acts between two.</param>
    public async Task OpenAsync(ActKind kind, string? chosen = null, string other = "")
    {
        form = new ActForm(kind, Ticket.Version, await ChoicesAsync(kind))
        {
            Other = other,
            OpenTasks = Ticket.CaseFile?.OpenTasks.Count() ?? 0,
            Earliest = Ticket.Legal?.LastDay?.AddDays(1),
            Latest = Ticket.Legal?.ExtensionUntil,
            Regimes = kind == ActKind.Reclassify ? Regimes : [],
            Chosen = chosen ?? (kind == ActKind.Reclassify && Regimes.Count > 0 ? Ticket.Kind.ToString() : ""),
        };
        await OpenedAsync();
    }

    public async Task OpenClassesAsync()
    {
        classes = new(Ticket, await readChoices.ClassificationAsync());
        await OpenedAsync();
    }

    public async Task OpenSplitAsync()
    {
        splitting = new SplitForm(Ticket.Version, await readChoices.AreasAsync(0, CancellationToken.None), [.. Ticket.Files.Where(file => file.Of is null)]);
        await OpenedAsync();
    }

    /// <summary>What the rules of routing would do with it now.</summary>
    public async Task AskRulesAsync()
    {
        route = await previewRoute.RunAsync(Ticket.Number, CancellationToken.None);
        await OpenedAsync();
    }

    private Task OpenedAsync()
    {
        StateHasChanged();
        return OnSaid.InvokeAsync(null);
    }

    private async Task<Decision> SendAsync(CaseAct act, int seen)
    {
        var decision = await Send(act, seen);
        if (decision.Succeeded) (form, splitting) = (null, null);
        StateHasChanged();
        return decision;
    }

    private async Task<Decision> ClassifyAsync(CaseAct act, int seen)
    {
        var decision = await Send(act, seen);

        // The dialog has gone when the second of its acts is done: what came of that is said on the page.
        var late = classes is null;
        if (decision.Succeeded) classes = null;
        else if (late) await OnSaid.InvokeAsync(decision);
        StateHasChanged();
        return decision;
    }

    private async Task<Decision> RerouteAsync(CaseAct.Reroute act, int seen)
    {
        var decision = await Send(act, seen);
        if (decision.Succeeded) route = null;
        StateHasChanged();
        return decision;
    }

    /// <summary>The case's own regime first, which leaves it as it is; none where the desk offers no other.</summary>
    private IReadOnlyList<Choice> Regimes => Ticket is { OtherRegimes.Count: > 0, Regime: { } own }
        ? [new Choice("", own.Name), .. Ticket.OtherRegimes.Select(other => new Choice(other.Code, other.Name))]
        : [];

    private async Task<IReadOnlyList<Choice>> ChoicesAsync(ActKind kind) => kind switch
    {
        ActKind.Assign => await readChoices.MembersAsync(Ticket.AreaId, Ticket.OwnerId, CancellationToken.None),
        ActKind.MoveQueue => await readChoices.QueuesAsync(Ticket.AreaId, Ticket.WorkQueueId, texts["Queue.None"], CancellationToken.None),
        ActKind.Reassign => await readChoices.AreasAsync(Ticket.AreaId, CancellationToken.None),
        ActKind.Reclassify => [.. Enum.GetValues<TicketKind>().Where(k => Regimes.Count > 0 || k != Ticket.Kind).Select(k => new Choice(k.ToString(), words.Word(k)))],
        ActKind.ChangePriority => [.. Enum.GetValues<Priority>().Where(p => p != Ticket.Priority).Reverse().Select(p => new Choice(p.ToString(), words.Word(p)))],
        ActKind.Withdraw => [.. Enum.GetValues<WithdrawalKind>().Where(w => w == WithdrawalKind.Express || Ticket.Legal?.MayWithdrawTacitly == true).Select(w => new Choice(w.ToString(), texts[$"Withdrawal.{w}"]))],
        ActKind.Void => [.. Enum.GetValues<VoidKind>().Where(v => v == VoidKind.Spam || Leads).Select(v => new Choice(v.ToString(), texts[$"VoidKind.{v}"]))],
        ActKind.Wait => await readChoices.PauseCausesAsync(CancellationToken.None),
        ActKind.Release or ActKind.Resume or ActKind.Hear or ActKind.Close or ActKind.Reopen
            or ActKind.Extend or ActKind.RequestCompletion or ActKind.Transfer or ActKind.Review or ActKind.RevealIdentity
            or ActKind.Link or ActKind.Unlink or ActKind.Merge or ActKind.Separate => [],
    };

    private sealed record OpenClasses(TicketSight Ticket, ClassificationBook Book);
}
