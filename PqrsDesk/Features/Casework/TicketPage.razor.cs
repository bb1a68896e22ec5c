using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Casework.Care;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Presence;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Casework;

/// <summary>One ticket: what was said and done, and what can be done now. What others do appears by itself.</summary>
public sealed partial class TicketPage(
    ReadTicket readTicket,
    ReadChoices readChoices,
    PreviewRoute previewRoute,
    WorkTicket work,
    RelateTickets relate,
    AttachFiles attach,
    RevealIdentity reveal,
    ComposerDrafts drafts,
    PresenceBook presence,
    TabVisits visits,
    NavigationManager navigation,
    IStringLocalizer<CaseworkTexts> texts,
    IStringLocalizer<UiTexts> words)
{
    private TicketSight? ticket;
    private string? shown;
    private ActForm? form;
    private RoutePreview? route;
    private OpenClasses? classes;
    private SplitForm? splitting;
    private Decision? taken;
    private RevealedIdentity? identity;
    private Actor? me;
    private Visit? visit;
    private IReadOnlyList<Present> others = [];
    private int? memberId;
    private ProtocolPanel? protocol;
    private ClarityPanel? clarity;

    [Parameter]
    public string Radicado { get; set; } = "";

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = default!;

    private ComposerDraft draft = default!;

    private IStringLocalizer<CaseworkTexts> Texts => texts;
    private IStringLocalizer<UiTexts> Words => words;

    private DeadlineState NextState => ticket!.Deadlines.FirstOrDefault(deadline => deadline.Due == ticket.NextDueAt)?.State ?? DeadlineState.Running;

    private bool MayReview => me?.Is(Role.Lead) == true;

    private bool MayRelease => ticket!.OwnerId == memberId || me?.Is(Role.Lead) == true;

    protected override async Task OnParametersSetAsync()
    {
        if (Radicado == shown) return;
        shown = Radicado;
        (ticket, form, classes, splitting, route, taken, identity) = (null, null, null, null, null, null, null);
        var person = (await SignedIn).User;
        (me, memberId) = (person.ToActor(), person.MemberId());
        draft = await drafts.OpenAsync(memberId ?? 0, Radicado);
        await WatchAsync("ticket", readTicket.Question(Radicado), Show);
        if (RendererInfo.IsInteractive && ticket is not null && memberId is { } member) Enter(member);
    }

    protected override void Dispose(bool disposing)
    {
        Leave();
        base.Dispose(disposing);
    }

    /// <summary>Others see that one is here, and one sees them.</summary>
    private void Enter(int member)
    {
        Leave();
        visit = visits.Enter(Radicado, member, me!.Name);
        SayWriting();
        others = presence.Now.At(Radicado, member);
        Follow<Attendance>("presence", told => presence.Watch(told), now => others = now.At(Radicado, member));
    }

    private void Leave()
    {
        if (visit is not null) visits.Leave(visit);
        visit = null;
    }

    /// <summary>The sentence that says what is asked opens the answer.</summary>
    private void UseInReply(string opening) => WriteReply(draft.Reply.Length == 0 ? opening : $"{opening}\n\n{draft.Reply}");

    /// <summary>In the place of what is written.</summary>
    private void WriteReply(string words)
    {
        draft.Reply = "";
        draft.Insert(words);
    }

    private void SayWriting()
    {
        clarity?.Touch();
        visit?.Write(draft.Touched);
        draft.Touch();
    }

    private void Show(TicketAnswer answer)
    {
        if (answer.Ticket is not { } newest) navigation.NotFound();
        else if (ticket is null || ticket.Id != newest.Id || newest.Version >= ticket.Version) ticket = newest;
    }

    private async Task<Decision> SendAsync(CaseAct act, int seen)
    {
        var decision = act is CaseAct.RevealIdentity look ? await RevealAsync(look)
            : act.Relates ? await relate.RunAsync(Radicado, seen, act, me!, CancellationToken.None)
            : await work.RunAsync(Radicado, seen, draft.WithUsed(act), me!, CancellationToken.None);
        if (decision is not Decision.Refused) await RefreshAsync();
        return decision;
    }

    /// <summary>It stays with this page alone: the view that others share never holds it.</summary>
    private async Task<Decision> RevealAsync(CaseAct.RevealIdentity look)
    {
        (var decision, identity) = await reveal.RunAsync(Radicado, look.Reason, me!, CancellationToken.None);
        return decision;
    }

    private async Task<Decision> SendFormAsync(CaseAct act, int seen)
    {
        var decision = await SendAsync(act, seen);
        if (decision.Succeeded) (form, splitting) = (null, null);
        StateHasChanged();
        return decision;
    }

    /// <summary>What was said in an earlier case, into what is being written here.</summary>
    private void Quote(string text)
    {
        draft.Seen ??= ticket!.Version;
        draft.Insert(text);
    }

    private async Task<Decision> AttachAsync(PendingFiles files, bool forPetitioner)
    {
        var decision = await attach.RunAsync(Radicado, files, me!, CancellationToken.None, forPetitioner);
        if (decision.Succeeded) await RefreshAsync();
        return decision;
    }

    private async Task OpenClassesAsync()
    {
        taken = null;
        classes = new(ticket!, await readChoices.ClassificationAsync());
    }

    private async Task<Decision> SendClassesAsync(CaseAct act, int seen)
    {
        var decision = await SendAsync(act, seen);
        if (decision.Succeeded) classes = null;

        // The dialog has gone by then: what came of the second is said on the page.
        else if (classes is null) taken = decision;
        StateHasChanged();
        return decision;
    }

    private async Task AcceptAsync(Suggestion<TopicChoice> suggested) =>
        taken = await SendAsync(new CaseAct.Classify(suggested.Value.Path, ticket!.Product, suggested.Why), ticket.Version);

    private async Task TakeAsync() => taken = await SendAsync(new CaseAct.Take(), ticket!.Version);

    private async Task AskRulesAsync() => (taken, route) = (null, await previewRoute.RunAsync(Radicado, CancellationToken.None));

    private async Task<Decision> RerouteAsync(CaseAct.Reroute act, int seen)
    {
        var decision = await SendAsync(act, seen);
        if (decision.Succeeded) route = null;
        StateHasChanged();
        return decision;
    }

    private async Task OpenSplitAsync()
    {
        taken = null;
        splitting = new SplitForm(ticket!.Version, await readChoices.AreasAsync(0, CancellationToken.None), [.. ticket.Files.Where(file => file.Of is null)]);
    }

    private async Task OpenAsync(ActKind kind, string? chosen = null, string other = "")
    {
        taken = null;
        form = new ActForm(kind, ticket!.Version, await ChoicesAsync(kind))
        {
            Other = other,
            OpenTasks = ticket.CaseFile?.OpenTasks.Count() ?? 0,
            Earliest = ticket.Legal?.LastDay?.AddDays(1),
            Latest = ticket.Legal?.ExtensionUntil,
            Regimes = kind == ActKind.Reclassify ? RegimeChoices : [],
            Chosen = chosen ?? (kind == ActKind.Reclassify && RegimeChoices.Count > 0 ? ticket.Kind.ToString() : ""),
        };
    }

    /// <summary>The case's own regime first, which leaves it as it is; none where the desk offers no other.</summary>
    private IReadOnlyList<Choice> RegimeChoices => ticket is { OtherRegimes.Count: > 0, Regime: { } own }
        ? [new Choice("", own.Name), .. ticket.OtherRegimes.Select(other => new Choice(other.Code, other.Name))]
        : [];

    private async Task<IReadOnlyList<Choice>> ChoicesAsync(ActKind kind) => kind switch
    {
        ActKind.Assign => await readChoices.MembersAsync(ticket!.AreaId, ticket.OwnerId, CancellationToken.None),
        ActKind.MoveQueue => await readChoices.QueuesAsync(ticket!.AreaId, ticket.WorkQueueId, texts["Queue.None"], CancellationToken.None),
        ActKind.Reassign => await readChoices.AreasAsync(ticket!.AreaId, CancellationToken.None),
        ActKind.Reclassify => [.. Enum.GetValues<TicketKind>().Where(k => RegimeChoices.Count > 0 || k != ticket!.Kind).Select(k => new Choice(k.ToString(), words.Word(k)))],
        ActKind.ChangePriority => [.. Enum.GetValues<Priority>().Where(p => p != ticket!.Priority).Reverse().Select(p => new Choice(p.ToString(), words.Word(p)))],
        ActKind.Withdraw => [.. Enum.GetValues<WithdrawalKind>().Where(w => w == WithdrawalKind.Express || ticket!.Legal?.MayWithdrawTacitly == true).Select(w => new Choice(w.ToString(), texts[$"Withdrawal.{w}"]))],
        ActKind.Void => [.. Enum.GetValues<VoidKind>().Where(v => v == VoidKind.Spam || MayReview).Select(v => new Choice(v.ToString(), texts[$"VoidKind.{v}"]))],
        ActKind.Wait => await readChoices.PauseCausesAsync(CancellationToken.None),
        ActKind.Release or ActKind.Resume or ActKind.Hear or ActKind.Close or ActKind.Reopen
            or ActKind.Extend or ActKind.RequestCompletion or ActKind.Transfer or ActKind.Review or ActKind.RevealIdentity
            or ActKind.Link or ActKind.Unlink or ActKind.Merge or ActKind.Separate => [],
    };

    /// <summary>What one did oneself is seen at once, without waiting for the view.</summary>
    private async Task RefreshAsync()
    {
        Show(await readTicket.RunAsync(Radicado, CancellationToken.None));
        StateHasChanged();
    }

    private sealed record OpenClasses(TicketSight Ticket, ClassificationBook Book);
}
