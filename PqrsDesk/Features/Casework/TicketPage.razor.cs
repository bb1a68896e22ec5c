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
    private static readonly (string Id, string Name)[] Parts = [("hilo", "Jump.Talk"), ("gestion", "Jump.Work"), ("responder", "Jump.Reply"), ("datos", "Jump.Facts")];

    private TicketSight? ticket;
    private string? shown;
    private Decision? taken;
    private RevealedIdentity? identity;
    private Actor? me;
    private Visit? visit;
    private IReadOnlyList<Present> others = [];
    private int? memberId;
    private CaseForms? forms;
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
        (ticket, taken, identity) = (null, null, null);
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

    private async Task AcceptAsync(Suggestion<TopicChoice> suggested) =>
        taken = await SendAsync(new CaseAct.Classify(suggested.Value.Path, ticket!.Product, suggested.Why), ticket.Version);

    private async Task TakeAsync() => taken = await SendAsync(new CaseAct.Take(), ticket!.Version);

    /// <summary>What one did oneself is seen at once, without waiting for the view.</summary>
    private async Task RefreshAsync()
    {
        Show(await readTicket.RunAsync(Radicado, CancellationToken.None));
        StateHasChanged();
    }
}
