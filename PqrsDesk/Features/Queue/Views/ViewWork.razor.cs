using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Views;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Queue.Views;

/// <summary>How the list is laid out, and what is done with views: saved, changed, called otherwise, put in order, deleted.</summary>
public sealed partial class ViewWork(KeepViews keep, ViewShelf shelf, NavigationManager navigation, IStringLocalizer<ViewTexts> texts)
{
    private ViewReader reader = ViewReader.Nobody;
    private IReadOnlyList<SavedView> views = [];
    private SavedView? renamed;
    private ViewProblem? problem;
    private bool listing;
    private bool naming;
    private NoticePlace? notices;

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = default!;

    [Parameter, EditorRequired]
    public QueueSight Sight { get; set; } = QueueSight.Nothing;

    [Parameter, EditorRequired]
    public QueueNames Names { get; set; } = QueueNames.Empty;

    [Parameter]
    public bool CanGroup { get; set; }

    /// <summary>Another layout was chosen.</summary>
    [Parameter]
    public EventCallback<QueueLayout> OnLayout { get; set; }

    protected override async Task OnInitializedAsync() => reader = (await SignedIn).User.ToViewReader();

    private void AskName() => (naming, renamed, problem) = (true, null, null);

    private void AskRename(SavedView view) => (naming, listing, renamed, problem) = (true, false, view, null);

    private async Task AskViewsAsync() => (listing, views) = (true, await shelf.OfAsync(reader));

    private async Task NameAsync(ViewName name)
    {
        var outcome = renamed is { } view
            ? await keep.RenameAsync(view.Id, name, reader, CancellationToken.None)
            : await keep.SaveAsync(name, Sight.Kept, reader, CancellationToken.None);
        problem = outcome.Problem;
        if (outcome.View is not { } kept) return;
        naming = false;
        Tell(texts[renamed is null ? "Saved" : "Renamed", kept.Name]);
        if (renamed is null) navigation.NavigateTo(DeskUrls.ViewOf(kept.Id));
        else await AskViewsAsync();
    }

    private async Task ChangeAsync()
    {
        if (Sight.View is not { } view || !Heard(await keep.ChangeAsync(view.Id, Sight.Kept, reader, CancellationToken.None))) return;
        Tell(texts["Changed", view.Name]);
        navigation.NavigateTo(DeskUrls.ViewOf(view.Id));
    }

    private async Task MoveAsync((SavedView View, int Places) wish)
    {
        if (Heard(await keep.MoveAsync(wish.View.Id, wish.Places, reader, CancellationToken.None))) views = await shelf.OfAsync(reader);
    }

    private async Task DeleteAsync(SavedView view)
    {
        if (!Heard(await keep.DeleteAsync(view.Id, reader, CancellationToken.None))) return;
        views = await shelf.OfAsync(reader);
        listing = views.Count > 0;
        notices!.Show(Notice.Done(texts["Deleted", view.Name], () => RestoreAsync(view)));
        if (Sight.View?.Id == view.Id) navigation.NavigateTo(DeskUrls.Queue);
    }

    private async Task RestoreAsync(SavedView view)
    {
        if (!Heard(await keep.RestoreAsync(view.Id, reader, CancellationToken.None))) return;
        Tell(texts["Restored", view.Name]);
        views = await shelf.OfAsync(reader);
        StateHasChanged();
    }

    private bool Heard(ViewOutcome outcome)
    {
        if (outcome.Problem is { } wrong) notices!.Show(Notice.Refusal(texts[$"ViewProblem.{wrong}", SavedView.NameLimit, SavedView.Most]));
        return outcome.Problem is null;
    }

    private void Tell(string text) => notices!.Show(Notice.Done(text));
}
