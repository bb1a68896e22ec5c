using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Queue;

/// <summary>Asks what must be asked, does it to one row or to those that are picked, and says what came of it. The rows themselves change by the live view.</summary>
public sealed partial class RowWork(ChangeRows rows, ReadBulkChoices readChoices, IEnumerable<IBulkAct> extras, IStringLocalizer<QueueTexts> texts, IStringLocalizer<HandlingTexts> verbs,
    IStringLocalizer<UiTexts> words, IStringLocalizer<RefusalTexts> refusals, EventWords events)
{
    private readonly RowWords say = new(texts, verbs, words, refusals, events);

    /// <summary>What is being asked, and of which rows; null: nothing.</summary>
    private Question? asking;
    private readonly Dictionary<string, int> own = [];
    private string? refusal;
    private BulkRun? run;
    private NoticePlace? notices;

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = default!;

    [CascadingParameter]
    private DeskZone Zone { get; set; } = DeskZone.Default;

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

    private IReadOnlyList<IBulkAct> Extras => [.. extras];

    public Task TakeAsync(QueueRow row) => TakeAsync([RowPick.Of(row)], ofSelection: false);

    public void AskOwner(QueueRow row) => AskOwner([RowPick.Of(row)], ofSelection: false);

    public void AskPriority(QueueRow row) => AskPriority([RowPick.Of(row)], ofSelection: false);

    private void AskOwner(IReadOnlyList<RowPick> picks, bool ofSelection) => Ask(new(Asked.Assign, picks, ofSelection));

    private void AskPriority(IReadOnlyList<RowPick> picks, bool ofSelection) => Ask(new(Asked.Prioritize, picks, ofSelection));

    /// <summary>A shortcut was pressed at a row, and none is picked.</summary>
    public Task AskAsync(QueueRow row, string key)
    {
        if (RowKeys.VerbOf(key) is { } verb) return AskAsync(verb, [RowPick.Of(row)], ofSelection: false);
        if (extras.FirstOrDefault(each => each.Key == key) is { } extra) AskExtra(extra, [RowPick.Of(row)], ofSelection: false);
        return Task.CompletedTask;
    }

    private void AskExtra(IBulkAct extra, IReadOnlyList<RowPick> picks, bool ofSelection) => Ask(new(Asked.Extra, picks, ofSelection) { Extra = extra });

    /// <summary>What needs no answer is done at once: it can be taken back.</summary>
    private async Task AskAsync(BulkVerb verb, IReadOnlyList<RowPick> picks, bool ofSelection)
    {
        switch (verb)
        {
            case BulkVerb.Merge when picks.Count < 2: notices!.Show(Notice.Refusal(refusals.Say(RefusalCode.NothingToMerge))); break;
            case BulkVerb.Release: await DoAsync(Seen(picks), new RowsChange.Release(), null, ofSelection); break;
            case BulkVerb.Resume: await DoAsync(Seen(picks), new RowsChange.Resume(), null, ofSelection); break;
            case BulkVerb.Wake: await DoAsync(Seen(picks), new RowsChange.Wake(), null, ofSelection); break;
            case BulkVerb.Spam: Ask(new(Asked.Spam, picks, ofSelection)); break;
            case BulkVerb.Snooze: Ask(new(Asked.Snooze, picks, ofSelection)); break;
            case BulkVerb.Export: Ask(new(Asked.Export, picks, ofSelection)); break;
            default: Ask(new(Asked.Form, picks, ofSelection) { Verb = verb, Choices = await readChoices.RunAsync(CancellationToken.None) }); break;
        }
    }

    private void Ask(Question question)
    {
        (asking, refusal) = (question, null);
        StateHasChanged();
    }

    private void Leave() => asking = null;

    private Task TakePickedAsync() => TakeAsync(Selection.Picks, ofSelection: true);

    /// <summary>Whatever happened meanwhile, a ticket without an owner can be taken.</summary>
    private async Task TakeAsync(IReadOnlyList<RowPick> picks, bool ofSelection) =>
        await DoAsync([.. picks.Select(pick => new SeenRow(pick.Number, null))], new RowsChange.Take((await MeAsync()).StaffId ?? 0), null, ofSelection);

    private async Task AssignAsync(Assignee to)
    {
        if (asking is not { } ask) return;
        asking = null;
        await DoAsync(Seen(ask.Rows), new RowsChange.Assign(to.Id), to.Name, ask.OfSelection);
    }

    private async Task DoAskedAsync(RowsChange change)
    {
        if (asking is not { } ask) return;

        // What is wrong with the form is said in the form, which keeps what was typed.
        refusal = change.Wrong is { } wrong ? refusals.Say(wrong) : null;
        if (refusal is not null) return;
        asking = null;
        await DoAsync(Seen(ask.Rows), change, Whereto(change), ask.OfSelection);
    }

    /// <summary>The name that the sentence about it ends with.</summary>
    private string? Whereto(RowsChange change) => change switch
    {
        RowsChange.Reassign to => Names.AreaOf(to.AreaId),
        RowsChange.MoveQueue { QueueId: { } queue } => Names.WorkQueueOf(queue),
        RowsChange.MoveQueue => verbs["MoveQueue.None"],
        RowsChange.Snooze snooze => Zone.LocalOf(snooze.Until).ToString(words["Instant.Usual"], CultureInfo.CurrentCulture),
        RowsChange.Classify what => string.Join(" · ", new[] { what.Topic, what.Product }.OfType<string>()),
        _ => null,
    };

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
        var changed = outcome.Changed;
        foreach (var row in changed) own[row.Number] = row.Version;
        var mine = change is not RowsChange.Assign || me.Is(Role.Lead) || change.Members.Contains(me.StaffId ?? 0);
        notices!.Show(say.Said(change, outcome, who, changed.Count > 0 && mine && change.CanBeTakenBack ? () => TakeBackAsync(change, changed) : null));
    }

    /// <summary>Those that nobody has changed since; of the others it is said who did.</summary>
    private Task TakeBackAsync(RowsChange change, IReadOnlyList<ChangedRow> changed) => DoAsync(
        [.. changed.Select(row => new SeenRow(row.Number, row.Version))],
        new RowsChange.TakeBack(change, changed.ToDictionary(row => row.Number, row => row.Before), verbs["TakenBack.Reason"]),
        changed is [{ Before.OwnerId: { } owner }] ? Names.MemberOf(owner) : null,
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

    private Dictionary<string, object> ExtraParameters(Question ask) => new()
    {
        [nameof(BulkActDialog.Cases)] = ask.Rows.Select(row => new PickedCase(row.Number, row.Version)).ToList(),
        [nameof(BulkActDialog.OnCancel)] = EventCallback.Factory.Create(this, Leave),
        [nameof(BulkActDialog.OnDone)] = EventCallback.Factory.Create<BulkSaid>(this, SaidAsync),
    };

    private async Task SaidAsync(BulkSaid said)
    {
        var ofSelection = asking?.OfSelection == true;
        asking = null;
        if (ofSelection) await OnClear.InvokeAsync();
        Show(said);
    }

    private void Show(BulkSaid said)
    {
        Func<Task>? undo = said.Undo is { } takeBack ? async () => Show(await takeBack()) : null;
        notices!.Show(said.Lines.Count == 0 ? Notice.Done(said.Text, undo) : Notice.Partly(said.Text, said.Lines, undo));
    }

    private string SnoozeTitle(Question ask) => ask.Rows is [var only] ? verbs["Snooze.Title", only.Number] : verbs["Snooze.Title.Many", ask.Rows.Count.ToString("N0", CultureInfo.CurrentCulture)];

    /// <summary>The list may not have come round since one's own last change, which is no news to whoever made it.</summary>
    private IReadOnlyList<SeenRow> Seen(IReadOnlyList<RowPick> picks) => [.. picks.Select(pick => new SeenRow(pick.Number, Math.Max(pick.Version, own.GetValueOrDefault(pick.Number))))];

    private async Task<Actor> MeAsync() => (await SignedIn).User.ToActor();

    private enum Asked
    {
        Assign,
        Prioritize,
        Spam,
        Snooze,
        Export,
        Form,
        Extra,
    }

    /// <param name="OfSelection">They are the picked rows, which are picked no more when it is done.</param>
    private sealed record Question(Asked What, IReadOnlyList<RowPick> Rows, bool OfSelection)
    {
        public BulkVerb Verb { get; init; }
        public BulkChoices? Choices { get; init; }
        public IBulkAct? Extra { get; init; }
    }
}
