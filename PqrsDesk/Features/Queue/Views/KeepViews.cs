using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Views;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Queue.Views;

/// <summary>Saves, renames, reorders, changes and deletes views. Who may not see one is told that there is none.</summary>
public sealed class KeepViews(DeskWriter writer, ViewShelf shelf, TimeProvider clock)
{
    /// <summary>So long a deleted view can come back.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <param name="address">As <see cref="QueueSight"/> writes it.</param>
    public Task<ViewOutcome> SaveAsync(ViewName named, string address, ViewReader by, CancellationToken cancel) => RunAsync(async db =>
    {
        if (by.MemberId is not { } maker) return ViewProblem.NotAllowed;
        var (name, views) = (named.Tidied, await db.SavedViews.Where(view => view.DeletedAt == null).ToListAsync(cancel));
        if (await WrongAsync(db, name, null, views, by, cancel) is { } wrong) return wrong;
        if (address.Length > SavedView.AddressLimit) return ViewProblem.TooLong;
        var beside = Beside(views, name.Reach, maker).ToList();
        if (beside.Count >= SavedView.Most) return ViewProblem.TooMany;
        var added = new SavedView { MakerId = maker, Name = name.Name, Reach = name.Reach, AreaId = name.AreaId, Address = address, Place = Next(beside) };
        db.SavedViews.Add(added);
        return added;
    }, cancel);

    /// <summary>The view shows from now on what is shown.</summary>
    public Task<ViewOutcome> ChangeAsync(int id, string address, ViewReader by, CancellationToken cancel) => ChangeAsync(id, by, (_, view, _) =>
    {
        if (address.Length > SavedView.AddressLimit) return Task.FromResult<ViewProblem?>(ViewProblem.TooLong);
        view.Address = address;
        return Task.FromResult<ViewProblem?>(null);
    }, cancel);

    public Task<ViewOutcome> RenameAsync(int id, ViewName named, ViewReader by, CancellationToken cancel) => ChangeAsync(id, by, async (db, view, views) =>
    {
        var name = named.Tidied;
        if (await WrongAsync(db, name, view, views, by, cancel) is { } wrong) return wrong;

        // What was shared by somebody else cannot become one's own, nor theirs again.
        if (view.IsShared && name.Reach == ViewReach.Private && view.MakerId != by.MemberId) return ViewProblem.NotAllowed;
        if (view.IsShared != (name.Reach != ViewReach.Private))
        {
            var beside = Beside(views, name.Reach, view.MakerId).ToList();
            if (beside.Count >= SavedView.Most) return ViewProblem.TooMany;
            view.Place = Next(beside);
        }

        (view.Name, view.Reach, view.AreaId) = (name.Name, name.Reach, name.AreaId);
        return null;
    }, cancel);

    /// <param name="places">So many further down; negative: up.</param>
    public Task<ViewOutcome> MoveAsync(int id, int places, ViewReader by, CancellationToken cancel) => ChangeAsync(id, by, (_, view, views) =>
    {
        // Among those that the person sees: two shared ones of other areas may stand between.
        var beside = Beside(views, view.Reach, view.MakerId).OrderBy(each => each.Place).ThenBy(each => each.Id).ToList();
        var from = beside.IndexOf(view);
        beside.RemoveAt(from);
        beside.Insert(Math.Clamp(from + places, 0, beside.Count), view);
        for (var place = 0; place < beside.Count; place++) beside[place].Place = place + 1;
        return Task.FromResult<ViewProblem?>(null);
    }, cancel);

    public Task<ViewOutcome> DeleteAsync(int id, ViewReader by, CancellationToken cancel) => ChangeAsync(id, by, async (db, view, _) =>
    {
        var now = clock.GetUtcNow();
        var over = now - Kept;
        view.DeletedAt = now;
        await db.SavedViews.Where(each => each.DeletedAt < over).ExecuteDeleteAsync(cancel);
        return null;
    }, cancel);

    /// <summary>Takes a deletion back.</summary>
    public Task<ViewOutcome> RestoreAsync(int id, ViewReader by, CancellationToken cancel) => RunAsync(async db =>
    {
        if (await db.SavedViews.SingleOrDefaultAsync(view => view.Id == id, cancel) is not { } view || !view.MayBeChangedBy(by)) return ViewProblem.Gone;
        view.DeletedAt = null;
        return view;
    }, cancel);

    private Task<ViewOutcome> ChangeAsync(int id, ViewReader by, Func<DeskDb, SavedView, List<SavedView>, Task<ViewProblem?>> change, CancellationToken cancel) => RunAsync(async db =>
    {
        var views = await db.SavedViews.Where(view => view.DeletedAt == null).ToListAsync(cancel);
        if (views.Find(view => view.Id == id) is not { } view || !view.IsFor(by)) return ViewProblem.Gone;
        if (!view.MayBeChangedBy(by)) return ViewProblem.NotAllowed;
        return await change(db, view, views) is { } problem ? problem : view;
    }, cancel);

    private async Task<ViewOutcome> RunAsync(Func<DeskDb, Task<ViewOutcome>> work, CancellationToken cancel)
    {
        var outcome = await writer.RunAsync(work, cancel, done => done.Problem is null);
        if (outcome.Problem is null) await shelf.ChangedAsync();
        return outcome;
    }

    private static async Task<ViewProblem?> WrongAsync(DeskDb db, ViewName name, SavedView? itself, List<SavedView> views, ViewReader by, CancellationToken cancel)
    {
        if (name.Name.Length == 0) return ViewProblem.NameMissing;
        if (name.Name.Length > SavedView.NameLimit) return ViewProblem.NameTooLong;
        if (!Enum.IsDefined(name.Reach) || (name.Reach != ViewReach.Private && !by.MayShare)) return ViewProblem.NotAllowed;
        if (name.Reach == ViewReach.Area && !await db.Areas.AnyAsync(area => area.Id == name.AreaId && area.Active, cancel)) return ViewProblem.AreaMissing;
        var maker = itself?.MakerId ?? by.MemberId ?? 0;
        return Beside(views, name.Reach, maker).Any(view => view != itself && view.Reach == name.Reach && view.AreaId == name.AreaId && view.Name == name.Name) ? ViewProblem.NameTaken : null;
    }

    /// <summary>Those of the same list: all shared ones, or those of one member.</summary>
    private static IEnumerable<SavedView> Beside(List<SavedView> views, ViewReach reach, int maker) =>
        views.Where(view => reach == ViewReach.Private ? !view.IsShared && view.MakerId == maker : view.IsShared);

    private static int Next(List<SavedView> beside) => beside.Select(view => view.Place).DefaultIfEmpty().Max() + 1;
}
