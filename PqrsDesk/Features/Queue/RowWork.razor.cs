using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Queue;

/// <summary>Asks what must be asked, does it, and says what came of it. The rows themselves change by the live view.</summary>
public sealed partial class RowWork(ChangeRow change, IStringLocalizer<QueueTexts> texts, IStringLocalizer<UiTexts> words, IStringLocalizer<RefusalTexts> refusals,
    EventWords events)
{
    private QueueRow? assigning;
    private QueueRow? prioritizing;
    private string? refusal;
    private NoticePlace? notices;

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = default!;

    [Parameter, EditorRequired]
    public QueueNames Names { get; set; } = QueueNames.Empty;

    public async Task TakeAsync(QueueRow row)
    {
        var me = await MeAsync();
        var decision = await change.TakeAsync(row.Number, me, CancellationToken.None);
        Tell(row, decision, texts["Took", row.Number], () => ReleaseAsync(row, me));
    }

    public void AskOwner(QueueRow row)
    {
        (assigning, prioritizing) = (row, null);
        StateHasChanged();
    }

    public void AskPriority(QueueRow row)
    {
        (assigning, prioritizing, refusal) = (null, row, null);
        StateHasChanged();
    }

    private async Task AssignAsync(Assignee to)
    {
        if (assigning is not { } row) return;
        assigning = null;
        var decision = await change.AssignAsync(row.Number, row.Version, to.Id, await MeAsync(), CancellationToken.None);
        Tell(row, decision, texts["Assigned", row.Number, to.Name]);
    }

    private async Task PrioritizeAsync(PriorityDialog.Wish wish)
    {
        if (prioritizing is not { } row) return;
        var decision = await change.PrioritizeAsync(row.Number, row.Version, wish.Priority, wish.Reason, await MeAsync(), CancellationToken.None);

        // What is wrong with the form is said in the form, which keeps what was typed.
        refusal = decision is Decision.Refused { Refusal.Field: not null } wrong ? refusals.Say(wrong.Refusal) : null;
        if (refusal is not null) return;
        prioritizing = null;
        Tell(row, decision, texts["Prioritized", row.Number, words.Word(wish.Priority)]);
    }

    private async Task ReleaseAsync(QueueRow row, Actor me)
    {
        var decision = await change.ReleaseAsync(row.Number, null, me, CancellationToken.None);
        Tell(row, decision, texts["Released", row.Number]);
    }

    private void Tell(QueueRow row, Decision decision, string done, Func<Task>? undo = null) => notices!.Show(decision switch
    {
        Decision.Done => Notice.Done(done, undo),
        Decision.Refused refused => Notice.Refusal(texts["Refused", row.Number, refusals.Say(refused.Refusal)]),
        Decision.Stale stale => Notice.Refusal(texts["Stale", row.Number], [.. stale.Since.Select(line => events.Say(line))]),
        _ => throw new InvalidOperationException($"No words for {decision}."),
    });

    private async Task<Actor> MeAsync() => (await SignedIn).User.ToActor();
}
