using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Queue;

/// <summary>Asks what must be asked, does it to one row or to those that are picked, and says what came of it. The rows themselves change by the live view.</summary>
public sealed partial class RowWork(ChangeRows rows, IStringLocalizer<QueueTexts> texts, IStringLocalizer<UiTexts> words, IStringLocalizer<RefusalTexts> refusals,
    EventWords events)
{
    private readonly RowWords say = new(texts, words, refusals, events);
    private IReadOnlyList<RowPick>? assigning;
    private IReadOnlyList<RowPick>? prioritizing;
    private IReadOnlyList<RowPick>? spamming;

    /// <summary>Whether the dialog is about the selection.</summary>
    private bool picked;
    private string? refusal;
    private BulkRun? run;
    private NoticePlace? notices;

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = default!;

    [Parameter, EditorRequired]
    public QueueNames Names { get; set; } = QueueNames.Empty;

    [Parameter, EditorRequired]
    public RowSelection Selection { get; set; } = default!;

    /// <inheritdoc cref="BulkBar.Whole"/>
    [Parameter]
    public int? Whole { get; set; }

    [Parameter]
    public EventCallback OnPickList { get; set; }

    /// <summary>The selection is to be empty.</summary>
    [Parameter]
    public EventCallback OnClear { get; set; }

    public Task TakeAsync(QueueRow row) => TakeAsync([RowPick.Of(row)], ofSelection: false);

    public void AskOwner(QueueRow row) => AskOwner([RowPick.Of(row)], ofSelection: false);

    public void AskPriority(QueueRow row) => AskPriority([RowPick.Of(row)], ofSelection: false);

    private void AskOwner(IReadOnlyList<RowPick> picks, bool ofSelection)
    {
        (assigning, prioritizing, spamming, picked) = (picks, null, null, ofSelection);
        StateHasChanged();
    }

    private void AskPriority(IReadOnlyList<RowPick> picks, bool ofSelection)
    {
        (assigning, prioritizing, spamming, refusal, picked) = (null, picks, null, null, ofSelection);
        StateHasChanged();
    }

    private void AskSpam() => (assigning, prioritizing, spamming, refusal, picked) = (null, null, Selection.Picks, null, true);

    private Task TakePickedAsync() => TakeAsync(Selection.Picks, ofSelection: true);

    /// <summary>Whatever happened meanwhile, a ticket without an owner can be taken.</summary>
    private async Task TakeAsync(IReadOnlyList<RowPick> picks, bool ofSelection) =>
        await DoAsync([.. picks.Select(pick => new SeenRow(pick.Number, null))], new RowsChange.Take((await MeAsync()).StaffId ?? 0), null, ofSelection);

    private async Task AssignAsync(Assignee to)
    {
        if (assigning is not { } picks) return;
        assigning = null;
        await DoAsync(Seen(picks), new RowsChange.Assign(to.Id), to.Name, picked);
    }

    private async Task PrioritizeAsync(PriorityDialog.Wish wish)
    {
        if (prioritizing is not { } picks) return;
        var change = new RowsChange.Prioritize(wish.Priority, wish.Reason);

        // What is wrong with the form is said in the form, which keeps what was typed.
        refusal = change.Wrong is { } wrong ? refusals.Say(wrong) : null;
        if (refusal is not null) return;
        prioritizing = null;
        await DoAsync(Seen(picks), change, null, picked);
    }

    private async Task MarkSpamAsync(string reason)
    {
        if (spamming is not { } picks) return;
        var change = new RowsChange.MarkSpam(reason);
        refusal = change.Wrong is { } wrong ? refusals.Say(wrong) : null;
        if (refusal is not null) return;
        spamming = null;
        await DoAsync(Seen(picks), change, null, picked);
    }

    private async Task DoAsync(IReadOnlyList<SeenRow> seen, RowsChange change, string? who, bool ofSelection)
    {
        if (run is not null && seen.Count > 1)
        {
            notices!.Show(Notice.Refusal(texts["Bulk.Busy"]));
            return;
        }

        var me = await MeAsync();
        var outcome = await RunAsync(seen, change, me);
        if (ofSelection) await OnClear.InvokeAsync();

        // What an agent gave to a colleague is the colleague's: taking it back is for leads.
        var given = outcome.Given;
        var mine = me.Is(Role.Lead) || change.Members.Contains(me.StaffId ?? 0);
        notices!.Show(say.Said(change, outcome, who, given.Count > 0 && mine && change is not RowsChange.GiveBack ? () => GiveBackAsync(given) : null));
    }

    private Task GiveBackAsync(IReadOnlyList<GivenRow> given) => DoAsync(
        [.. given.Select(row => new SeenRow(row.Number, row.Version))],
        new RowsChange.GiveBack(given.ToDictionary(row => row.Number, row => row.OwnerId)),
        given is [{ OwnerId: { } owner }] ? Names.MemberOf(owner) : null,
        ofSelection: false);

    private async Task<RowsOutcome> RunAsync(IReadOnlyList<SeenRow> seen, RowsChange change, Actor me)
    {
        var going = new BulkRun(say.Running(change, seen.Count), seen.Count);
        if (seen.Count > 1) run = going;
        StateHasChanged();
        try
        {
            var progress = new Progress<int>(done =>
            {
                going.Done = done;
                StateHasChanged();
            });

            // SQLite works on the thread of whoever asks: not on the circuit's, which has to draw how far it is.
            return await Task.Run(() => rows.RunAsync(seen, change, me, CancellationToken.None, progress));
        }
        finally
        {
            if (run == going) run = null;
        }
    }

    private static IReadOnlyList<SeenRow> Seen(IReadOnlyList<RowPick> picks) => [.. picks.Select(pick => new SeenRow(pick.Number, pick.Version))];

    private async Task<Actor> MeAsync() => (await SignedIn).User.ToActor();
}
